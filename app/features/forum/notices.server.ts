import type { NoticeAmendments, NoticeContribution, Watchable, WatchableReader } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './events'
import { categoryPath, tagPath, topicPath } from './paths'
import { listTopicTitles } from './topics.queries.server'

/** Numbers of targets like "thread:12"; what is no number of a row is left out. */
const idsOf = (targets: readonly string[]): number[] => targets.map(target => Number(target.slice(target.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)

const threads: WatchableReader = async (viewer, targets) => {
  const topics = await listTopicTitles(viewer, idsOf(targets))
  return new Map([...topics.values()].map(topic => [`thread:${topic.id}`, { label: topic.title, url: topicPath(topic) }]))
}

const categories: WatchableReader = async (viewer, targets) => {
  const rows = await sql<{ id: number; slug: string; name: string; name_en: string }>('watch-categories',
    'select id, slug, name, name_en from category where id = any($1) and audience = any($2)', [idsOf(targets), viewer.audiences])
  return new Map(rows.map(row => [`category:${row.id}`, { label: (viewer.locale === 'en' && row.name_en) || row.name, url: categoryPath(row.slug) }]))
}

/** A tag is a word anybody may write, and may be followed before it was used. */
const tags: WatchableReader = (_viewer, targets) =>
  Promise.resolve(new Map(targets.map((target): [string, Watchable] => [target, { label: target.slice(4), url: tagPath(target.slice(4)) }])))

/** A category that went to other readers takes the notices of its topics along; only threads anybody was told of are asked for. */
const otherReaders: NoticeAmendments<'forum.category.changed'> = {
  event: 'forum.category.changed',
  amend: async ({ payload }) => {
    if (!payload.audience) return []
    return sql<{ groupKey: string; audience: string }>('notices-of-shelf', `select 'thread:' || t.id as "groupKey", t.audience from thread t
      where t.shelf = $1 and exists (select 1 from notice n where n.group_key = 'thread:' || t.id)`, [payload.shelf])
  },
}

/** What of the forum can be followed. What happens in its topics is told by `discussion`. */
export const forumNotices: NoticeContribution = { watchables: { thread: threads, category: categories, tag: tags }, amendments: [otherReaders] }

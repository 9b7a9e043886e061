import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { getCategory } from './categories.queries.server'
import { categoryPath, tagPath, topicPath } from './paths'
import { getTopicHead } from './topics.queries.server'
import type { Feed, FeedItem, TopicFilter, TopicKindName } from './views'

const ITEMS = 20

const item = (order: string, where: string) => `select tp.id, tp.title, tp.slug, p.number, a.name as "authorName", p.html, ${ms('p.created_at')} as at
  from thread t join topic tp on tp.id = t.id join post p on p.thread_id = t.id join person a on a.id = p.author_id
  where t.audience = any($1) and t.removed_at is null and p.deleted_at is null and ${where} ${order} limit ${ITEMS}`

const opened = (shelf: string) => `select f.* from (select t.id from thread t where ${shelf} and t.audience = any($1) and t.removed_at is null and t.listed order by t.id desc limit ${ITEMS}) n
  cross join lateral (${item('', 't.id = n.id and p.number = 1')}) f order by f.id desc`

function feed(title: string, description: string, path: string, items: FeedItem[]): Feed {
  return { title, description, path, items, updatedAt: items.reduce((latest, one) => Math.max(latest, one.at), 0) }
}

const labels: Partial<Record<TopicFilter, TopicKindName>> = {
  question: 'QUESTION', experience: 'EXPERIENCE', feedback: 'FEEDBACK', consultation: 'CONSULTATION', discussion: 'DISCUSSION', announcement: 'ANNOUNCEMENT', unanswered: 'QUESTION',
}
/** Filters that mean the same for everybody; the rest are as if not asked for. */
const ofKind = (filter: TopicFilter): string => {
  const label = labels[filter]
  return label ? ` and t.label = '${label}'${filter === 'unanswered' ? ' and t.accepted_number is null and t.locked_at is null' : ''}` : ''
}

/** The newest topics of the forum, with their opening posts. The reader of a feed is most often a stranger. */
export async function getForumFeed(viewer: Viewer, filter: TopicFilter = 'latest'): Promise<Feed> {
  return feed('', '', '/forum', await sql<FeedItem>(`feed-forum${ofKind(filter) && `-${filter}`}`, opened(`t.kind = 'topic'${ofKind(filter)}`), [viewer.audiences]))
}

/** The newest standing post of each of these topics, newest first; those the viewer may not read are missing. */
export async function getTopicsFeed(viewer: Viewer, ids: readonly number[]): Promise<FeedItem[]> {
  return sql<FeedItem>('feed-topics', `select f.* from unnest($2::int[]) as n(id) cross join lateral (${item('order by p.number desc', 't.id = n.id').replace(/limit \d+$/, 'limit 1')}) f order by f.at desc`, [viewer.audiences, ids.slice(0, 50)])
}

/** The newest topics of a category. @throws NotFound */
export async function getCategoryFeed(viewer: Viewer, slug: string, filter: TopicFilter = 'latest'): Promise<Feed> {
  const category = await getCategory(viewer, slug)
  const items = await sql<FeedItem>(`feed-category${ofKind(filter) && `-${filter}`}`, opened(`t.shelf = 'category:' || $2::int${ofKind(filter)}`), [viewer.audiences, category.id])
  return feed(category.name, category.description, categoryPath(category.slug), items)
}

/** The newest topics that carry a tag. */
export async function getTagFeed(viewer: Viewer, tag: string): Promise<Feed> {
  const newest = `select t.id from (select tq.topic_id as id from topic_tag tq where tq.tag = $2::text order by tq.topic_id desc limit 1000) q join thread t on t.id = q.id
    where t.audience = any($1) and t.removed_at is null and t.listed order by t.id desc limit ${ITEMS}`
  const items = await sql<FeedItem>('feed-tag', `select f.* from (${newest}) n cross join lateral (${item('', 't.id = n.id and p.number = 1')}) f order by f.id desc`, [viewer.audiences, tag])
  return feed(tag, '', tagPath(tag), items)
}

/** The newest posts of a topic. @throws NotFound */
export async function getTopicFeed(viewer: Viewer, topicId: number): Promise<Feed> {
  const topic = await getTopicHead(viewer, topicId)
  const items = await sql<FeedItem>('feed-topic', item('order by p.number desc', 't.id = $2'), [viewer.audiences, topicId])
  return feed(topic.title, '', topicPath(topic), items)
}

export interface SitemapRow {
  id: number
  slug: string
  /** milliseconds of the last post */
  at: number
}

/** Topics anyone may read, by id after `afterId`: pages of a sitemap. At most 5,000. */
export function listSitemapTopics(viewer: Viewer, { afterId = 0, limit = 5_000 }: { afterId?: number; limit?: number } = {}): Promise<SitemapRow[]> {
  return sql<SitemapRow>('sitemap-topics', `select t.id, tp.slug, ${ms('t.last_post_at')} as at from thread t join topic tp on tp.id = t.id
    where t.audience = 'public' and t.audience = any($1) and t.removed_at is null and t.listed and t.kind = 'topic' and t.id > $2 order by t.id limit $3`, [viewer.audiences, afterId, Math.min(5_000, limit)])
}

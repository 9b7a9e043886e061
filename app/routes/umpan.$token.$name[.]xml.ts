import type { LoaderFunctionArgs } from '@remix-run/node'
import { topicPath } from '~/features/forum/paths'
import { getTopicsFeed } from '~/features/forum/feeds.queries.server'
import { listUnread } from '~/features/forum/topics.queries.server'
import { listNotices } from '~/features/notifications/notices.queries.server'
import { listWatches } from '~/features/notifications/watches.queries.server'
import { memberOfFeedToken } from '~/features/people/feed-token.server'
import { NotFound } from '~/platform/errors'
import { rss, type FeedSource } from '~/platform/http/feed.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import type { Member } from '~/platform/viewer'

type Items = FeedSource['items']

async function topics(member: Member, ids: readonly number[]): Promise<Items> {
  return (await getTopicsFeed(member, ids)).map(item => ({ title: item.number > 1 ? `${item.title} #${item.number}` : item.title, path: topicPath(item, item.number), html: item.html, authorName: item.authorName, at: item.at }))
}

const feeds: Record<string, { path: string; items: (member: Member) => Promise<Items> }> = {
  'belum-dibaca': { path: '/forum/belum-dibaca', items: async member => topics(member, (await listUnread(member)).rows.map(row => row.id)) },
  diikuti: {
    path: '/akun/ikuti',
    items: async member => topics(member, (await listWatches(member, { kind: 'thread' })).rows.filter(row => row.level === 'ALL').map(row => Number(row.target.slice('thread:'.length)))),
  },
  pemberitahuan: {
    path: '/pemberitahuan',
    items: async member => {
      const t = translator(member.locale, 'notifications')
      return (await listNotices(member)).groups.map(group => ({
        title: t(`told.${group.rule}.${group.count > 1 ? 'many' : 'one'}`, { count: group.count, name: group.names.join(', ') }), path: `/pemberitahuan?buka=${group.id}`,
        html: group.title.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`), authorName: group.names[0] ?? '', at: group.at,
      }))
    },
  },
}

/** One's own feeds: the secret stands for the person, whose rights are asked again at every fetch. Nothing keeps the answer. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const feed = feeds[params.name ?? '']
  if (!feed || !Object.hasOwn(feeds, params.name ?? '')) throw new NotFound('feed')
  const member = await memberOfFeedToken(params.token ?? '')
  const items = await feed.items(member)
  const title = translator(member.locale, 'feeds')(`name.${params.name}`)
  const answer = rss({ title: `${title} · Balai`, description: title, path: feed.path, updatedAt: items.reduce((latest, one) => Math.max(latest, one.at), 0), items }, originOf(request), member.locale)
  answer.headers.set('Cache-Control', 'private, no-store')
  answer.headers.set('X-Robots-Tag', 'noindex')
  return answer
})

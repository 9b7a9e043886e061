import { originOf } from '~/platform/http/house.server'
import { rss } from '~/platform/http/feed.server'
import type { Viewer } from '~/platform/viewer'
import { topicPath } from './paths'
import type { Feed } from './views'

/** A feed of the forum as an answer; titles of posts carry their number. */
export function feedResponse(request: Request, viewer: Viewer, feed: Feed, title = feed.title): Response {
  return rss({
    title: `${title} · Balai`, description: feed.description || title, path: feed.path, updatedAt: feed.updatedAt,
    items: feed.items.map(item => ({ title: item.number > 1 ? `${item.title} #${item.number}` : item.title, path: topicPath(item, item.number), html: item.html, authorName: item.authorName, at: item.at })),
  }, originOf(request), viewer.locale)
}

import type { LoaderFunctionArgs } from '@remix-run/node'
import { getCollectionFeed } from '~/features/knowledge/feeds.queries.server'
import { articlePath, collectionPath } from '~/features/knowledge/paths'
import { rss } from '~/platform/http/feed.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'
import { stranger } from '~/platform/viewer'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const slug = params.slug ?? ''
  const { name, items } = await getCollectionFeed(stranger(), slug)
  return rss({ title: `${name} · Balai`, description: name, path: collectionPath(slug), updatedAt: items[0]?.at ?? 0, items: items.map(one => ({ ...one, path: articlePath(one) })) }, originOf(request), 'id')
})

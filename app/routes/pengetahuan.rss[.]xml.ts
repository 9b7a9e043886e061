import type { LoaderFunctionArgs } from '@remix-run/node'
import { getKnowledgeFeed } from '~/features/knowledge/feeds.queries.server'
import { articlePath } from '~/features/knowledge/paths'
import { rss } from '~/platform/http/feed.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { stranger } from '~/platform/viewer'

/** What anyone may read, whoever asks. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const items = await getKnowledgeFeed(stranger())
  const t = translator('id', 'knowledge')
  return rss({ title: `${t('feedOf')} · Balai`, description: t('lede'), path: '/pengetahuan', updatedAt: items[0]?.at ?? 0, items: items.map(one => ({ ...one, path: articlePath(one) })) }, originOf(request), 'id')
})

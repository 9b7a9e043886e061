import type { LoaderFunctionArgs } from '@remix-run/node'
import { feedResponse } from '~/features/forum/feed.server'
import { getForumFeed } from '~/features/forum/feeds.queries.server'
import { listParams } from '~/features/forum/topics.schema'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { stranger } from '~/platform/viewer'

/** What anyone may read, whoever asks; `?saring=` as on the page. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) =>
  feedResponse(request, stranger(), await getForumFeed(stranger(), listParams.parse({ filter: new URL(request.url).searchParams.get('saring') ?? undefined }).filter), translator('id', 'forum')('feed.forum')))

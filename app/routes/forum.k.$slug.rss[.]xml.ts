import type { LoaderFunctionArgs } from '@remix-run/node'
import { feedResponse } from '~/features/forum/feed.server'
import { getCategoryFeed } from '~/features/forum/feeds.queries.server'
import { listParams } from '~/features/forum/topics.schema'
import { handle } from '~/platform/http/route.server'
import { stranger } from '~/platform/viewer'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) =>
  feedResponse(request, stranger(), await getCategoryFeed(stranger(), params.slug ?? '', listParams.parse({ filter: new URL(request.url).searchParams.get('saring') ?? undefined }).filter)))

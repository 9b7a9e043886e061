import type { LoaderFunctionArgs } from '@remix-run/node'
import { feedResponse } from '~/features/forum/feed.server'
import { getTopicFeed } from '~/features/forum/feeds.queries.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { stranger } from '~/platform/viewer'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  return feedResponse(request, stranger(), await getTopicFeed(stranger(), id))
})

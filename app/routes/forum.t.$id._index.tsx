import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { topicPath } from '~/features/forum/paths'
import { getTopicHead } from '~/features/forum/topics.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** The short address of a topic leads to its present title. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  throw redirect(topicPath(await getTopicHead(await viewerOf(request), id)), 301)
})

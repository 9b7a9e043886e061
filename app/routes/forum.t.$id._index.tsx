import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { findMovedPost } from '~/features/discussion/moves.server'
import { topicPath } from '~/features/forum/paths'
import { findTopicHead } from '~/features/forum/topics.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** The short address of a topic leads to its present title. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('topic')
  const viewer = await viewerOf(request)
  const topic = await findTopicHead(viewer, id)
  if (topic) throw redirect(topicPath(topic), 301)
  const moved = await findMovedPost(viewer, id, 1)
  if (!moved) throw new NotFound('topic')
  throw redirect(`/forum/t/${moved.threadId}/-/${moved.number}`)
})

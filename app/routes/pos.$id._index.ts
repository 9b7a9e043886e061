import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { getPost } from '~/features/discussion/posts.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** The permanent address of a post, wherever its thread is read. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(await viewerOf(request), postId)
  throw redirect(`/forum/t/${thread.id}/-/${post.number}`)
})

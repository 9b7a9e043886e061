import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeletePostPage } from '~/features/discussion/pages/edit-post-page'
import { canDelete } from '~/features/discussion/policy'
import { getPost } from '~/features/discussion/posts.queries.server'
import { deletePost } from '~/features/discussion/posts.server'
import { memberOf } from '~/features/people/viewer.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(member, postId)
  if (!canDelete(member, thread, post)) throw new Forbidden()
  return { postId, number: post.number, url: `/forum/t/${thread.id}/-/${post.number}`, moderator: post.authorId !== member.personId }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const place = await deletePost(member, { postId })
  return redirect(`/forum/t/${place.threadId}/-/${place.number}`, 303)
})

export default function DeletePost() {
  return <DeletePostPage {...useLoaderData<typeof loader>()} />
}

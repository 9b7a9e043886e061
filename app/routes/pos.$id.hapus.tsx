import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeletePostPage } from '~/features/discussion/pages/edit-post-page'
import { canDelete } from '~/features/discussion/policy'
import { getPost } from '~/features/discussion/posts.queries.server'
import { deletePost } from '~/features/discussion/posts.server'
import { memberOf } from '~/features/people/viewer.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(member, postId)
  if (!canDelete(member, thread, post)) throw new Forbidden()
  return { postId, number: post.number, url: `/forum/t/${thread.id}/-/${post.number}`, moderator: post.authorId !== member.personId, title: translator(member.locale, 'discussion')('delete.title', { number: post.number }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const place = await deletePost(member, { postId })
  return redirect(`/forum/t/${place.threadId}/-/${place.number}`, 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function DeletePost() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <DeletePostPage {...loaded} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeletePostPage } from '~/features/discussion/pages/edit-post-page'
import { canRestore } from '~/features/discussion/policy'
import { getPost } from '~/features/discussion/posts.queries.server'
import { restorePost } from '~/features/discussion/posts.server'
import { memberOf } from '~/features/people/viewer.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { findHidingUnscoped } from '~/features/moderation/cases.queries.server'
import { undoDecision } from '~/features/moderation/decisions.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(member, postId)
  if (!canRestore(member, thread, post)) throw new Forbidden()
  return { postId, number: post.number, url: `/forum/t/${thread.id}/-/${post.number}`, moderator: post.authorId !== member.personId, title: translator(member.locale, 'discussion')('restore.title', { number: post.number }), restore: true }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(member, postId)
  // what a decision hid comes back by taking that decision back, so that its author is told
  const decisionId = post.deleted === 'moderator' && canRestore(member, thread, post) ? await findHidingUnscoped('post', postId) : null
  if (decisionId) await undoDecision(member, { decisionId })
  else await restorePost(member, { postId })
  return redirect(`/forum/t/${thread.id}/-/${post.number}`, 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function RestorePost() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <DeletePostPage {...loaded} />
}

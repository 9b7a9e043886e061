import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { acceptAnswer, unacceptAnswer } from '~/features/discussion/answers.server'
import { getPost } from '~/features/discussion/posts.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post } = await getPost(member, postId)
  const take = (await readForm(request)).get('terima') !== '0'
  if (take) await acceptAnswer(member, { threadId: thread.id, number: post.number })
  else await unacceptAnswer(member, { threadId: thread.id })
  return redirect(`/forum/t/${thread.id}/-/${post.number}#p${post.number}`, 303)
})

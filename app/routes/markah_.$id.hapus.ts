import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { dropBookmark } from '~/features/discussion/bookmarks.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  await dropBookmark(member, { postId })
  return redirect('/markah', 303)
})

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { topicPath } from '~/features/forum/paths'
import { undoAct } from '~/features/forum/topic-undo.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const actId = idParam(params.id)
  if (!actId) throw new NotFound('act')
  return redirect(topicPath(await undoAct(member, { actId })), 303)
})

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { withdrawPoint } from '~/features/forum/meetings.server'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pointId = idParam(params.id)
  if (!pointId) throw new NotFound('point')
  return redirect(`${topicPath(await withdrawPoint(member, { pointId }))}#agenda`, 303)
})

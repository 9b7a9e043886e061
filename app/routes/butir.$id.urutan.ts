import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { shiftPoint } from '~/features/forum/meetings.server'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pointId = idParam(params.id)
  if (!pointId) throw new NotFound('point')
  const by = (await readForm(request)).get('by') === '-1' ? -1 : 1
  return redirect(`${topicPath(await shiftPoint(member, { pointId, by }))}#agenda`, 303)
})

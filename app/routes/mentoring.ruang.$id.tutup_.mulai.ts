import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { closePair } from '~/features/mentoring/closing.server'
import { roomPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  await closePair(member, { pairId })
  return redirect(roomPath(pairId, 'tutup'), 303)
})

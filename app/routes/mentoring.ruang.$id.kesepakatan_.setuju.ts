import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { confirmAgreement } from '~/features/mentoring/agreement.server'
import { roomPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const revision = idParam(String((await readForm(request)).get('revision') ?? ''))
  if (!revision) throw new Invalid('http:invalid.format')
  await confirmAgreement(member, { pairId, revision })
  return redirect(roomPath(pairId, 'kesepakatan'), 303)
})

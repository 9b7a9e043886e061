import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { claimCase, releaseCase } from '~/features/moderation/cases.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const caseId = idParam(params.id)
  if (!caseId) throw new NotFound('case')
  await ((await readForm(request)).get('ambil') === '0' ? releaseCase : claimCase)(member, { caseId })
  return redirect(`/moderasi/${caseId}`, 303)
})

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { closeAccount, reopenAccount } from '~/features/people/access.server'
import { officerOf } from '~/features/people/viewer.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const personId = idParam(params.id)
  if (personId === null) throw new NotFound('person')
  if (personId === officer.personId) throw new Forbidden('ownAccount')
  const open = (await readForm(request)).get('open') === '1'
  await (open ? reopenAccount : closeAccount)(officer, { personId })
  return redirect(`/admin/orang/${personId}?kabar=${open ? 'reopened' : 'closed'}`, 303)
})

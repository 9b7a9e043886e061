import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { grantRole, revokeRole } from '~/features/people/access.server'
import { roleSchema } from '~/features/people/accounts.schema'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, submit } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  const personId = idParam(params.id)
  if (personId === null) throw new NotFound('person')
  return submit(await readForm(request), roleSchema, async ({ role, give }) => {
    await (give ? grantRole : revokeRole)(officer, { personId, role })
    return redirect(`/admin/orang/${personId}?kabar=role`, 303)
  })
})

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteAgainSchema } from '~/features/people/accounts.schema'
import { getManagedPerson } from '~/features/people/admin.queries.server'
import { inviteAgain } from '~/features/people/invitations.server'
import { ManagedPersonPage } from '~/features/people/pages/admin-people-pages'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, submit } from '~/platform/http/form.server'
import { roleNames } from '~/features/people/policy'
import { handle, idParam } from '~/platform/http/route.server'
import { hasRole } from '~/platform/viewer'

const idOf = (value: string | undefined): number => {
  const id = idParam(value)
  if (id === null) throw new NotFound('person')
  return id
}

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return { roles: roleNames, ...(await getManagedPerson(officer, idOf(params.id))), note: null, administrator: hasRole(officer, 'ADMINISTRATOR') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const personId = idOf(params.id)
  return submit(await readForm(request), inviteAgainSchema, async ({ email }) => {
    await inviteAgain(officer, { personId, email })
    return redirect(`/admin/orang/${personId}?kabar=invited`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} · Balai` }]

export default function InvitePerson() {
  return <ManagedPersonPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getManagedPerson } from '~/features/people/admin.queries.server'
import { ManagedPersonPage } from '~/features/people/pages/admin-people-pages'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { roleNames } from '~/features/people/policy'
import { handle, idParam } from '~/platform/http/route.server'
import { hasRole } from '~/platform/viewer'

const notes = ['invited', 'role', 'closed', 'reopened'] as const

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const id = idParam(params.id)
  if (id === null) throw new NotFound('person')
  const asked = new URL(request.url).searchParams.get('kabar')
  return { roles: roleNames, ...(await getManagedPerson(officer, id)), note: notes.find(note => note === asked) ?? null, administrator: hasRole(officer, 'ADMINISTRATOR') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.person.name ?? ''} · Balai` }]

export default function ManagedPerson() {
  return <ManagedPersonPage {...useLoaderData<typeof loader>()} />
}

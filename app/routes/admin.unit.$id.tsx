import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setHead } from '~/features/people/access.server'
import { headSchema } from '~/features/people/accounts.schema'
import { getUnitForHead } from '~/features/people/admin.queries.server'
import { UnitHeadPage } from '~/features/people/pages/admin-pages'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, submit } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { hasRole } from '~/platform/viewer'

const idOf = (value: string | undefined): number => {
  const id = idParam(value)
  if (id === null) throw new NotFound('unit')
  return id
}

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return { ...(await getUnitForHead(officer, idOf(params.id))), saved: new URL(request.url).searchParams.has('tersimpan'), administrator: hasRole(officer, 'ADMINISTRATOR') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const unitId = idOf(params.id)
  return submit(await readForm(request), headSchema, async ({ personId }) => {
    await setHead(officer, { unitId, personId })
    return redirect(`/admin/unit/${unitId}?tersimpan`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.unit.name ?? ''} · Balai` }]

export default function UnitHead() {
  return <UnitHeadPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}

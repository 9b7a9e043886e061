import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdminUnitsPage } from '~/features/people/pages/admin-pages'
import { listUnitTree } from '~/features/people/units.queries.server'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { hasRole } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  return { units: await listUnitTree(officer), administrator: hasRole(officer, 'ADMINISTRATOR'), title: translator(officer.locale, 'people')('admin.units.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function AdminUnits() {
  return <AdminUnitsPage {...useLoaderData<typeof loader>()} />
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnitTreePage } from '~/features/people/pages/unit-pages'
import { listUnitTree } from '~/features/people/units.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { units: await listUnitTree(member), title: translator(member.locale, 'people')('unit.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Units() {
  return <UnitTreePage units={useLoaderData<typeof loader>().units} />
}

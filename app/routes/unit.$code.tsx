import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findAnswerTime } from '~/features/forum/heard.queries.server'
import { UnitHeardLine } from '~/features/forum/pages/heard-pages'
import { UnitPage } from '~/features/people/pages/unit-pages'
import { canSetHeads } from '~/features/people/policy'
import { getUnit } from '~/features/people/units.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const asked = new URL(request.url).searchParams
  const id = idParam(asked.get('sesudah') ?? undefined)
  const unit = await getUnit(member, params.code ?? '', id === null ? null : { name: asked.get('nama') ?? '', id })
  return { unit, time: await findAnswerTime(unit.id), title: unit.name, adminHref: canSetHeads(member) ? `/admin/unit/${unit.id}` : null }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Unit() {
  const { unit, adminHref, time } = useLoaderData<typeof loader>()
  return <UnitPage unit={unit} adminHref={adminHref} heard={<UnitHeardLine code={unit.code} time={time} />} />
}

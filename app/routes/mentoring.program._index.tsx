import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HealthPage } from '~/features/mentoring/care/pages/health-page'
import { getHealth } from '~/features/mentoring/health.queries.server'
import { findLastPairing } from '~/features/mentoring/pairings.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const doneWords = ['colek', 'sudah'] as const

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const health = await getHealth(member)
  const said = new URL(request.url).searchParams.get('selesai')
  return { health, pairing: await findLastPairing(member, null), done: doneWords.find(word => word === said) ?? null, title: translator(member.locale, 'care')('health.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Programme() {
  const { title: _title, ...page } = useLoaderData<typeof loader>()
  return <HealthPage {...page} />
}

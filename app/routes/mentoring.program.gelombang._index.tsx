import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WaveListPage } from '~/features/mentoring/care/pages/wave-pages'
import { isOfficer } from '~/features/mentoring/offers-policy'
import { listWaves } from '~/features/mentoring/waves.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  if (!isOfficer(member)) throw new NotFound('wave')
  return { waves: await listWaves(member), title: translator(member.locale, 'care')('wave.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Waves() {
  return <WaveListPage waves={useLoaderData<typeof loader>().waves} />
}

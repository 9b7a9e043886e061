import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CityPage } from '~/features/mentoring/care/pages/city-page'
import { getCityMentoring } from '~/features/mentoring/city.queries.server'
import { seesDirectory } from '~/features/mentoring/offers-policy'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  return { city: await getCityMentoring(), member: seesDirectory(viewer, false), title: translator(viewer.locale, 'care')('city.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function City() {
  const { city, member } = useLoaderData<typeof loader>()
  return <CityPage city={city} member={member} />
}

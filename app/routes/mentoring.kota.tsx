import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CityPage } from '~/features/mentoring/care/pages/city-page'
import { getCityMentoring } from '~/features/mentoring/city.queries.server'
import { listCompetencies } from '~/features/mentoring/directory.queries.server'
import { seesDirectory } from '~/features/mentoring/offers-policy'
import { viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const [city, competencies] = await Promise.all([getCityMentoring(), listCompetencies()])
  return { city, competencies, member: seesDirectory(viewer, false), title: translator(viewer.locale, 'care')('city.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function City() {
  const { title: _title, ...page } = useLoaderData<typeof loader>()
  return <CityPage {...page} />
}

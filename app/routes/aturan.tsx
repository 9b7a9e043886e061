import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AboutPage } from '~/features/about/pages/about-page'
import { viewerOf } from '~/features/people/viewer.server'
import { env } from '~/platform/env/env.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const { locale } = await viewerOf(request)
  return { city: env().CITY_NAME, title: translator(locale, 'about')('rules.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Page() {
  return <AboutPage name="rules" city={useLoaderData<typeof loader>().city} />
}

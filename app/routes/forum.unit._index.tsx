import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAnswerTimes } from '~/features/forum/heard.queries.server'
import { AnswerTimesPage } from '~/features/forum/pages/heard-pages'
import { viewerOf } from '~/features/people/viewer.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/i18n'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  pageTags('heard')
  return { units: await listAnswerTimes(), title: translator(viewer.locale, 'kinds')('heard.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function AnswerTimes() {
  return <AnswerTimesPage units={useLoaderData<typeof loader>().units} />
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReportListPage } from '~/features/mentoring/care/pages/report-pages'
import { listReports } from '~/features/mentoring/reports.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { rows: await listReports(member), title: translator(member.locale, 'care')('reports.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Reports() {
  return <ReportListPage rows={useLoaderData<typeof loader>().rows} />
}

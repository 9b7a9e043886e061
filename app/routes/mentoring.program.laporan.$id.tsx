import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReportPage } from '~/features/mentoring/care/pages/report-pages'
import { outcomeSchema } from '~/features/mentoring/care.schema'
import { reportPath } from '~/features/mentoring/paths'
import { getReport } from '~/features/mentoring/reports.queries.server'
import { closeReport, enterRoom } from '~/features/mentoring/reports.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('report')
  return { report: await getReport(member, id), title: translator(member.locale, 'care')('reports.number', { number: id }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const reportId = idParam(params.id)
  if (!reportId) throw new NotFound('report')
  const form = textsOf(await readForm(request))
  if (form.act === 'masuk') {
    await enterRoom(member, reportId)
    return redirect(reportPath(reportId), 303)
  }
  return keepTyped({ outcome: form.outcome ?? '' }, async () => {
    await closeReport(member, { reportId, ...checked(outcomeSchema, form) })
    return redirect('/mentoring/program/laporan', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Report() {
  return <ReportPage report={useLoaderData<typeof loader>().report} outcome="" errors={{}} {...useActionData<typeof action>()} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { ReportFormPage } from '~/features/mentoring/care/pages/report-pages'
import { reportSchema } from '~/features/mentoring/care.schema'
import { listOwnReports } from '~/features/mentoring/reports.queries.server'
import { listReportable, sendReport } from '~/features/mentoring/reports.server'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const pairId = idParam(search.get('ruang') ?? undefined)
  const requestId = pairId ? null : idParam(search.get('permintaan') ?? undefined)
  const sent = search.get('terkirim')
  const [people, own] = await Promise.all([listReportable(member, { ...(pairId ? { pairId } : {}), ...(requestId ? { requestId } : {}) }), listOwnReports(member)])
  return {
    pairId, requestId, people, own, sent: sent === '2' ? 'keluar' as const : sent === '1' ? 'terkirim' as const : null, clientKey: randomUUID(), title: translator(member.locale, 'care')('report.title'),
  }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = textsOf(await readForm(request))
  return keepTyped({ text: form.text ?? '', aboutId: Number(form.aboutId) || null }, async () => {
    const { leave, block, pairId, requestId, ...rest } = checked(reportSchema, form)
    const made = await sendReport(member, { ...rest, ...(pairId ? { pairId } : {}), ...(requestId ? { requestId } : {}), leave: leave === '1', block: block === '1' })
    return redirect(`/mentoring/lapor?terkirim=${made.left ? 2 : 1}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Report() {
  const { title: _title, ...page } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <ReportFormPage {...page} text="" aboutId={null} errors={{}} {...result} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { seriesPath } from '~/features/forum/meetings-paths'
import { SeriesFormPage } from '~/features/forum/pages/series-form-page'
import { formValues, getSeriesForEdit } from '~/features/forum/series.queries.server'
import { editSeries } from '~/features/forum/series.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('series')
  const series = await getSeriesForEdit(member, id)
  return { series: { id, url: seriesPath(series) }, values: formValues(series), clientKey: randomUUID(), title: translator(member.locale, 'meetings')('form.editTitle') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('series')
  const form = textsOf(await readForm(request))
  return keepTyped({ values: form }, async () => redirect(seriesPath(await editSeries(member, id, form)), 303))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function EditSeries() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SeriesFormPage categories={[]} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

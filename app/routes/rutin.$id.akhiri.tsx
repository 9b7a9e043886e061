import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seriesPath } from '~/features/forum/meetings-paths'
import { EndSeriesPage } from '~/features/forum/pages/series-pages'
import { getSeriesForEdit } from '~/features/forum/series.queries.server'
import { endSeries } from '~/features/forum/series.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('series')
  const { slug, title } = await getSeriesForEdit(member, id)
  return { series: { id, slug, title }, pageTitle: translator(member.locale, 'meetings')('end.title', { title }) }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const seriesId = idParam(params.id)
  if (!seriesId) throw new NotFound('series')
  return redirect(seriesPath(await endSeries(member, { seriesId })), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function EndSeries() {
  const { series } = useLoaderData<typeof loader>()
  return <EndSeriesPage series={series} />
}

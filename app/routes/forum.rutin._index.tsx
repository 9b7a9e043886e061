import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCategories } from '~/features/forum/categories.queries.server'
import { canStartSeries } from '~/features/forum/meetings-policy'
import { SeriesListPage } from '~/features/forum/pages/series-pages'
import { listSeries } from '~/features/forum/series.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { isMember } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const ended = search.get('daftar') === 'berakhir'
  pageTags('series')
  const [list, categories] = await Promise.all([listSeries(viewer, { ended, before: idParam(search.get('sebelum') ?? undefined) }), viewer.kind === 'ASN' ? listCategories(viewer) : []])
  return { ...list, ended, mayStart: categories.some(category => canStartSeries(viewer, category)), member: isMember(viewer), title: translator(viewer.locale, 'meetings')('series.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function SeriesList() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SeriesListPage {...loaded} />
}

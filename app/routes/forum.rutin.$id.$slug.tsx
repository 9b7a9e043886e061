import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { calendarSecretOf } from '~/features/people/calendar-key.server'
import { seriesCalendarPath, seriesPath } from '~/features/forum/meetings-paths'
import { SeriesPage } from '~/features/forum/pages/series-pages'
import { getSeriesPage } from '~/features/forum/series.queries.server'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle, idParam } from '~/platform/http/route.server'
import { isMember } from '~/platform/viewer'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('series')
  const viewer = await viewerOf(request)
  const cursor = new URL(request.url).searchParams.get('kursor')
  const page = await getSeriesPage(viewer, id, cursor)
  if (params.slug !== page.series.slug) throw redirect(seriesPath(page.series), 301)
  pageTags('series')
  const [watch, secret] = await Promise.all([findWatch(viewer, `series:${id}`), isMember(viewer) ? calendarSecretOf(viewer) : null])
  return { page, watch, calendar: secret === null ? null : seriesCalendarPath(id, secret), paged: cursor !== null }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.page.series.title ?? ''} · Balai` },
  ...(data && data.page.series.category.audience !== 'public' ? [{ name: 'robots', content: 'noindex' }] : []),
]

export default function Series() {
  return <SeriesPage {...useLoaderData<typeof loader>()} />
}

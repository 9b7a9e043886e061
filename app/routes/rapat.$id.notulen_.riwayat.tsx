import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { revisionParams } from '~/features/discussion/posts.schema'
import { getMinutesHistory } from '~/features/forum/minutes.queries.server'
import { MinutesHistoryPage } from '~/features/forum/pages/minutes-page'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('minutes')
  const search = new URL(request.url).searchParams
  const viewer = await viewerOf(request)
  const history = await getMinutesHistory(viewer, id, revisionParams.parse({ from: search.get('dari') ?? undefined, to: search.get('ke') ?? undefined }))
  return { history, title: translator(viewer.locale, 'meetings')('minutes.historyOf', { title: history.meeting.title }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function MinutesHistory() {
  const { history } = useLoaderData<typeof loader>()
  return <MinutesHistoryPage {...history} />
}

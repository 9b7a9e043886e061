import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { compareParams } from '~/features/knowledge/articles.schema'
import { getHistory } from '~/features/knowledge/history.queries.server'
import { HistoryPage } from '~/features/knowledge/pages/history-page'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const search = new URL(request.url).searchParams
  const viewer = await viewerOf(request)
  pageTags('knowledge')
  const page = await getHistory(viewer, id, compareParams.parse({ from: search.get('dari') ?? undefined, to: search.get('ke') ?? undefined }))
  return { page, clientKey: viewer.personId === null ? '' : randomUUID(), title: translator(viewer.locale, 'knowledge')('history.of', { title: page.article.title }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function History() {
  const { page, clientKey } = useLoaderData<typeof loader>()
  return <HistoryPage page={page} clientKey={clientKey} />
}

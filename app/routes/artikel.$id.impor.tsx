import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getArticleForm } from '~/features/knowledge/history.queries.server'
import { lostOf } from '~/features/knowledge/imports.server'
import { ImportReportPage } from '~/features/knowledge/pages/import-pages'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** What could not be kept of the file this draft was made of: `?hilang=pictures.2~levels.1`. For who works on it. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const { article } = await getArticleForm(member, id)
  const lost = Object.entries(lostOf(new URL(request.url).searchParams.get('hilang') ?? ''))
  return { article: { id, title: article?.title ?? '' }, lost, title: translator(member.locale, 'knowledge')('import.report') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function ImportReport() {
  const { article, lost } = useLoaderData<typeof loader>()
  return <ImportReportPage article={article} lost={lost} />
}

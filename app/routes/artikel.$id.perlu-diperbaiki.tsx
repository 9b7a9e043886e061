import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getArticlePage } from '~/features/knowledge/article-page.queries.server'
import { noteSchema } from '~/features/knowledge/articles.schema'
import { reportChange } from '~/features/knowledge/notes.server'
import { ReportPage } from '~/features/knowledge/pages/keep-pages'
import { articlePath } from '~/features/knowledge/paths'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  const page = id ? await getArticlePage(member, id) : null
  if (!page || 'drafted' in page) throw new NotFound('article')
  return { article: { id: page.id, slug: page.slug, title: page.title, owner: page.owner.name }, title: translator(member.locale, 'knowledge')('report.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const typed = textsOf(await readForm(request))
  return keepTyped({ text: typed.text ?? '' }, async () => redirect(articlePath(await reportChange(member, { articleId, ...checked(noteSchema, typed) })), 303))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Report() {
  const { article } = useLoaderData<typeof loader>()
  return <ReportPage article={article} text="" errors={{}} {...useActionData<typeof action>()} />
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepSchema } from '~/features/knowledge/articles.schema'
import { getKeepForm } from '~/features/knowledge/keeping.queries.server'
import { keepArticle } from '~/features/knowledge/keeping.server'
import { KeepPage } from '~/features/knowledge/pages/keep-pages'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const t = translator(member.locale, 'knowledge')
  const form = await getKeepForm(member, id, t)
  return { ...form, title: `${t('keep.title')}: ${form.article.title}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const typed = textsOf(await readForm(request))
  const parsed = keepSchema.safeParse(typed)
  if (!parsed.success) return data({ values: typed, errors: fieldErrors(parsed.error) }, { status: 422 })
  return keepTyped({ values: typed }, async () => {
    const article = await keepArticle(member, { articleId, ...parsed.data })
    return redirect(article.approved === null ? `/artikel/${articleId}/tinjauan` : `/pengetahuan/a/${articleId}/${article.slug}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Keep() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <KeepPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { serviceOf } from '~/features/knowledge/articles-form.server'
import { saveArticleSchema } from '~/features/knowledge/articles.schema'
import { NewerRevision, saveArticle } from '~/features/knowledge/articles.server'
import { getArticleForm, getNewerText } from '~/features/knowledge/history.queries.server'
import { ArticleFormPage } from '~/features/knowledge/pages/article-form-page'
import { articleActPath } from '~/features/knowledge/paths'
import { sendArticle } from '~/features/knowledge/review.server'
import { contentOf } from '~/features/discussion/written.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { Conflict, NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const form = await getArticleForm(member, id)
  return { form, clientKey: randomUUID(), title: `${translator(member.locale, 'knowledge')('edit.title')}: ${form.article?.title ?? ''}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const typed = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }, more: object = {}) =>
    data({ errors, values: typed, doc: typed.doc || null, markdown: typed.markdown ?? '', draftAt: null, clientKey: randomUUID(), base: Number(typed.base) || 0, newer: null, ...more }, init)
  const parsed = saveArticleSchema.safeParse(typed)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  const { doc, markdown, title, summary, tags, why, clientKey, base, shared, then } = parsed.data
  try {
    const made = await saveArticle(member, { articleId, base, shared, title, summary, tags, why, clientKey, service: serviceOf(parsed.data), written: { doc, markdown } })
    // what is under review already stays there
    if (then === 'kirim') await sendArticle(member, { articleId, revision: made.revision }).catch((error: unknown) => { if (!(error instanceof Conflict)) throw error })
    return redirect(articleActPath(articleId, 'tinjauan'), 303)
  } catch (error) {
    if (error instanceof NewerRevision) return refuse(error.fields, { status: 409 }, { base: error.newest, newer: await getNewerText(member, articleId, contentOf({ doc, markdown }).text) })
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function EditArticle() {
  const { form, clientKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <ArticleFormPage key={sent?.clientKey ?? clientKey} {...form} collections={[]} templates={{}} clientKey={clientKey} errors={{}} {...sent} />
}

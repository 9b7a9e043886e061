import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { findDraft } from '~/features/discussion/drafts.server'
import { findTopicSource } from '~/features/forum/article-source.server'
import { serviceOf, templatesOf } from '~/features/knowledge/articles-form.server'
import { newArticleSchema } from '~/features/knowledge/articles.schema'
import { createArticle } from '~/features/knowledge/articles.server'
import { listCollections, listOwnTemplates } from '~/features/knowledge/collections.queries.server'
import { articleKinds } from '~/features/knowledge/kinds'
import { ArticleFormPage } from '~/features/knowledge/pages/article-form-page'
import { articleActPath } from '~/features/knowledge/paths'
import { canWriteIn } from '~/features/knowledge/policy'
import { getRequest } from '~/features/knowledge/requests.queries.server'
import { sendArticle } from '~/features/knowledge/review.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `?koleksi=`, `?jenis=`, and `?topik=` for one that is made of a conversation. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const asked = new URL(request.url).searchParams
  const topic = idParam(asked.get('topik') ?? undefined)
  const t = translator(member.locale, 'knowledge')
  const source = topic ? await findTopicSource(member, topic, translator(member.locale, 'threads')) : null
  const wanted = idParam(asked.get('permintaan') ?? undefined)
  const forRequest = wanted ? await getRequest(member, wanted).catch(() => null) : null
  const [draft, own, all] = await Promise.all([findDraft(member, source ? `new-article:${source.id}` : 'new-article'), listOwnTemplates(member), listCollections(member)])
  const collections = all.filter(one => canWriteIn(member, one))
  const templates = templatesOf(kind => t(`template.${kind}`), articleKinds, own)
  const fields = (draft?.fields ?? {}) as Record<string, string>
  const kind = articleKinds.find(one => one === (fields.kind ?? asked.get('jenis'))) ?? source?.kind ?? 'HOW_TO'
  const collection = fields.collection ?? forRequest?.collectionSlug ?? asked.get('koleksi') ?? ''
  return {
    collections, templates, source: source ? { id: source.id, title: source.title, url: source.url, names: source.people.map(one => one.name) } : null,
    values: { collection, kind, title: source?.title ?? forRequest?.title ?? (asked.get('judul') ?? '').slice(0, 150), request: forRequest ? String(forRequest.id) : '', tags: source?.tags.join(', ') ?? '', ...fields, ...(draft?.title ? { title: draft.title } : {}) } as Record<string, string>,
    doc: draft?.doc ?? null, markdown: draft ? draft.markdown : source ? source.markdown : (templates[`${collection}:${kind}`] ?? templates[`:${kind}`] ?? ''), draftAt: draft?.updatedAt ?? null, clientKey: randomUUID(), pageTitle: t('new.title'),
  }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  const typed = textsOf(form)
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ errors, values: typed, doc: typed.doc || null, markdown: typed.markdown ?? '', draftAt: null, clientKey: typed.clientKey || randomUUID() }, init)
  const parsed = newArticleSchema.safeParse(typed)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    const { doc, markdown, collection, kind, title, summary, tags, why, clientKey, source, request: requestId } = parsed.data
    const topic = source ? await findTopicSource(member, source, translator(member.locale, 'threads')) : null
    const made = await createArticle(member, { collection, kind, title, summary, tags, why, clientKey, service: serviceOf(parsed.data), written: { doc, markdown }, requestId: requestId ?? null, source: topic ? { threadId: topic.id, personIds: topic.people.map(one => one.id), audience: topic.audience } : null })
    if (typed.then === 'kirim') await sendArticle(member, { articleId: made.id, revision: 1 })
    return redirect(articleActPath(made.id, 'tinjauan'), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ''} · Balai` }]

export default function NewArticle() {
  const { pageTitle: _pageTitle, ...loaded } = useLoaderData<typeof loader>()
  return <ArticleFormPage article={null} base={0} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { decisionSchema } from '~/features/knowledge/articles.schema'
import { getWorkPage } from '~/features/knowledge/history.queries.server'
import { WorkPage } from '~/features/knowledge/pages/work-page'
import { articleActPath, articlePath } from '~/features/knowledge/paths'
import { listReviewComments } from '~/features/knowledge/review-comments.server'
import { approveArticle, returnArticle } from '~/features/knowledge/review.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('article')
  const [page, said] = await Promise.all([getWorkPage(member, id), listReviewComments(member, id)])
  const search = new URL(request.url).searchParams
  const wrong = search.get('salah')
  const remarks = { ...said, clientKey: randomUUID(), values: { text: search.get('text') ?? '', bagian: search.get('bagian') ?? '' }, errors: wrong === 'text' || wrong === 'quote' ? [`review:errors.${wrong}`] : [] }
  return { page, remarks, title: `${translator(member.locale, 'knowledge')('review.crumb')}: ${page.preview.title}` }
})

/** The decision: approve, or send back with reasons. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const typed = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ reason: typed.reason ?? '', errors }, init)
  const parsed = decisionSchema.safeParse(typed)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  const { decision, revision, reason } = parsed.data
  try {
    if (decision === 'sahkan') return redirect(articlePath(await approveArticle(member, { articleId, revision })), 303)
    await returnArticle(member, { articleId, revision, reason })
    return redirect(articleActPath(articleId, 'tinjauan'), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Work() {
  const { page, remarks } = useLoaderData<typeof loader>()
  return <WorkPage page={page} remarks={remarks} reason="" errors={{}} {...useActionData<typeof action>()} />
}

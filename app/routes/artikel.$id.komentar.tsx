import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { getArticlePage } from '~/features/knowledge/article-page.queries.server'
import { commentOn } from '~/features/knowledge/comments.server'
import { CommentFormPage } from '~/features/knowledge/pages/comment-page'
import { articlePath } from '~/features/knowledge/paths'
import { commentSchema } from '~/features/knowledge/readers.schema'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  const page = id ? await getArticlePage(member, id) : null
  if (!page || 'drafted' in page) throw new NotFound('article')
  return { article: { id: page.id, slug: page.slug, title: page.title }, clientKey: randomUUID(), title: translator(member.locale, 'readers')('comments.page') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const typed = textsOf(await readForm(request))
  const refuse = (errors: readonly string[], clientKey: string, init: ResponseInit = { status: 422 }) => data({ markdown: typed.markdown ?? '', errors, clientKey }, init)
  const parsed = commentSchema.safeParse(typed)
  if (!parsed.success) return refuse(parsed.error.issues.map(issue => issue.message), randomUUID())
  const { doc, markdown, clientKey } = parsed.data
  try {
    const { article, made } = await commentOn(member, { articleId, written: { doc, markdown }, clientKey })
    return redirect(made.held ? '/menunggu?baru' : `${articlePath(article)}#p${made.number}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return refuse(Object.values(errors).flat(), clientKey, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Comment() {
  const { article, clientKey } = useLoaderData<typeof loader>()
  return <CommentFormPage article={article} clientKey={clientKey} markdown="" errors={[]} {...useActionData<typeof action>()} />
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { markdownFromDoc } from '~/editor/content.server'
import { findDraft } from '~/features/discussion/drafts.server'
import { EditPostPage } from '~/features/discussion/pages/edit-post-page'
import { getPostForEdit } from '~/features/discussion/posts.queries.server'
import { editPostSchema } from '~/features/discussion/posts.schema'
import { editPost } from '~/features/discussion/posts.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const { thread, post, doc, revision } = await getPostForEdit(member, postId)
  const draft = await findDraft(member, `post:${postId}`)
  return {
    postId, threadId: thread.id, number: post.number, revision, url: `/forum/t/${thread.id}/-/${post.number}`, draftAt: draft?.updatedAt ?? null,
    initialDoc: draft ? draft.doc : doc, initialMarkdown: draft && !draft.doc ? draft.markdown : markdownFromDoc(draft?.doc ?? doc),
    title: translator(member.locale, 'discussion')('edit.title', { number: post.number }),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const form = Object.fromEntries(await readForm(request))
  const typed = { doc: String(form.doc ?? ''), markdown: String(form.markdown ?? '') }
  const parsed = editPostSchema.safeParse(form)
  if (!parsed.success) return data({ errors: parsed.error.issues.map(issue => issue.message), typed }, { status: 422 })
  try {
    const { revision, ...written } = parsed.data
    const place = await editPost(member, { postId, revision, written })
    return redirect(`/forum/t/${place.threadId}/-/${place.number}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors: Object.values(errors).flat(), typed }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function EditPost() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <EditPostPage {...loaded} errors={result?.errors ?? []} {...(result ? { initialDoc: result.typed.doc || null, initialMarkdown: result.typed.markdown } : {})} />
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findBookmark } from '~/features/discussion/bookmarks.queries.server'
import { bookmarkSchema } from '~/features/discussion/bookmarks.schema'
import { keepBookmark } from '~/features/discussion/bookmarks.server'
import { dayOf } from '~/features/discussion/local-day'
import { BookmarkFormPage } from '~/features/discussion/pages/bookmarks-page'
import { getPost } from '~/features/discussion/posts.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const [{ thread, post, author }, kept] = await Promise.all([getPost(member, postId), findBookmark(member, postId)])
  return {
    postId, number: post.number, authorName: author.name, url: `/forum/t/${thread.id}/-/${post.number}#p${post.number}`, kept: kept !== null,
    values: { note: kept?.note ?? '', remindOn: kept?.remindOn ?? '' }, earliest: dayOf(Date.now() + 16 * 3_600_000, member.timeZone),
    title: translator(member.locale, 'bookmarks')('of', { name: author.name, number: post.number }),
  }
})

/** One press keeps it (`ke=pos` leads back to the post); the form adds note and day. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const postId = idParam(params.id)
  if (!postId) throw new NotFound('post')
  const form = Object.fromEntries(await readForm(request))
  const values = { note: String(form.note ?? ''), remindOn: String(form.remindOn ?? '') }
  const parsed = bookmarkSchema.safeParse(form)
  if (!parsed.success) return data({ values, errors: fieldErrors(parsed.error) }, { status: 422 })
  return keepTyped({ values }, async () => {
    const { threadId, number } = await keepBookmark(member, { ...parsed.data, postId })
    return redirect(form.ke === 'pos' ? `/forum/t/${threadId}/-/${number}#p${number}` : '/markah', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Bookmark() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <BookmarkFormPage {...loaded} errors={{}} {...useActionData<typeof action>()} />
}

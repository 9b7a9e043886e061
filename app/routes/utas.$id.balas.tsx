import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { findDraft } from '~/features/discussion/drafts.server'
import { canMask } from '~/features/discussion/policy'
import { ReplyPage } from '~/features/discussion/pages/reply-page'
import { getPostText } from '~/features/discussion/posts.queries.server'
import { quoteMarkdown } from '~/features/discussion/quote'
import { replySchema } from '~/features/discussion/posts.schema'
import { reply } from '~/features/discussion/posts.server'
import { topicPath } from '~/features/forum/paths'
import { getTopicHead } from '~/features/forum/topics.queries.server'
import { roomPath } from '~/features/mentoring/paths'
import { findRoomOfThread } from '~/features/mentoring/room.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { findVoice } from '~/features/people/voices.server'
import { readFormWithFiles } from '~/features/uploads/multipart.server'
import { asMarkdown, storeUpload } from '~/features/uploads/uploads.server'
import { NotFound, TooMany } from '~/platform/errors'
import { refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  if (!threadId) throw new NotFound('thread')
  const room = await findRoomOfThread(member, threadId)
  const topic = room ? null : await getTopicHead(member, threadId)
  const search = new URL(request.url).searchParams
  const number = idParam(search.get('kutip') ?? search.get('ke') ?? undefined)
  const target = number ? await getPostText(member, threadId, number) : null
  const draft = await findDraft(member, `thread:${threadId}`)
  const quote = target && number && search.has('kutip') ? quoteMarkdown({ threadId, number, name: target.authorName, text: target.text }) : ''
  return {
    threadId, title: topic?.title ?? room?.title ?? '', url: topic ? topicPath(topic, number ?? undefined) : roomPath(room?.pairId ?? 0), clientKey: randomUUID(), draftAt: draft?.updatedAt ?? null, mask: canMask(member, topic?.masks ?? false), voice: topic ? await findVoice(member, topic.unitId ?? null) : null,
    target: target && number ? { number, name: target.authorName } : null, initialDoc: draft && !quote ? draft.doc : null, initialMarkdown: [quote, draft?.markdown].filter(Boolean).join('\n\n'),
  }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  if (!threadId) throw new NotFound('thread')
  const { form, files } = await readFormWithFiles(request)
  const masked = form.get('samaran') === '1'
  const typed = { doc: String(form.get('doc') ?? ''), markdown: String(form.get('markdown') ?? '') }
  const refuse = (errors: string[], clientKey: string, init: ResponseInit = { status: 422 }, waitMinutes?: number) =>
    data({ errors, clientKey, masked, waitMinutes, initialDoc: typed.doc || null, initialMarkdown: typed.markdown }, init)
  const parsed = replySchema.safeParse({ ...typed, clientKey: form.get('clientKey') ?? '', replyTo: form.get('ke') || undefined, samaran: form.get('samaran') ?? undefined, voice: form.get('voice') || undefined })
  if (!parsed.success) return refuse(parsed.error.issues.map(issue => issue.message), randomUUID())
  const { clientKey, replyTo, doc, voice } = parsed.data
  try {
    const stored = []
    for (const file of files) stored.push(await storeUpload(member, file))
    const markdown = [parsed.data.markdown, asMarkdown(stored)].filter(Boolean).join('\n\n')
    const made = await reply(member, { threadId, written: { doc: stored.length ? undefined : doc, markdown }, replyTo, clientKey, masked, voiceUnitId: voice ?? null })
    return redirect(made.held ? '/menunggu?baru' : `/forum/t/${threadId}/-/${made.number}`, 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    if (error instanceof TooMany) return refuse([], clientKey, init, Math.ceil(error.retryAfter / 60))
    return refuse(Object.values(errors).flat(), clientKey, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Reply() {
  return <ReplyPage {...useLoaderData<typeof loader>()} errors={[]} {...useActionData<typeof action>()} />
}

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
import { Forbidden, Invalid, NotFound, TooMany } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'
import { reasonKey } from '~/platform/i18n/reasons'

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
  const refuse = (errors: string[], clientKey: string, status = 422) => data({ errors, typed, clientKey, masked }, { status })
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
    if (error instanceof Invalid) return refuse(Object.values(error.fields).flat(), clientKey)
    if (error instanceof TooMany) return data({ errors: [], typed, clientKey, masked, waitMinutes: Math.ceil(error.retryAfter / 60) }, { status: 429 })
    if (error instanceof Forbidden && error.reason !== 'generic') return refuse([reasonKey(error.reason)], clientKey, 403)
    throw error
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Reply() {
  const loaded = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return <ReplyPage {...loaded} errors={result?.errors ?? []} {...(result ? { initialDoc: result.typed.doc || null, initialMarkdown: result.typed.markdown, clientKey: result.clientKey } : {})} />
}

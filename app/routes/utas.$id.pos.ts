import type { ActionFunctionArgs } from '@remix-run/node'
import { getPost } from '~/features/discussion/posts.queries.server'
import { replySchema } from '~/features/discussion/posts.schema'
import { reply } from '~/features/discussion/posts.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound, TooMany } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handleJson, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** The composer's door with JavaScript: answers the post as everybody sees it, or sentences for the writer. */
export const action = handleJson(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const threadId = idParam(params.id)
  if (!threadId) throw new NotFound('thread')
  const form = Object.fromEntries(await readForm(request))
  const t = translator(member.locale, 'discussion')
  const parsed = replySchema.safeParse({ ...form, replyTo: form.ke || undefined, voice: form.voice || undefined })
  if (!parsed.success) return Response.json({ code: 'Invalid', words: parsed.error.issues.map(issue => t(issue.message)) }, { status: 422 })
  const { doc, markdown, clientKey, replyTo, voice, samaran: masked } = parsed.data
  try {
    const made = await reply(member, { threadId, written: { doc, markdown }, replyTo, clientKey, masked, voiceUnitId: voice ?? null })
    if (made.held) return { held: true }
    const { post, author } = made.seen ?? await getPost(member, made.id)
    return { post, author }
  } catch (error) {
    if (error instanceof Invalid) return Response.json({ code: 'Invalid', words: Object.values(error.fields).flat().map(key => t(key)) }, { status: 422 })
    if (error instanceof TooMany) return Response.json({ code: 'TooMany', words: [t('composer.slow', { count: Math.ceil(error.retryAfter / 60) })] }, { status: 429 })
    throw error
  }
})

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { articleActPath } from '~/features/knowledge/paths'
import { reviewCommentSchema } from '~/features/knowledge/review-comments.schema'
import { commentOnText } from '~/features/knowledge/review-comments.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** A comment on words of the text. What cannot be taken goes back to the page with what was typed. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  if (!articleId) throw new NotFound('article')
  const typed = textsOf(await readForm(request))
  const back = (key: string) => redirect(`${articleActPath(articleId, 'tinjauan')}?${new URLSearchParams({ salah: key, text: (typed.text ?? '').slice(0, 1_500), bagian: typed.bagian ?? '' }).toString()}#komentar-naskah`, 303)
  const parsed = reviewCommentSchema.safeParse(typed)
  if (!parsed.success) return back(parsed.error.issues.some(issue => issue.path[0] === 'text') ? 'text' : 'quote')
  const { revision, text, clientKey, quote, prefix, suffix, bagian } = parsed.data
  try {
    const { id } = await commentOnText(member, { articleId, revision, text, clientKey, at: quote ? { quote, prefix, suffix } : (bagian ?? -1) })
    return redirect(`${articleActPath(articleId, 'tinjauan')}#komentar-${id}`, 303)
  } catch (error) {
    if (error instanceof Invalid) return back('quote')
    throw error
  }
})

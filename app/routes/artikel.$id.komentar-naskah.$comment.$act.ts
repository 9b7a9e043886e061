import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { articleActPath } from '~/features/knowledge/paths'
import { reviewAnswerSchema } from '~/features/knowledge/review-comments.schema'
import { answerComment, resolveComment } from '~/features/knowledge/review-comments.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** `jawab` answers a comment, `selesai` resolves it (`on=0` opens it again). */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const articleId = idParam(params.id)
  const commentId = idParam(params.comment)
  if (!articleId || !commentId || (params.act !== 'jawab' && params.act !== 'selesai')) throw new NotFound('comment')
  const typed = textsOf(await readForm(request))
  if (params.act === 'selesai') await resolveComment(member, { articleId, commentId, on: typed.on !== '0' })
  else {
    const parsed = reviewAnswerSchema.safeParse(typed)
    if (!parsed.success) throw new Invalid('http:invalid.format')
    await answerComment(member, { articleId, commentId, ...parsed.data })
  }
  return redirect(`${articleActPath(articleId, 'tinjauan')}#komentar-${commentId}`, 303)
})

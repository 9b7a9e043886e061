import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { answerSchema } from '~/features/forum/meetings.schema'
import { answerMeeting } from '~/features/forum/meetings.server'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('meeting')
  const parsed = answerSchema.safeParse(Object.fromEntries(await readForm(request)))
  if (!parsed.success) throw new Invalid('http:invalid.format')
  const { reply } = parsed.data
  return redirect(`${topicPath(await answerMeeting(member, { topicId, reply: reply === 'NONE' ? null : reply }))}#rapat`, 303)
})

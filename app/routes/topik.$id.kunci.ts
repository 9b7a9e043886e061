import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { lockTopic, unlockTopic } from '~/features/forum/topics.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('topic')
  const form = await readForm(request)
  await (form.get('kunci') === '0' ? unlockTopic : lockTopic)(member, { topicId })
  return redirect(`/forum/t/${topicId}`, 303)
})

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { finishTask } from '~/features/forum/minutes.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam, safePath } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const taskId = idParam(params.id)
  if (!taskId) throw new NotFound('task')
  const form = await readForm(request)
  await finishTask(member, { taskId, done: form.get('done') !== '0' })
  return redirect(safePath(String(form.get('ke') ?? ''), '/forum/tugas'), 303)
})

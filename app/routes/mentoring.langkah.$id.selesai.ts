import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { finishStep } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam, safePath } from '~/platform/http/route.server'

/** One press: done, or open again. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const stepId = idParam(params.id)
  if (!stepId) throw new NotFound('step')
  const form = await readForm(request)
  const { pairId } = await finishStep(member, { stepId, done: form.get('selesai') === '1' })
  return redirect(safePath(String(form.get('ke') ?? ''), roomPath(pairId, 'langkah')), 303)
})

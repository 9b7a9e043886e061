import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { removeStep } from '~/features/mentoring/notes.server'
import { roomPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam, safePath } from '~/platform/http/route.server'

/** Taken away. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const stepId = idParam(params.id)
  if (!stepId) throw new NotFound('step')
  const form = await readForm(request)
  const { pairId } = await removeStep(member, { stepId })
  return redirect(safePath(String(form.get('ke') ?? ''), roomPath(pairId, 'langkah')), 303)
})

import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { listPresence } from '~/features/mentoring/attendance.server'
import { sessionPath } from '~/features/mentoring/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'

/** The mentor's list of who was there. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const sessionId = idParam(params.id)
  if (!sessionId) throw new NotFound('session')
  const present = (await readForm(request)).getAll('hadir').map(value => idParam(String(value))).filter(id => id !== null)
  await listPresence(member, { sessionId, present })
  return redirect(sessionPath(sessionId), 303)
})

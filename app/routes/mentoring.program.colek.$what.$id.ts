import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { nudgePair, nudgeRequest } from '~/features/mentoring/care.server'
import { memberOf } from '~/features/people/viewer.server'
import { Conflict, NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** An officer reminds who is silent. Pressed twice in a day it says so. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id || (params.what !== 'permintaan' && params.what !== 'pasangan')) throw new NotFound('nudge')
  try {
    await (params.what === 'permintaan' ? nudgeRequest(member, id) : nudgePair(member, id))
  } catch (error) {
    if (error instanceof Conflict) return redirect('/mentoring/program?selesai=sudah', 303)
    throw error
  }
  return redirect('/mentoring/program?selesai=colek', 303)
})

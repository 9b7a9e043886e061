import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { endGuest } from '~/features/mentoring/guests.server'
import { guestsPath } from '~/features/mentoring/paths'
import { officerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const id = idParam(params.id)
  if (!id) throw new NotFound('guest')
  await endGuest(officer, id)
  return redirect(guestsPath, 303)
})

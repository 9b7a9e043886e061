import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { memberOf } from '~/features/people/viewer.server'
import { declineInvitation } from '~/features/recognition/invitations.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('invitation')
  await declineInvitation(member, id)
  return redirect('/ajakan', 303)
})

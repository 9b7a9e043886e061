import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { inviteWaiting } from '~/features/people/invitations.server'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

/** Sends an invitation to everyone imported who has an address and neither a password nor an open invitation. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const count = await inviteWaiting(await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER'))
  return redirect(`/admin/undangan?dikirim=${count}`, 303)
})

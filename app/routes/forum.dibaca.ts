import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { markAllRead } from '~/features/discussion/reading.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  await markAllRead(await memberOf(request))
  return redirect('/forum?saring=unread', 303)
})

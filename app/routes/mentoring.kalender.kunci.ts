import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { renewCalendarSecret } from '~/features/people/calendar-key.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

/** Another secret for the person's calendars: links given away are worth nothing any more. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  await renewCalendarSecret(await memberOf(request))
  return redirect('/mentoring/waktu?tersimpan', 303)
})

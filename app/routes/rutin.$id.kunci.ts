import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { renewCalendarSecret } from '~/features/people/calendar-key.server'
import { seriesPath } from '~/features/forum/meetings-paths'
import { getSeries } from '~/features/forum/series.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { handle, idParam } from '~/platform/http/route.server'

/** Another secret for the person's calendars: links given away are worth nothing any more. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('series')
  const series = await getSeries(member, id)
  await renewCalendarSecret(member)
  return redirect(seriesPath(series), 303)
})

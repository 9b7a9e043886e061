import type { LoaderFunctionArgs } from '@remix-run/node'
import { seriesCalendar } from '~/features/forum/meetings-calendar.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { handle, idParam } from '~/platform/http/route.server'

/** A calendar has no session: the secret stands for the person, whose rights are asked each time. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('calendar')
  return seriesCalendar(params.token ?? '', id, originOf(request))
})

import type { LoaderFunctionArgs } from '@remix-run/node'
import { sessionCalendar } from '~/features/mentoring/sessions-calendar.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { handle, idParam } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const id = idParam(params.id)
  if (!id) throw new NotFound('session')
  return sessionCalendar(await viewerOf(request), id, originOf(request))
})

import type { LoaderFunctionArgs } from '@remix-run/node'
import { ownCalendar } from '~/features/mentoring/sessions-calendar.server'
import { originOf } from '~/platform/http/house.server'
import { handle } from '~/platform/http/route.server'

/** A calendar has no session: the secret stands for the person, whose rights are asked each time. */
export const loader = handle(({ request, params }: LoaderFunctionArgs) => ownCalendar(params.token ?? '', originOf(request)))

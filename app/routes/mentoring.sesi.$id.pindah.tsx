import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveSession } from '~/features/mentoring/bookings.server'
import { sessionPath } from '~/features/mentoring/paths'
import { listPairSlots } from '~/features/mentoring/room-slots.queries.server'
import { getSession } from '~/features/mentoring/sessions.queries.server'
import { moveSchema, weekParam } from '~/features/mentoring/sessions.schema'
import { MoveSessionPage } from '~/features/mentoring/sessions/pages/session-act-pages'
import { memberOf } from '~/features/people/viewer.server'
import { Conflict, NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('session')
  const page = await getSession(member, id)
  if (!page.session.can.change) throw new Conflict()
  const week = weekParam.parse(new URL(request.url).searchParams.get('minggu') ?? undefined)
  return { page, free: await listPairSlots(member, page.pair.id, { week, except: id }), title: translator(member.locale, 'sessions')('move.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const sessionId = idParam(params.id)
  if (!sessionId) throw new NotFound('session')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = moveSchema.safeParse(values)
  if (!parsed.success) return refuse({ slot: parsed.error.issues.map(issue => issue.message) })
  try {
    await moveSession(member, { sessionId, startsAt: parsed.data.slot })
    return redirect(sessionPath(sessionId), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function MoveSession() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <MoveSessionPage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

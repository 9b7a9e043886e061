import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { bookSession } from '~/features/mentoring/bookings.server'
import { getPairHead } from '~/features/mentoring/room.queries.server'
import { sessionPath } from '~/features/mentoring/paths'
import { listPairSlots } from '~/features/mentoring/room-slots.queries.server'
import { listSessions } from '~/features/mentoring/sessions.queries.server'
import { bookSchema, weekParam } from '~/features/mentoring/sessions.schema'
import { SessionsPage } from '~/features/mentoring/sessions/pages/sessions-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('pair')
  const [pair, sessions] = await Promise.all([getPairHead(member, id), listSessions(member, id)])
  const week = weekParam.parse(new URL(request.url).searchParams.get('minggu') ?? undefined)
  return { pair, sessions, free: pair.can.book ? await listPairSlots(member, id, { week }) : null, clientKey: randomUUID(), title: translator(member.locale, 'sessions')('list.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const pairId = idParam(params.id)
  if (!pairId) throw new NotFound('pair')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = bookSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  const { slot, ...rest } = parsed.data
  try {
    return redirect(sessionPath((await bookSession(member, { pairId, startsAt: slot, ...rest })).id), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Sessions() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SessionsPage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

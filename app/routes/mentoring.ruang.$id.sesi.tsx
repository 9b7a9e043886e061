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
import { Invalid, NotFound } from '~/platform/errors'
import { readForm } from '~/platform/http/form.server'
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
  const values = Object.fromEntries([...await readForm(request)].map(([name, value]) => [name, String(value)]))
  const refuse = (errors: Record<string, string[]>) => data({ values, errors }, { status: 422 })
  const parsed = bookSchema.safeParse(values)
  if (!parsed.success) return refuse(Object.fromEntries(parsed.error.issues.map(issue => [String(issue.path[0] ?? 'form'), [issue.message]])))
  const { slot, ...rest } = parsed.data
  try {
    return redirect(sessionPath((await bookSession(member, { pairId, startsAt: slot, ...rest })).id), 303)
  } catch (error) {
    if (error instanceof Invalid) return refuse(error.fields)
    throw error
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Sessions() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SessionsPage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

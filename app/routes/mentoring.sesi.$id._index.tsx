import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { prepareSession } from '~/features/mentoring/bookings.server'
import { sessionPath } from '~/features/mentoring/paths'
import { getSession } from '~/features/mentoring/sessions.queries.server'
import { prepareSchema } from '~/features/mentoring/sessions.schema'
import { SessionPage } from '~/features/mentoring/sessions/pages/session-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('session')
  const page = await getSession(member, id)
  return { page, me: member.personId, title: `${translator(member.locale, 'sessions')('session.number', { number: page.session.number })} · ${page.pair.title}` }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const sessionId = idParam(params.id)
  if (!sessionId) throw new NotFound('session')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = prepareSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  const { topic, agenda, place, link } = parsed.data
  try {
    await prepareSession(member, { sessionId, topic, agenda, ...(place === undefined ? {} : { place }), ...(link === undefined ? {} : { link }) })
    return redirect(sessionPath(sessionId), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Session() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SessionPage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

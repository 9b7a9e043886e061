import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'
import { getMeeting } from '~/features/forum/meetings.queries.server'
import { pointSchema } from '~/features/forum/meetings.schema'
import { proposePoint } from '~/features/forum/meetings.server'
import { ProposePointPage } from '~/features/forum/pages/meeting-acts-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** The form stands at the meeting; this page is where it comes back with a mistake. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('meeting')
  const meeting = await getMeeting(member, id)
  if (!meeting.can.propose) throw redirect(topicPath(meeting), 303)
  return { meeting, clientKey: randomUUID(), title: translator(member.locale, 'meetings')('agenda.add') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('meeting')
  const form = Object.fromEntries(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values: { text: String(form.text ?? '') }, errors }, init)
  const parsed = pointSchema.safeParse(form)
  if (!parsed.success) return refuse({ text: parsed.error.issues.map(issue => issue.message).slice(0, 1) })
  try {
    return redirect(`${topicPath(await proposePoint(member, { topicId, ...parsed.data }))}#agenda`, 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function ProposePoint() {
  const { meeting, clientKey } = useLoaderData<typeof loader>()
  return <ProposePointPage meeting={meeting} clientKey={clientKey} values={{}} errors={{}} {...useActionData<typeof action>()} />
}

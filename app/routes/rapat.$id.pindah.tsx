import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getMeeting } from '~/features/forum/meetings.queries.server'
import { moveSchema } from '~/features/forum/meetings.schema'
import { moveMeeting } from '~/features/forum/meetings.server'
import { MoveMeetingPage } from '~/features/forum/pages/meeting-acts-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { Forbidden, NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { localOf, timeOfMinute } from '~/platform/i18n/local-time'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('meeting')
  const meeting = await getMeeting(member, id)
  if (!meeting.can.steer) throw new Forbidden()
  const { day, minute } = localOf(meeting.startsAt, meeting.timeZone)
  return { meeting, values: { day, time: timeOfMinute(minute), reason: meeting.reason } as Record<string, string>, title: translator(member.locale, 'meetings')('move.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('meeting')
  const form = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values: form, errors }, init)
  const parsed = moveSchema.safeParse(form)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    return redirect(topicPath(await moveMeeting(member, { topicId, day: parsed.data.day, minute: parsed.data.time, reason: parsed.data.reason })), 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function MoveMeeting() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <MoveMeetingPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getMeeting } from '~/features/forum/meetings.queries.server'
import { skipSchema } from '~/features/forum/meetings.schema'
import { skipMeeting } from '~/features/forum/meetings.server'
import { SkipMeetingPage } from '~/features/forum/pages/meeting-acts-page'
import { topicPath } from '~/features/forum/paths'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { Forbidden, NotFound } from '~/platform/errors'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('meeting')
  const meeting = await getMeeting(member, id)
  if (!meeting.can.steer) throw new Forbidden()
  return { meeting, values: {} as Record<string, string>, title: translator(member.locale, 'meetings')('skip.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const topicId = idParam(params.id)
  if (!topicId) throw new NotFound('meeting')
  const form = textsOf(await readForm(request))
  return keepTyped({ values: form }, async () => redirect(topicPath(await skipMeeting(member, { topicId, ...checked(skipSchema, form) })), 303))
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function SkipMeeting() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SkipMeetingPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmAttendance } from '~/features/mentoring/attendance.server'
import { sessionPath } from '~/features/mentoring/paths'
import { getSession } from '~/features/mentoring/sessions.queries.server'
import { attendanceSchema } from '~/features/mentoring/sessions.schema'
import { SessionPage } from '~/features/mentoring/sessions/pages/session-page'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { NotFound } from '~/platform/errors'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Where what was said of being there comes back with a mistake beside it; a good one never shows this page. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const id = idParam(params.id)
  if (!id) throw new NotFound('session')
  return { page: await getSession(member, id), me: member.personId, title: translator(member.locale, 'sessions')('attend.title') }
})

export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const sessionId = idParam(params.id)
  if (!sessionId) throw new NotFound('session')
  const values = textsOf(await readForm(request))
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ values, errors }, init)
  const parsed = attendanceSchema.safeParse(values)
  if (!parsed.success) return refuse(fieldErrors(parsed.error))
  try {
    await confirmAttendance(member, { sessionId, ...parsed.data })
    return redirect(`${sessionPath(sessionId)}#hadir`, 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Attendance() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <SessionPage values={{}} errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

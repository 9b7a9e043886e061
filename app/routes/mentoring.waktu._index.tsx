import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { reachDirectory } from '~/features/mentoring/directory.queries.server'
import { getHours } from '~/features/mentoring/hours.queries.server'
import { exceptionSchema, hoursSchema } from '~/features/mentoring/hours.schema'
import { addException, setHours } from '~/features/mentoring/hours.server'
import { HoursPage } from '~/features/mentoring/sessions/pages/hours-page'
import { calendarSecretOf } from '~/features/people/calendar-key.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { readForm, refusalOf, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  await reachDirectory(member)
  const [view, secret] = await Promise.all([getHours(member), calendarSecretOf(member)])
  return { view, saved: new URL(request.url).searchParams.has('tersimpan'), feed: `/mentoring/kalender/${secret}/kalender.ics`, title: translator(member.locale, 'sessions')('hours.title') }
})

/** Two forms of one page: the week, or a day unlike it. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const values = textsOf(await readForm(request))
  const form = values.form === 'hari' ? 'hari' as const : 'jam' as const
  const refuse = (errors: Record<string, string[]>, init: ResponseInit = { status: 422 }) => data({ wrong: { form, values, errors } }, init)
  const run = async (): Promise<Record<string, string[]> | null> => {
    const parsed = form === 'jam' ? hoursSchema.safeParse(values) : exceptionSchema.safeParse(values)
    if (!parsed.success) return fieldErrors(parsed.error)
    await ('away' in parsed.data ? addException(member, parsed.data) : setHours(member, parsed.data))
    return null
  }
  try {
    const errors = await run()
    return errors ? refuse(errors) : redirect('/mentoring/waktu?tersimpan', 303)
  } catch (error) {
    return refuse(...refusalOf(error))
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Hours() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <HoursPage {...loaded} wrong={useActionData<typeof action>()?.wrong} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listHolidays } from '~/features/mentoring/hours.queries.server'
import { holidaySchema } from '~/features/mentoring/hours.schema'
import { removeHoliday, setHoliday } from '~/features/mentoring/hours.server'
import { isOfficer } from '~/features/mentoring/offers-policy'
import { HolidaysPage } from '~/features/mentoring/sessions/pages/holidays-page'
import { memberOf } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { Forbidden, Invalid } from '~/platform/errors'
import { isDay } from '~/platform/i18n/local-time'
import { keepTyped, readForm, textsOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  if (!isOfficer(member)) throw new Forbidden('officersOnly')
  return { days: await listHolidays(member), title: translator(member.locale, 'sessions')('holidays.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const values = textsOf(await readForm(request))
  if (values.hapus !== undefined) {
    if (!isDay(values.hapus)) throw new Invalid('http:invalid.format')
    await removeHoliday(member, { day: values.hapus })
    return redirect('/mentoring/program/libur', 303)
  }
  return keepTyped({ values }, async () => {
    await setHoliday(member, checked(holidaySchema, values))
    return redirect('/mentoring/program/libur', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Holidays() {
  const { days } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <HolidaysPage days={days} values={answer?.values ?? {}} errors={answer?.errors ?? {}} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { typedOf } from '~/features/mentoring/offers-form.server'
import { NumbersPage } from '~/features/mentoring/pages/numbers-page'
import { numbersPath } from '~/features/mentoring/paths'
import { allNumbers, changeNumbers } from '~/features/mentoring/settings.server'
import { officerOf } from '~/features/people/viewer.server'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const values = Object.fromEntries(Object.entries(await allNumbers()).map(([key, value]) => [key, String(value)]))
  return { values, saved: new URL(request.url).searchParams.has('tersimpan'), title: translator(officer.locale, 'mentoring')('numbers.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const { values } = typedOf(await readForm(request), [])
  return keepTyped({ values, saved: false }, async () => {
    await changeNumbers(officer, values)
    return redirect(`${numbersPath}?tersimpan`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Numbers() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <NumbersPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

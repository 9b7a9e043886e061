import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteGuest, listGuests } from '~/features/mentoring/guests.server'
import { typedOf } from '~/features/mentoring/offers-form.server'
import { guestSchema } from '~/features/mentoring/offers.schema'
import { GuestsPage } from '~/features/mentoring/pages/guests-page'
import { guestsPath } from '~/features/mentoring/paths'
import { officerOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const asked = new URL(request.url).searchParams.get('undangan')
  const invited = asked === 'baru' ? 'new' as const : asked === 'lama' ? 'known' as const : null
  return { guests: await listGuests(officer), values: {} as Record<string, string>, invited, title: translator(officer.locale, 'mentoring')('guests.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR', 'HRD_OFFICER')
  const { values } = typedOf(await readForm(request), [])
  const parsed = guestSchema.safeParse(values)
  if (!parsed.success) return data({ values, invited: null, errors: fieldErrors(parsed.error) }, { status: 422 })
  return keepTyped({ values, invited: null }, async () => {
    const { fresh } = await inviteGuest(officer, parsed.data)
    return redirect(`${guestsPath}?undangan=${fresh ? 'baru' : 'lama'}`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Guests() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <GuestsPage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

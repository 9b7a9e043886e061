import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listCompetencies, reachDirectory } from '~/features/mentoring/directory.queries.server'
import { profileValues, typedOf } from '~/features/mentoring/offers-form.server'
import { profileSchema } from '~/features/mentoring/offers.schema'
import { ProfilePage } from '~/features/mentoring/pages/profile-page'
import { profilePath } from '~/features/mentoring/paths'
import { getOwnMentoringProfile, saveMentoringProfile } from '~/features/mentoring/profiles.server'
import { hasAcceptedRules } from '~/features/mentoring/rules.server'
import { memberOf } from '~/features/people/viewer.server'
import { fieldErrors } from '~/platform/checked'
import { keepTyped, readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  await reachDirectory(member)
  const [profile, competencies, accepted] = await Promise.all([getOwnMentoringProfile(member.personId), listCompetencies(), hasAcceptedRules(member.personId)])
  return { ...profileValues(profile, competencies.map(one => one.slug)), competencies, accepted, saved: new URL(request.url).searchParams.has('tersimpan'), title: translator(member.locale, 'mentoring')('profile.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  await reachDirectory(member)
  const typed = typedOf(await readForm(request), ['languages', 'competencies'])
  const parsed = profileSchema.safeParse({ ...typed.values, ...typed.chosen })
  if (!parsed.success) return data({ ...typed, saved: false, errors: fieldErrors(parsed.error) }, { status: 422 })
  const { competencies, wants, ...profile } = parsed.data
  return keepTyped({ ...typed, saved: false }, async () => {
    await saveMentoringProfile(member, { ...profile, wants: [...new Set([...competencies, ...wants])] })
    return redirect(`${profilePath}?tersimpan`, 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Profile() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <ProfilePage errors={{}} {...loaded} {...useActionData<typeof action>()} />
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { profileSchema } from '~/features/people/accounts.schema'
import { ProfileEditPage } from '~/features/people/pages/profile-edit-page'
import { getOwnProfile } from '~/features/people/profile.queries.server'
import { editProfile } from '~/features/people/profile.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { own: await getOwnProfile(member), saved: new URL(request.url).searchParams.has('tersimpan'), title: translator(member.locale, 'people')('account.profile') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  return submit(await readForm(request), profileSchema, async input => {
    await editProfile(member, input)
    return redirect('/profil?tersimpan', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function EditProfile() {
  const { own, saved } = useLoaderData<typeof loader>()
  return <ProfileEditPage {...own} saved={saved} answer={useActionData<typeof action>()} />
}

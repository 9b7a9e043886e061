import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PhotoPage } from '~/features/people/pages/profile-edit-page'
import { getOwnProfile } from '~/features/people/profile.queries.server'
import { removePhoto, setPhoto } from '~/features/people/profile.server'
import { memberOf } from '~/features/people/viewer.server'
import { Invalid } from '~/platform/errors'
import { readForm, refusalOf } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const { name, kind, photo } = await getOwnProfile(member)
  return { name, kind, photo, title: translator(member.locale, 'people')('profile.photo') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  try {
    const file = form.get('photo')
    if (form.get('remove')) await removePhoto(member)
    else if (file instanceof File && file.size > 0) await setPhoto(member, new Uint8Array(await file.arrayBuffer()))
    else throw new Invalid({ photo: ['people:errors.photoNone'] })
    return redirect('/profil?tersimpan', 303)
  } catch (error) {
    const [errors, init] = refusalOf(error)
    return data({ errors: Object.values(errors).flat() }, init)
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Photo() {
  const { title: _title, ...own } = useLoaderData<typeof loader>()
  return <PhotoPage {...own} errors={useActionData<typeof action>()?.errors ?? []} />
}

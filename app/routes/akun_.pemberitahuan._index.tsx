import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { errorsOf, PreferencesPage } from '~/features/notifications/pages/preferences-page'
import { getPreferences } from '~/features/notifications/preferences.queries.server'
import { preferencesSchema } from '~/features/notifications/preferences.schema'
import { savePreferences } from '~/features/notifications/preferences.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/i18n'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { preferences: await getPreferences(member), saved: new URL(request.url).searchParams.has('tersimpan'), title: translator(member.locale, 'notifications')('settings.heading') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  return submit(await readForm(request), preferencesSchema, async input => {
    await savePreferences(member, input)
    return redirect('/akun/pemberitahuan?tersimpan', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function NoticeSettings() {
  const { preferences, saved } = useLoaderData<typeof loader>()
  return <PreferencesPage preferences={preferences} saved={saved} errors={errorsOf(useActionData<typeof action>())} />
}

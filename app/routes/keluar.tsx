import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { letOut } from '~/features/people/door.server'
import { SignOutPage } from '~/features/people/pages/password-pages'
import { signOut } from '~/features/people/sessions.server'
import { memberOf, viewerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { title: translator(member.locale, 'people')('signOut.title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  await signOut(await viewerOf(request))
  return letOut('/masuk?kabar=keluar')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default SignOutPage

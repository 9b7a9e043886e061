import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { resendVerification } from '~/features/people/email-address.server'
import { AccountPage } from '~/features/people/pages/account-pages'
import { getOwnProfile, listSessions } from '~/features/people/profile.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const notes = { surel: 'verified', sandi: 'password', dikirim: 'emailSent', ulang: 'resent' } as const

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const [own, sessions] = [await getOwnProfile(member), await listSessions(member)]
  return {
    name: own.fullName, slug: own.slug, email: own.email, verified: member.verified, number: own.number, sessions: sessions.length, mayClose: member.kind !== 'ASN',
    note: notes[new URL(request.url).searchParams.get('kabar') as keyof typeof notes] ?? null, title: translator(member.locale, 'people')('account.title'),
  }
})

/** Sends the confirmation of the address again. */
export const action = handle(async ({ request }: ActionFunctionArgs) => {
  await resendVerification(await memberOf(request))
  return redirect('/akun?kabar=ulang', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />
}

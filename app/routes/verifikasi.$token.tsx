import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { verifyEmail } from '~/features/people/email-address.server'
import { LinkGonePage, VerifyPage } from '~/features/people/pages/password-pages'
import { findToken } from '~/features/people/tokens.server'
import { viewerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Opening the link confirms nothing yet: mail programs open links too. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const { locale } = await viewerOf(request)
  const found = await findToken(params.token ?? '', ['VERIFY_EMAIL', 'CHANGE_EMAIL'])
  return { email: found && (found.detail || (found.person.email ?? '')), title: translator(locale, 'people')('verify.title') }
})

export const headers = () => ({ 'Referrer-Policy': 'same-origin', 'Cache-Control': 'no-store' })

export const action = handle(async ({ request, params }: ActionFunctionArgs) =>
  submit(await readForm(request), z.object({}), async () => {
    const { personId } = await verifyEmail({ token: params.token ?? '' })
    const viewer = await viewerOf(request)
    return redirect(viewer.personId === personId ? '/akun?kabar=surel' : '/masuk?kabar=surel', 303)
  }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Verify() {
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return email === null ? <LinkGonePage way="verify" /> : <VerifyPage email={email} answer={answer} />
}

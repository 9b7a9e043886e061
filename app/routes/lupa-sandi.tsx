import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loginSchema } from '~/features/people/accounts.schema'
import { visitorOf } from '~/features/people/devices.server'
import { ForgotPasswordPage } from '~/features/people/pages/password-pages'
import { MailSentPage } from '~/features/people/pages/register-page'
import { requestPasswordReset } from '~/features/people/password-change.server'
import { viewerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const { locale } = await viewerOf(request)
  const t = translator(locale, 'people')
  return { title: t('forgot.title'), sent: new URL(request.url).searchParams.has('terkirim') ? { title: t('forgot.sentTitle'), text: t('forgot.sentText'), back: { href: '/masuk', label: t('forgot.back') } } : null }
})

export const action = handle(async ({ request }: ActionFunctionArgs) =>
  submit(await readForm(request), loginSchema, async input => {
    await requestPasswordReset(visitorOf(request), input)
    return redirect('/lupa-sandi?terkirim', 303)
  }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function ForgotPassword() {
  const { sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return sent ? <MailSentPage {...sent} /> : <ForgotPasswordPage answer={answer} />
}

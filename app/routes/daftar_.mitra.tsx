import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { partnerSchema } from '~/features/people/accounts.schema'
import { visitorOf } from '~/features/people/devices.server'
import { MailSentPage, RegisterPage } from '~/features/people/pages/register-page'
import { listPartnerNames, registerPartnerMember } from '~/features/people/registration.server'
import { viewerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  if (viewer.personId !== null) throw redirect('/')
  const t = translator(viewer.locale, 'people')
  return { organisations: await listPartnerNames(), title: t('register.title'), sent: new URL(request.url).searchParams.has('terkirim') ? { title: t('register.sentTitle'), text: t('register.sentText'), back: { href: '/masuk', label: t('signIn.title') } } : null }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const { locale } = await viewerOf(request)
  return submit(await readForm(request), partnerSchema, async input => {
    await registerPartnerMember(visitorOf(request), { ...input, locale })
    return redirect('/daftar/mitra?terkirim', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function RegisterPartner() {
  const { organisations, sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return sent ? <MailSentPage {...sent} /> : <RegisterPage as="partner" organisations={organisations} answer={answer} />
}

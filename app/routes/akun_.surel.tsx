import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeEmailSchema } from '~/features/people/accounts.schema'
import { changeEmail } from '~/features/people/email-address.server'
import { ChangeEmailPage } from '~/features/people/pages/account-pages'
import { getOwnProfile } from '~/features/people/profile.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { email: (await getOwnProfile(member)).email, title: translator(member.locale, 'people')('account.email') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  return submit(await readForm(request), changeEmailSchema, async input => {
    await changeEmail(member, input)
    return redirect('/akun?kabar=dikirim', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function ChangeEmail() {
  return <ChangeEmailPage email={useLoaderData<typeof loader>().email} answer={useActionData<typeof action>()} />
}

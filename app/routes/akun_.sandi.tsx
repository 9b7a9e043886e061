import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { changePasswordSchema } from '~/features/people/accounts.schema'
import { ChangePasswordPage } from '~/features/people/pages/account-pages'
import { changePassword } from '~/features/people/password-change.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => ({ title: translator((await memberOf(request)).locale, 'people')('account.password') }))

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  return submit(await readForm(request), changePasswordSchema, async input => {
    await changePassword(member, input)
    return redirect('/akun?kabar=sandi', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function ChangePassword() {
  return <ChangePasswordPage answer={useActionData<typeof action>()} />
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newPasswordSchema } from '~/features/people/accounts.schema'
import { visitorOf } from '~/features/people/devices.server'
import { letIn } from '~/features/people/door.server'
import { LinkGonePage, NewPasswordPage } from '~/features/people/pages/password-pages'
import { acceptInvitation } from '~/features/people/password-change.server'
import { findToken } from '~/features/people/tokens.server'
import { viewerOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** Opening the link uses nothing up: mail programs open links too. The answer has the address in no referrer. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const { locale } = await viewerOf(request)
  const found = await findToken(params.token ?? '', ['INVITATION'])
  return { name: found?.person.name ?? null, first: found?.person.passwordHash === null, title: translator(locale, 'people')('newPassword.pageTitle') }
})

export const headers = () => ({ 'Referrer-Policy': 'same-origin', 'Cache-Control': 'no-store' })

export const action = handle(async ({ request, params }: ActionFunctionArgs) =>
  submit(await readForm(request), newPasswordSchema, async input => letIn(await acceptInvitation(visitorOf(request), { token: params.token ?? '', ...input }), '/')))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Invitation() {
  const { name, first } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return name === null ? <LinkGonePage way="invitation" /> : <NewPasswordPage name={name} first={first} answer={answer} />
}

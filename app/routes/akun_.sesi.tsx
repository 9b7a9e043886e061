import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sessionSchema } from '~/features/people/accounts.schema'
import { letOut } from '~/features/people/door.server'
import { SessionsPage } from '~/features/people/pages/account-pages'
import { listSessions } from '~/features/people/profile.queries.server'
import { revokeOtherSessions, revokeSession } from '~/features/people/sessions.server'
import { memberOf } from '~/features/people/viewer.server'
import { readForm, submit } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  return { sessions: await listSessions(member), ended: new URL(request.url).searchParams.has('diakhiri'), title: translator(member.locale, 'people')('account.sessions') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  return submit(await readForm(request), sessionSchema, async ({ sessionId }) => {
    if (sessionId === 'others') await revokeOtherSessions(member)
    else await revokeSession(member, { sessionId })
    return sessionId === member.sessionId ? letOut('/masuk?kabar=keluar') : redirect('/akun/sesi?diakhiri', 303)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Sessions() {
  return <SessionsPage {...useLoaderData<typeof loader>()} />
}

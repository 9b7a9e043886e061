import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnsubscribePage } from '~/features/notifications/pages/unsubscribe-page'
import { findUnsubscribe, resubscribe, unsubscribe } from '~/features/notifications/unsubscribe.server'
import { viewerOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/i18n'

/** Opening the link ends nothing yet: mail programs open links too. */
export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const found = await findUnsubscribe(params.token ?? '')
  return { found, title: translator((await viewerOf(request)).locale, 'notifications')('stop.title') }
})

/** The address stays in this house. `no-referrer` would take the origin from the page's own form. */
export const headers = () => ({ 'Referrer-Policy': 'same-origin', 'Cache-Control': 'no-store' })

/** The page's button, or a mail program in one click (RFC 8058), which may not be sent elsewhere. The token is the right to do it. */
export const action = handle(async ({ request, params }: ActionFunctionArgs) => {
  const token = params.token ?? ''
  const form = await readForm(request)
  if (form.get('lagi')) await resubscribe(token)
  else await unsubscribe(token)
  return form.get('List-Unsubscribe') === 'One-Click' ? data({ ok: true }) : redirect(`/berhenti/${encodeURIComponent(token)}`, 303)
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title ?? ''} · Balai` }, { name: 'robots', content: 'noindex' }]

export default function Unsubscribe() {
  return <UnsubscribePage found={useLoaderData<typeof loader>().found} />
}

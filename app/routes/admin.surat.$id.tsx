import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keptMail } from '~/features/people/mail-box.queries.server'
import { MailPage } from '~/features/people/pages/admin-pages'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => ({ mail: await keptMail(await officerOf(request, 'ADMINISTRATOR'), params.id ?? '') }))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.mail.subject ?? ''} · Balai` }]

export default function Mail() {
  return <MailPage mail={useLoaderData<typeof loader>().mail} />
}

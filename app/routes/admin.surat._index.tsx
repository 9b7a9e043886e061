import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keptMails } from '~/features/people/mail-box.queries.server'
import { MailListPage } from '~/features/people/pages/admin-pages'
import { officerOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const officer = await officerOf(request, 'ADMINISTRATOR')
  return { ...(await keptMails(officer)), title: translator(officer.locale, 'people')('admin.mail.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Mails() {
  return <MailListPage {...useLoaderData<typeof loader>()} />
}

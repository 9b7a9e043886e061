import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { letterSubject } from '~/features/notifications/letter-subject'
import { DigestPage } from '~/features/notifications/pages/digest-page'
import { getDigestNow } from '~/features/notifications/preferences.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/i18n'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const weekly = new URL(request.url).searchParams.get('laju') === 'mingguan'
  const digest = await getDigestNow(member, weekly ? 7 : 1)
  return { digest, weekly, subject: letterSubject(digest, weekly ? 'WEEKLY' : 'DAILY', member.locale), title: translator(member.locale, 'notifications')('preview.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function DigestNow() {
  return <DigestPage {...useLoaderData<typeof loader>()} />
}

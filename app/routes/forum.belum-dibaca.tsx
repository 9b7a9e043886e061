import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnreadPage } from '~/features/forum/pages/list-pages'
import { listUnread } from '~/features/forum/topics.queries.server'
import { listParams } from '~/features/forum/topics.schema'
import { memberOf } from '~/features/people/viewer.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const { cursor } = listParams.parse({ cursor: new URL(request.url).searchParams.get('kursor') })
  const until = Date.now()
  return { list: await listUnread(member, { cursor }), cursor, until, title: translator(member.locale, 'finding')('unread.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Unread() {
  const { title: _title, ...props } = useLoaderData<typeof loader>()
  return <UnreadPage {...props} />
}

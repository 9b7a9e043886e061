import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { markAllRead, markRead } from '~/features/notifications/notices.server'
import { countUnread, getNoticeUrl, listNotices } from '~/features/notifications/notices.queries.server'
import { NoticesPage } from '~/features/notifications/pages/notices-page'
import { memberOf } from '~/features/people/viewer.server'
import { readForm } from '~/platform/http/form.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `?buka=<id>` opens a notice: it leads to the thing and counts as read. `?sebelum=<id>` pages. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const open = search.get('buka')
  if (open !== null) {
    const to = await getNoticeUrl(member, open)
    await markRead(member, open)
    throw redirect(to)
  }
  const before = search.get('sebelum')
  const [list, unread] = [await listNotices(member, before), await countUnread(member)]
  return { list, unread, paged: before !== null, title: translator(member.locale, 'notifications')('title') }
})

export const action = handle(async ({ request }: ActionFunctionArgs) => {
  const member = await memberOf(request)
  const form = await readForm(request)
  if (form.get('all')) await markAllRead(member, String(form.get('upTo') ?? ''))
  else await markRead(member, String(form.get('id') ?? ''))
  return redirect('/pemberitahuan', 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Notices() {
  return <NoticesPage {...useLoaderData<typeof loader>()} />
}

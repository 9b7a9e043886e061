import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMyPairs } from '~/features/mentoring/pairs.queries.server'
import { RequestListPage, type RequestTab } from '~/features/mentoring/requests/pages/request-list-page'
import { countRequests, listRequests } from '~/features/mentoring/requests.queries.server'
import { memberOf } from '~/features/people/viewer.server'
import { handle, idParam } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

const tabs: Record<string, RequestTab> = { masuk: 'mentor', carikan: 'needs' }

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const member = await memberOf(request)
  const search = new URL(request.url).searchParams
  const asked = search.get('daftar') ?? ''
  const tab: RequestTab = (Object.hasOwn(tabs, asked) && tabs[asked]) || 'learner'
  const before = idParam(search.get('sebelum') ?? undefined)
  const [counts, open, done, pairs] = await Promise.all([
    countRequests(member), listRequests(member, { side: tab, open: true }), listRequests(member, { side: tab, open: false, before }), tab === 'needs' ? [] : listMyPairs(member),
  ])
  const own = pairs.filter(pair => (pair.mentorId === member.personId) === (tab === 'mentor'))
  return { tab, counts, open: open.rows, done: done.rows, next: done.next, pairs: own, self: { id: member.personId, name: member.name }, paged: before !== null, title: translator(member.locale, 'requests')('list.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} · Balai` }]

export default function Requests() {
  const { title: _title, ...loaded } = useLoaderData<typeof loader>()
  return <RequestListPage {...loaded} />
}

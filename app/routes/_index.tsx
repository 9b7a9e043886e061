import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDrafts } from '~/features/discussion/drafts.server'
import { listCategories } from '~/features/forum/categories.queries.server'
import { listRunning } from '~/features/forum/meetings.queries.server'
import { MemberHome, StrangerHome } from '~/features/forum/pages/home-pages'
import { listTopics, listUnread } from '~/features/forum/topics.queries.server'
import { listNotices } from '~/features/notifications/notices.queries.server'
import { NoticeRow } from '~/features/notifications/components/notice-row'
import { viewerOf } from '~/features/people/viewer.server'
import { env } from '~/platform/env/env.server'
import { originOf } from '~/platform/http/house.server'
import { pack, usePacked } from '~/platform/http/packed'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle as answer } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { isMember } from '~/platform/viewer'
import { useRootData } from '~/root.data'

/** The songket band of the strangers' home runs from edge to edge. */
export const handle = { bare: true }

export const loader = answer(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const city = env().CITY_NAME
  const head = { title: translator(viewer.locale, 'home')('promise'), description: translator(viewer.locale, 'home')('lede', { city }), origin: originOf(request) }
  if (!isMember(viewer)) {
    pageTags('home')
    const [categories, latest] = await Promise.all([listCategories(viewer), listTopics(viewer, { limit: 8 })])
    return { head, city, stranger: pack({ categories, latest }), member: null }
  }
  const [unread, latest, notices, drafts, running] = await Promise.all([listUnread(viewer, { limit: 7, lookThrough: 200 }), listTopics(viewer, { limit: 6 }), listNotices(viewer), listDrafts(viewer, 4), listRunning(viewer)])
  return { head, city, stranger: null, member: pack({ name: viewer.name, unread, latest, notices: { ...notices, groups: notices.groups.slice(0, 5) }, drafts, running }) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => data ? [
  { title: `Balai · ${data.city}` },
  { name: 'description', content: data.head.description },
  { tagName: 'link', rel: 'canonical', href: `${data.head.origin}/` },
  { property: 'og:title', content: data.head.title },
  { property: 'og:description', content: data.head.description },
  { property: 'og:type', content: 'website' },
  { property: 'og:url', content: `${data.head.origin}/` },
] : []

export default function Home() {
  const { stranger, member, city } = useLoaderData<typeof loader>()
  if (member !== null) return <Member packed={member} />
  return <Stranger packed={stranger} city={city} />
}

type Loaded = Awaited<ReturnType<typeof loader>>

function Member({ packed }: { packed: NonNullable<Loaded['member']> }) {
  const { now } = useRootData()
  const member = usePacked(packed)
  return <MemberHome {...member} now={now} forYou={<ul className="list">{member.notices.groups.map(group => <NoticeRow key={group.id} group={group} />)}</ul>} />
}

function Stranger({ packed, city }: { packed: NonNullable<Loaded['stranger']>; city: string }) {
  return <StrangerHome {...usePacked(packed)} city={city} />
}

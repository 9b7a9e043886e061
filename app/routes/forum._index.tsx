import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ForumPage } from '~/features/forum/pages/forum-page'
import { getForumPage } from '~/features/forum/topics.queries.server'
import { listParams } from '~/features/forum/topics.schema'
import { viewerOf } from '~/features/people/viewer.server'
import { pack, usePacked } from '~/platform/http/packed'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'
import { isMember } from '~/platform/viewer'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const { filter, cursor } = listParams.parse({ filter: search.get('saring') ?? undefined, cursor: search.get('kursor') })
  pageTags('home')
  return { page: pack(await getForumPage(viewer, { filter, cursor })), cursor, member: isMember(viewer), title: translator(viewer.locale, 'forum')('title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · Balai` },
  { tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: '/forum/rss.xml' },
]

export default function Forum() {
  const { page, ...props } = useLoaderData<typeof loader>()
  return <ForumPage {...props} page={usePacked(page)} />
}

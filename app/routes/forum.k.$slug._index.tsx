import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ForumPage } from '~/features/forum/pages/forum-page'
import { getForumPage } from '~/features/forum/topics.queries.server'
import { listParams } from '~/features/forum/topics.schema'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { originOf } from '~/platform/http/house.server'
import { pack, unpack, usePacked } from '~/platform/http/packed'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { isMember } from '~/platform/viewer'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const { filter, cursor } = listParams.parse({ filter: search.get('saring') ?? undefined, cursor: search.get('kursor') })
  const page = await getForumPage(viewer, { category: params.slug ?? '', filter, cursor })
  pageTags(`category:${page.category?.id ?? 0}`)
  const watch = page.category ? await findWatch(viewer, `category:${page.category.id}`) : null
  return { page: pack(page), cursor, watch, member: isMember(viewer), canonical: `${originOf(request)}/forum/k/${page.category?.slug ?? ''}` }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const category = data && unpack(data.page).category
  return category ? [
    { title: `${category.name} · Forum · Balai` },
    { name: 'description', content: category.description },
    { tagName: 'link', rel: 'canonical', href: data.canonical },
    ...(category.audience === 'public' ? [{ tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: `/forum/k/${category.slug}/rss.xml` }] : [{ name: 'robots', content: 'noindex' }]),
  ] : []
}

export default function Category() {
  const { canonical: _canonical, page, ...props } = useLoaderData<typeof loader>()
  return <ForumPage {...props} page={usePacked(page)} />
}

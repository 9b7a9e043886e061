import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listTagged } from '~/features/forum/fresh.queries.server'
import { TagPage } from '~/features/forum/pages/list-pages'
import { tagPath } from '~/features/forum/paths'
import { canKeepCategories } from '~/features/forum/policy'
import { getTag } from '~/features/forum/tags.queries.server'
import { listParams } from '~/features/forum/topics.schema'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { originOf } from '~/platform/http/house.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const tag = await getTag(viewer, params.slug ?? '')
  if ('leads' in tag) throw redirect(tagPath(tag.leads), 301)
  const { cursor } = listParams.parse({ cursor: new URL(request.url).searchParams.get('kursor') })
  const [list, watch] = await Promise.all([listTagged(viewer, tag.slug, { cursor }), findWatch(viewer, `tag:${tag.slug}`)])
  pageTags('home')
  return {
    tag, list, cursor, watch, mayKeep: canKeepCategories(viewer), canonical: originOf(request) + tagPath(tag.slug),
    title: translator(viewer.locale, 'finding')('tag.title', { name: tag.competency?.name ?? tag.slug }),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => data ? [
  { title: `${data.title} · Forum · Balai` },
  { tagName: 'link', rel: 'canonical', href: data.canonical },
  ...(data.list.rows.length ? [{ tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: `${tagPath(data.tag.slug)}/rss.xml` }] : [{ name: 'robots', content: 'noindex' }]),
] : []

export default function TagRoute() {
  const { title: _title, canonical: _canonical, ...props } = useLoaderData<typeof loader>()
  return <TagPage {...props} />
}

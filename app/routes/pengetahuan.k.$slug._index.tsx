import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cursorParam } from '~/features/knowledge/articles.schema'
import { findRenamedCollection, getCollectionPage } from '~/features/knowledge/collections.queries.server'
import { listMaterials } from '~/features/knowledge/materials.queries.server'
import { CollectionPage } from '~/features/knowledge/pages/collection-page'
import { collectionPath } from '~/features/knowledge/paths'
import { findWatch } from '~/features/notifications/watches.queries.server'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'

export const loader = handle(async ({ request, params }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const slug = params.slug ?? ''
  const obsolete = search.get('usang') === '1'
  const cursor = cursorParam.parse(search.get('kursor'))
  const page = await getCollectionPage(viewer, slug, { cursor, obsolete }).catch(async (error: unknown) => {
    const now = error instanceof NotFound ? await findRenamedCollection(viewer, slug) : null
    if (now) throw redirect(collectionPath(now), 301)
    throw error
  })
  pageTags('knowledge')
  const files = cursor || obsolete ? { rows: [], next: null } : await listMaterials(viewer, { collectionId: page.collection.id, limit: 10 })
  return { page, files, watch: await findWatch(viewer, `collection:${page.collection.id}`), cursor, obsolete, canonical: originOf(request) + collectionPath(page.collection.slug) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [
  { title: `${data.page.collection.name} · Balai` }, { name: 'description', content: data.page.collection.description }, { tagName: 'link', rel: 'canonical', href: data.canonical },
  ...(data.page.collection.audience === 'public' && !data.obsolete ? [{ tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: `/pengetahuan/k/${data.page.collection.slug}/rss.xml` }] : [{ name: 'robots', content: 'noindex' }]),
] : [])

export default function Collection() {
  const { canonical: _canonical, ...props } = useLoaderData<typeof loader>()
  return <CollectionPage {...props} />
}

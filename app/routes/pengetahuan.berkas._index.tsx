import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cursorParam } from '~/features/knowledge/articles.schema'
import { listCollections } from '~/features/knowledge/collections.queries.server'
import { listMaterials } from '~/features/knowledge/materials.queries.server'
import { MaterialsPage } from '~/features/knowledge/pages/materials-page'
import { canWriteIn } from '~/features/knowledge/policy'
import { viewerOf } from '~/features/people/viewer.server'
import { NotFound } from '~/platform/errors'
import { originOf } from '~/platform/http/house.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

/** `?koleksi=` for one collection. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const cursor = cursorParam.parse(search.get('kursor'))
  pageTags('knowledge')
  const collections = await listCollections(viewer)
  const slug = search.get('koleksi')
  const found = slug ? collections.find(one => one.slug === slug) : null
  if (slug && !found) throw new NotFound('collection')
  const list = await listMaterials(viewer, { collectionId: found?.id, cursor })
  return {
    list, cursor, collection: found ? { slug: found.slug, name: found.name, nameEn: found.nameEn } : null, canAdd: found ? canWriteIn(viewer, found) : collections.some(one => canWriteIn(viewer, one)),
    title: translator(viewer.locale, 'knowledge')('material.title'), canonical: `${originOf(request)}/pengetahuan/berkas${found ? `?koleksi=${found.slug}` : ''}`,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · Balai` }, data?.cursor ? { name: 'robots', content: 'noindex' } : { tagName: 'link', rel: 'canonical', href: data?.canonical ?? '' },
]

export default function Materials() {
  const { title: _title, canonical: _canonical, ...props } = useLoaderData<typeof loader>()
  return <MaterialsPage {...props} />
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cursorParam } from '~/features/knowledge/articles.schema'
import { listCollections } from '~/features/knowledge/collections.queries.server'
import { listMyWork, listNewest, listOfTag, listWaiting } from '~/features/knowledge/lists.queries.server'
import { listMaterials } from '~/features/knowledge/materials.queries.server'
import { KnowledgeHome } from '~/features/knowledge/pages/home-page'
import { canOpenCollections, canWriteIn } from '~/features/knowledge/policy'
import { viewerOf } from '~/features/people/viewer.server'
import { originOf } from '~/platform/http/house.server'
import { pageTags } from '~/platform/http/page-cache.server'
import { handle } from '~/platform/http/route.server'
import { translator } from '~/platform/i18n/words'

export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const viewer = await viewerOf(request)
  const search = new URL(request.url).searchParams
  const cursor = cursorParam.parse(search.get('kursor'))
  const tag = /^[a-z0-9-]{2,30}$/.exec(search.get('tag') ?? '')?.[0] ?? null
  pageTags('knowledge')
  const [collections, newest, waiting, work, files] = await Promise.all([
    listCollections(viewer), tag ? listOfTag(viewer, tag, cursor) : listNewest(viewer, { cursor, limit: cursor ? undefined : 12 }), cursor || tag ? [] : listWaiting(viewer, 5), cursor || tag ? [] : listMyWork(viewer),
    cursor || tag ? { rows: [], next: null } : listMaterials(viewer, { limit: 5 }),
  ])
  const t = translator(viewer.locale, 'knowledge')
  return {
    collections, newest, files, cursor, tag, waiting, work, title: tag ? t('tagged', { tag }) : t('title'), description: t('lede'), canonical: `${originOf(request)}/pengetahuan`,
    can: { write: collections.some(one => canWriteIn(viewer, one)), open: canOpenCollections(viewer), colleague: viewer.kind === 'ASN' },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} · Balai` }, { name: 'description', content: data?.description ?? '' },
  ...(data?.cursor || data?.tag ? [{ name: 'robots', content: 'noindex' }] : [{ tagName: 'link', rel: 'canonical', href: data?.canonical ?? '' }]),
  { tagName: 'link', rel: 'alternate', type: 'application/rss+xml', href: '/pengetahuan/rss.xml' },
]

export default function Knowledge() {
  const { title: _title, description: _description, canonical: _canonical, ...props } = useLoaderData<typeof loader>()
  return <KnowledgeHome {...props} />
}

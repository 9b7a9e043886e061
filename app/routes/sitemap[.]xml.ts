import type { LoaderFunctionArgs } from '@remix-run/node'
import { listCategories } from '~/features/forum/categories.queries.server'
import { listSitemapTopics } from '~/features/forum/feeds.queries.server'
import { listCollections } from '~/features/knowledge/collections.queries.server'
import { listSitemapArticles } from '~/features/knowledge/feeds.queries.server'
import { materialPath } from '~/features/knowledge/formats'
import { listSitemapMaterials } from '~/features/knowledge/materials.queries.server'
import { articlePath, collectionPath } from '~/features/knowledge/paths'
import { categoryPath, topicPath } from '~/features/forum/paths'
import { originOf } from '~/platform/http/house.server'
import { handle, idParam } from '~/platform/http/route.server'
import { stranger } from '~/platform/viewer'

/** Public addresses, 5,000 topics a part: `/sitemap.xml`, then `?sesudah=<id>` as the index of the first part says. */
export const loader = handle(async ({ request }: LoaderFunctionArgs) => {
  const origin = originOf(request)
  const afterId = idParam(new URL(request.url).searchParams.get('sesudah') ?? undefined) ?? 0
  const topics = await listSitemapTopics(stranger(), { afterId })
  const articles = afterId ? [] : await listSitemapArticles(stranger())
  const materials = afterId ? [] : await listSitemapMaterials(stranger())
  const fixed = afterId ? [] : ['/', '/forum', '/pengetahuan', ...(await listCollections(stranger())).map(one => collectionPath(one.slug)), '/tentang', '/aturan', '/privasi', '/aksesibilitas', ...(await listCategories(stranger())).map(one => categoryPath(one.slug))]
  const rows = [
    ...fixed.map(path => `<url><loc>${origin}${path}</loc></url>`),
    ...articles.map(one => `<url><loc>${origin}${articlePath(one)}</loc><lastmod>${new Date(one.at).toISOString()}</lastmod></url>`),
    ...materials.map(one => `<url><loc>${origin}${materialPath(one)}</loc><lastmod>${new Date(one.at).toISOString()}</lastmod></url>`),
    ...topics.map(topic => `<url><loc>${origin}${topicPath(topic)}</loc><lastmod>${new Date(topic.at).toISOString()}</lastmod></url>`),
  ]
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`, {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=600' },
  })
})

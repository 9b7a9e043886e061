import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { reachCollection } from './rows/reach.server'

export interface ArticleFeedItem {
  id: number
  slug: string
  title: string
  html: string
  authorName: string
  at: number
}

const items = (where: string) => `select a.id, a.slug, a.title, '<p>' || replace(replace(a.summary, '&', '&amp;'), '<', '&lt;') || '</p>' || a.html as html, p.name as "authorName", ${ms('a.approved_at')} as at
  from article a join person p on p.id = a.owner_id where a.audience = any($1) and a.approved is not null and a.obsolete_at is null and a.binned_at is null ${where} order by a.approved_at desc, a.id desc limit 20`

/** What was approved last. */
export const getKnowledgeFeed = (viewer: Viewer): Promise<ArticleFeedItem[]> => sql<ArticleFeedItem>('feed-articles', items(''), [viewer.audiences])

/** The same of one collection. @throws NotFound */
export async function getCollectionFeed(viewer: Viewer, slug: string): Promise<{ name: string; items: ArticleFeedItem[] }> {
  const collection = await reachCollection(viewer, slug)
  return { name: collection.name, items: await sql<ArticleFeedItem>('feed-collection', items('and a.collection_id = $2'), [viewer.audiences, collection.id]) }
}

/** Public articles for the map of the site, at most 5,000, newest approval first. */
export const listSitemapArticles = (viewer: Viewer): Promise<{ id: number; slug: string; at: number }[]> => sql('sitemap-articles', `select a.id, a.slug, ${ms('a.approved_at')} as at from article a
  where a.audience = 'public' and a.audience = any($1) and a.approved is not null and a.obsolete_at is null and a.binned_at is null order by a.approved_at desc, a.id desc limit 5000`, [viewer.audiences])

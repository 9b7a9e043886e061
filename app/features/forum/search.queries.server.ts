import { sql } from '~/platform/db/db.server'
import type { TopicKindName } from './views'

/** Reads without a viewer: they serve the search index, live and notices, never a page. */

export interface TopicFacts {
  id: number
  title: string
  slug: string
  kind: TopicKindName
  tags: string[]
  categoryId: number
  categoryName: string
  shelf: string
  audience: string
  authorId: number
  authorName: string
  unitId: number | null
  /** text of the opening post; '' when it was deleted */
  text: string
  createdAt: Date
  lastPostAt: Date
  lastNumber: number
  postCount: number
  answered: boolean
  locked: boolean
  /** removed: it must not be found */
  hidden: boolean
}

const columns = `tp.id, tp.title, tp.slug, tp.kind::text as kind, tp.tags, tp.category_id as "categoryId", c.name as "categoryName", t.shelf, t.audience, t.author_id as "authorId",
  a.name as "authorName", a.unit_id as "unitId", case when p.deleted_at is null then coalesce(p.text, '') else '' end as text, t.created_at as "createdAt", t.last_post_at as "lastPostAt",
  t.last_number as "lastNumber", t.post_count as "postCount", t.accepted_number is not null as answered, t.locked_at is not null as locked, t.removed_at is not null as hidden`
const tables = `topic tp join thread t on t.id = tp.id join category c on c.id = tp.category_id join person a on a.id = t.author_id
  left join post p on p.thread_id = t.id and p.number = 1`

export async function findTopicUnscoped(topicId: number): Promise<TopicFacts | null> {
  const [row] = await sql<TopicFacts>('topic-facts', `select ${columns} from ${tables} where tp.id = $1`, [topicId])
  return row ?? null
}

/** Pages through every topic by id, hidden ones included; with `categoryId` those of one category. */
export function scanTopicsUnscoped({ afterId, limit, categoryId }: { afterId: number; limit: number; categoryId?: number }): Promise<TopicFacts[]> {
  if (categoryId !== undefined)
    return sql<TopicFacts>('topic-facts-category', `select ${columns} from ${tables} where tp.category_id = $3 and tp.id > $1 order by tp.id limit $2`, [afterId, limit, categoryId])
  return sql<TopicFacts>('topic-facts-scan', `select ${columns} from ${tables} where tp.id > $1 order by tp.id limit $2`, [afterId, limit])
}

/** Title and address of many topics at once, for documents about their posts. */
export async function titlesUnscoped(ids: readonly number[]): Promise<Map<number, { id: number; title: string; slug: string; tags: string[]; categoryName: string }>> {
  const rows = await sql<{ id: number; title: string; slug: string; tags: string[]; categoryName: string }>('topic-titles-unscoped',
    'select tp.id, tp.title, tp.slug, tp.tags, c.name as "categoryName" from topic tp join category c on c.id = tp.category_id where tp.id = any($1)', [[...ids]])
  return new Map(rows.map(row => [row.id, row]))
}

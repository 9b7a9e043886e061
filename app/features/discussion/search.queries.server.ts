import { sql } from '~/platform/db/db.server'
import { ms } from './sql'
import { threadColumns, toThread, type ThreadRow } from './rows/rows.server'
import type { ThreadView } from './views'

/** Reads without a viewer: they serve the search index and notices, never a page. */

export interface PostFacts {
  id: number
  threadId: number
  number: number
  text: string
  /** of the thread: who may find it */
  audience: string
  kind: string
  shelf: string
  authorId: number
  authorName: string
  unitId: number | null
  createdAt: Date
  updatedAt: Date
  /** deleted, or its thread removed: it must not be found */
  hidden: boolean
}

const columns = `p.id, p.thread_id as "threadId", p.number, p.text, t.audience, t.kind, t.shelf, p.author_id as "authorId", a.name as "authorName", a.unit_id as "unitId",
  p.created_at as "createdAt", coalesce(p.edited_at, p.created_at) as "updatedAt", p.deleted_at is not null or t.removed_at is not null as hidden`
const tables = 'post p join thread t on t.id = p.thread_id join person a on a.id = p.author_id'

export async function findPostForSearchUnscoped(postId: number): Promise<PostFacts | null> {
  const [row] = await sql<PostFacts>('post-search-one', `select ${columns} from ${tables} where p.id = $1`, [postId])
  return row ?? null
}

/** Pages through every post by id, hidden ones included; with `threadId` those of one thread. */
export function scanPostsForSearchUnscoped({ afterId, limit, threadId }: { afterId: number; limit: number; threadId?: number }): Promise<PostFacts[]> {
  if (threadId !== undefined)
    return sql<PostFacts>('post-search-thread', `select ${columns} from ${tables} where p.thread_id = $3 and p.id > $1 order by p.id limit $2`, [afterId, limit, threadId])
  return sql<PostFacts>('post-search-scan', `select ${columns} from ${tables} where p.id > $1 order by p.id limit $2`, [afterId, limit])
}

/** Ids of the threads of one shelf, by id. */
export async function scanThreadIdsUnscoped(shelf: string, afterId: number, limit: number): Promise<number[]> {
  return (await sql<{ id: number }>('threads-of-shelf', 'select id from thread where shelf = $1 and id > $2 order by id limit $3', [shelf, afterId, limit])).map(row => row.id)
}

export interface PostForNotices {
  thread: ThreadView
  post: { id: number; number: number; authorId: number; authorName: string; excerpt: string; at: number; hidden: boolean }
  /** who wrote the post it answers */
  repliedToAuthorId: number | null
}

interface NoticeRow extends ThreadRow {
  id: number
  number: number
  author_id: number
  author_name: string
  excerpt: string
  at: number
  hidden: boolean
  replied: number | null
}

/** What notices, letters and pushes need to know of posts. What nobody is told of any more is `hidden`. */
export async function findPostsForNoticesUnscoped(postIds: readonly number[]): Promise<PostForNotices[]> {
  const rows = await sql<NoticeRow>('post-notices',
    `select ${threadColumns}, p.id, p.number, p.author_id, a.name as author_name, left(p.text, 700) as excerpt, ${ms('p.created_at')} as at,
      p.deleted_at is not null or t.removed_at is not null as hidden, b.author_id as replied
     from ${tables} left join post b on b.thread_id = p.thread_id and b.number = p.reply_to where p.id = any($1)`, [postIds])
  return rows.map(row => ({
    thread: toThread(row),
    post: { id: row.id, number: row.number, authorId: row.author_id, authorName: row.author_name, excerpt: row.excerpt, at: row.at, hidden: row.hidden },
    repliedToAuthorId: row.replied,
  }))
}

import { sql } from '~/platform/db/db.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import { dayOf } from './local-day'
import { ms } from './sql'

export interface BookmarkRow {
  postId: number
  note: string
  /** day of the reminder, "2026-12-01"; '' without */
  remindOn: string
  /** milliseconds */
  at: number
  /** null where the viewer can no longer read it */
  post: { threadId: number; kind: string; number: number; authorName: string; excerpt: string } | null
}

interface Row {
  post_id: number
  note: string
  remind: number | null
  at: number
  thread_id: number | null
  kind: string
  number: number
  author: string
  excerpt: string
}

const PAGE = 30
const columns = `b.post_id, b.note, case when b.reminded_at is null then ${ms('b.remind_at')} end as remind, ${ms('b.created_at')} as at,
  t.id as thread_id, t.kind, p.number, a.name as author, left(p.text, 160) as excerpt`
const tables = `bookmark b left join post p on p.id = b.post_id and p.deleted_at is null left join thread t on t.id = p.thread_id and t.audience = any($2) and t.removed_at is null
  left join person a on a.id = p.author_id`
const list = `select ${columns} from ${tables} where b.person_id = $1 and (b.created_at, b.post_id) < ($3::timestamptz, $4::int) order by b.created_at desc, b.post_id desc limit ${PAGE + 1}`
const one = `select ${columns} from ${tables} where b.person_id = $1 and b.post_id = $3`

const toRow = (viewer: Member, row: Row): BookmarkRow => ({
  postId: row.post_id, note: row.note, remindOn: row.remind === null ? '' : dayOf(row.remind, viewer.timeZone), at: row.at,
  post: row.thread_id === null ? null : { threadId: row.thread_id, kind: row.kind, number: row.number, authorName: row.author, excerpt: row.excerpt },
})

/** What the viewer put aside, the newest first. `after` is the list's `next`. Empty for strangers. */
export async function listBookmarks(viewer: Viewer, after?: string | null): Promise<{ rows: BookmarkRow[]; next: string | null }> {
  if (!isMember(viewer)) return { rows: [], next: null }
  const cursor = /^(\d{1,14})\.(\d{1,10})$/.exec(after ?? '')
  const from = cursor && Number(cursor[1]) < 8.64e13 && Number(cursor[2]) <= 2_147_483_647 ? cursor : null
  const rows = await sql<Row>('bookmarks', list, [viewer.personId, viewer.audiences, from ? new Date(Number(from[1])).toISOString() : 'infinity', from ? Number(from[2]) : 0])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown.map(row => toRow(viewer, row)), next: rows.length > PAGE && last ? `${Math.round(last.at)}.${last.post_id}` : null }
}

/** Null where the viewer did not put it aside. */
export async function findBookmark(viewer: Member, postId: number): Promise<BookmarkRow | null> {
  const [row] = await sql<Row>('bookmark-one', one, [viewer.personId, viewer.audiences, postId])
  return row ? toRow(viewer, row) : null
}

import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import { slowMinutes } from '../pace.server'
import type { AuthorCard, PostView, ThreadView } from '../views'
import { authorColumns, postColumns, threadColumns, toAuthor, toPost, toThread, type AuthorRow, type PostRow, type ThreadRow } from './rows.server'

/** How verbs reach what they change: only through what the viewer may read. */
export interface Reached {
  thread: ThreadView
  post: PostView
}

const visible = 't.audience = any($2) and t.removed_at is null'
const byId = `select ${postColumns}, ${threadColumns} from post p join thread t on t.id = p.thread_id where p.id = $1 and ${visible}`
const byNumber = `select ${postColumns}, ${threadColumns} from thread t join post p on p.thread_id = t.id where t.id = $1 and ${visible} and p.number = $3`

/** @throws NotFound */
export async function reachPost(viewer: Viewer, postId: number): Promise<Reached> {
  const [row] = await sql<PostRow & ThreadRow>('reach-post', byId, [postId, viewer.audiences])
  if (!row) throw new NotFound('post')
  return { thread: toThread(row), post: toPost(row) }
}

/** @throws NotFound */
export async function reachNumber(viewer: Viewer, threadId: number, number: number): Promise<Reached> {
  const [row] = await sql<PostRow & ThreadRow>('reach-number', byNumber, [threadId, viewer.audiences, number])
  if (!row) throw new NotFound('post')
  return { thread: toThread(row), post: toPost(row) }
}

const forReply = `select ${threadColumns}, ${slowMinutes} as slow_minutes, coalesce((select sr.pseudonyms from shelf_rule sr where sr.shelf = t.shelf), false) as masks, d.id as dup_id, d.number as dup_number, d.thread_id as dup_thread,
  (select h.id from held_post h where h.author_id = any($3) and h.client_key = $4 and h.state <> 'APPROVED' limit 1) as held_id,
  (select coalesce(nullif(v.short_name, ''), v.name) from org_unit v where v.id = $6) as voice, a.id as author_id, ${authorColumns}
  from thread t join person a on a.id = $5 left join org_unit u on u.id = a.unit_id left join partner_org o on o.id = a.partner_org_id
    left join post d on d.author_id = any($3) and d.client_key = $4 where t.id = $1 and ${visible}`

/** The viewer under all their names. */
export const selvesOf = (viewer: Viewer): number[] => (viewer.personId === null ? [] : [viewer.personId, ...viewer.aliases])

export interface Repeated {
  id: number
  threadId: number
  number: number
}

interface ReplyRow extends ThreadRow, AuthorRow {
  dup_id: number | null
  dup_number: number
  dup_thread: number
  held_id: number | null
  slow_minutes: number
  masks: boolean
  voice: string | null
}

export interface ReachedForReply {
  thread: ThreadView
  repeated: Repeated | null
  heldId: number | null
  slowMinutes: number
  masks: boolean
  /** as they stand beside what they write here */
  author: AuthorCard
  /** name of the unit they ask to speak for */
  voice: string | null
}

/** The thread, and the post (or what was held back) that this press of "send" has already made, if any. @throws NotFound */
export async function reachForReply(viewer: Member, asked: { threadId: number; clientKey: string; voiceUnitId?: number | null }): Promise<ReachedForReply> {
  const [row] = await sql<ReplyRow>('reach-for-reply', forReply, [asked.threadId, viewer.audiences, selvesOf(viewer), asked.clientKey, viewer.personId, asked.voiceUnitId ?? null])
  if (!row) throw new NotFound('thread')
  return {
    thread: toThread(row), slowMinutes: row.slow_minutes, masks: row.masks, repeated: row.dup_id === null ? null : { id: row.dup_id, threadId: row.dup_thread, number: row.dup_number }, heldId: row.held_id,
    author: toAuthor(row, row.audience), voice: row.voice,
  }
}

import type { Viewer } from '~/platform/viewer'
import { before, listText, LOOK_THROUGH, order, PAGE_ROWS, readCursor, readList, threadPart } from './topics.queries.server'
import type { TopicList } from './views'

interface Page {
  cursor?: string | null
  /** rows, 1 to 50 */
  limit?: number
}

const rowsOf = (limit: number | undefined) => Math.min(50, Math.max(1, limit ?? PAGE_ROWS))

/** One short walk of the index for each audience, never beyond the moment asked for. */
const since = (window: number, audiences: number) => `select s.* from (select unnest($1::text[]) as audience limit ${audiences}) a cross join lateral (
    select ${threadPart}, t.created_at from thread t where t.kind = 'topic' and t.audience = a.audience and t.removed_at is null and t.listed and t.last_post_at >= $5::timestamptz and ${before} ${order} limit ${window}
  ) s order by s.last_post_at desc, s.id desc limit ${window}`

/** What was written since a moment (milliseconds), newest first; `opened`: only topics opened since then. One statement. */
export function listFresh(viewer: Viewer, { since: from, opened = false, cursor, limit }: Page & { since: number; opened?: boolean }): Promise<TopicList> {
  const rows = rowsOf(limit)
  const audiences = [...new Set(viewer.audiences)]
  const member = viewer.personId !== null
  const window = opened ? LOOK_THROUGH : rows + 1
  const at = readCursor(cursor)
  return readList({
    name: `topics-fresh-${opened ? 'opened-' : ''}${rows}-${audiences.length}${member ? 'member' : ''}`,
    text: listText(since(window, audiences.length), opened ? 't.created_at >= $5::timestamptz' : 'true', rows + 1, member),
    values: [audiences, viewer.personId, at.at, at.id, new Date(from).toISOString()], wanted: rows, window,
  })
}

const newestFirst = { order: 'order by t.id desc', last: 'order by t.id' }
/** Topics looked through at a time; `limit 1` keeps their threads looks into the index. */
const TAGGED = 300
const tagged = `select s.* from (
    select tq.topic_id as id from topic_tag tq where tq.tag = $5::text and tq.topic_id < $4::int order by tq.topic_id desc limit ${TAGGED}
  ) n cross join lateral (select ${threadPart}, t.audience, t.removed_at, t.listed from thread t where t.id = n.id limit 1) s where $3::text is not null`

/**
 * Topics that carry a tag, the newest first. Looks through a bounded part of them at a time; a page may be short and still have a next one.
 * Where a whole part holds nothing the viewer may read, it looks as if the tag had no topics.
 */
export async function listTagged(viewer: Viewer, tag: string, { cursor, limit }: Page = {}): Promise<TopicList> {
  const rows = rowsOf(limit)
  const member = viewer.personId !== null
  const at = readCursor(cursor)
  const list = await readList({
    name: `topics-tagged-${rows}${member ? 'member' : ''}`, text: listText(tagged, 't.audience = any($1) and t.removed_at is null and t.listed', rows + 1, member, newestFirst),
    values: [[...new Set(viewer.audiences)], viewer.personId, at.at, at.id || 2_147_483_647, tag], wanted: rows, window: TAGGED,
  })
  return list.rows.length === 0 ? { ...list, next: null } : list
}

const MINUTE = 60_000
const DAY = 86_400_000

/** Milliseconds at which yesterday began in a time zone. */
export function yesterday(timeZone: string, now = Date.now()): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(now).map(part => [part.type, part.value]))
  const midnight = Math.floor(now / MINUTE) * MINUTE - (Number(parts.hour) * 60 + Number(parts.minute)) * MINUTE
  return midnight - DAY
}

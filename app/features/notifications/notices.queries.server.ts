import { sql } from '~/platform/db/db.server'
import { readRows } from '~/platform/db/together.server'
import { NotFound } from '~/platform/errors'
import { isMember, type Member, type Viewer } from '~/platform/viewer'

/** The bell shows "99+" above this; nothing is counted further. */
export const COUNT_LIMIT = 100
const PAGE = 60

const unread = 'select count(*)::int as n from (select 1 from notice where person_id = $1 and read_at is null and bell and audience = any($2) limit $3) as counted'

/** Unread notices the viewer may still read, at most 100; 0 for strangers. One indexed statement. */
export async function countUnread(viewer: Viewer): Promise<number> {
  if (!isMember(viewer)) return 0
  const [row] = await readRows<{ n: number }>('notices-unread', unread, [viewer.personId, viewer.audiences, COUNT_LIMIT])
  return row?.n ?? 0
}

/** The same for many people in one statement: for live. */
export async function countUnreadOfMany(members: readonly Member[]): Promise<Map<number, number>> {
  const rows = await sql<{ id: number; n: number }>('notices-unread-many', `select p.id, (select count(*)::int from
      (select 1 from notice n where n.person_id = p.id and n.read_at is null and n.bell and n.audience = any(string_to_array(p.tokens, ',')) limit $3) as counted) as n
    from unnest($1::int[], $2::text[]) as p(id, tokens)`, [members.map(member => member.personId), members.map(member => member.audiences.join(',')), COUNT_LIMIT])
  return new Map(rows.map(row => [row.id, row.n]))
}

export interface NoticeGroup {
  /** id of the newest notice of the group on this page, as text */
  id: string
  rule: string
  groupKey: string
  /** notices in the group on this page */
  count: number
  unread: boolean
  /** who did it, newest first, at most three, each once */
  names: string[]
  title: string
  /** milliseconds of the newest */
  at: number
}

export interface NoticeList {
  groups: NoticeGroup[]
  /** id to continue before; null on the last page */
  next: string | null
}

interface Row {
  id: string
  rule: string
  group_key: string
  params: { name?: string; title?: string }
  at: number
  unread: boolean
}

const list = `select id::text, rule, group_key, params, (extract(epoch from created_at) * 1000)::float8 as at, read_at is null as unread
  from notice where person_id = $1 and bell and audience = any($2) and id < $3 order by notice.id desc limit ${PAGE + 1}`

/** Newest first; what concerns one thing by one rule stands together. `before` is a NoticeList's `next`. Empty for strangers. */
export async function listNotices(viewer: Viewer, before?: string | null): Promise<NoticeList> {
  if (!isMember(viewer)) return { groups: [], next: null }
  const from = before && /^\d{1,18}$/.test(before) ? before : '9223372036854775807'
  const rows = await readRows<Row>('notices-list', list, [viewer.personId, viewer.audiences, from])
  const shown = rows.slice(0, PAGE)
  const groups = new Map<string, NoticeGroup>()
  for (const row of shown) {
    // read and unread ones of a thread stand apart, so that "marked as read" never hides something new
    const key = `${row.rule}|${row.group_key}|${row.unread}`
    const group = groups.get(key)
    const name = row.params.name ?? ''
    if (!group) {
      groups.set(key, { id: row.id, rule: row.rule, groupKey: row.group_key, count: 1, unread: row.unread, names: [name], title: row.params.title ?? '', at: row.at })
      continue
    }
    group.count += 1
    if (group.names.length < 3 && !group.names.includes(name)) group.names.push(name)
  }
  return { groups: [...groups.values()], next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}

/** Where a group of notices leads: to the earliest unread thing of it, else to the one asked for. @throws NotFound */
export async function getNoticeUrl(viewer: Viewer, id: string): Promise<string> {
  const [row] = /^\d{1,18}$/.test(id) && isMember(viewer) ? await sql<{ url: string }>('notices-url', `select coalesce(
      (select o.url from notice o where o.person_id = n.person_id and o.group_key = n.group_key and o.rule = n.rule and o.read_at is null and o.audience = any($2) order by o.id limit 1),
      n.url) as url from notice n where n.id = $3 and n.person_id = $1 and n.audience = any($2)`, [viewer.personId, viewer.audiences, id]) : []
  if (!row) throw new NotFound('notice')
  return row.url
}

/** What unread notices of one group are about ("post:77"), each once, newest first, at most 500: to ask its room which of it was seen meanwhile. */
export async function listUnreadAbouts(member: Member, groupKey: string): Promise<string[]> {
  const rows = await sql<{ about: string }>('notices-abouts',
    'select n.about from notice n where n.person_id = $1 and n.read_at is null and n.group_key = $2 order by n.id desc limit 500', [member.personId, groupKey])
  return [...new Set(rows.map(row => row.about))]
}

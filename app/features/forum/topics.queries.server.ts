import { ms } from '~/features/discussion/sql'
import { sql, type Statement } from '~/platform/db/db.server'
import { readRows, readText } from '~/platform/db/together.server'
import { NotFound } from '~/platform/errors'
import { interned, madeOf } from '~/platform/interned'
import type { Viewer } from '~/platform/viewer'
import { getCategory, listCategories } from './categories.queries.server'
import type { OfficialStateName } from './kind-views'
import { headColumns, headTables, toHead, type HeadRow } from './rows/topic-head.server'
import type { CategoryBadge, ForumPage, TopicFilter, TopicHead, TopicKindName, TopicLink, TopicList, TopicRow } from './views'

export const PAGE_ROWS = 25
/** Threads a filtered page looks through before it answers with what it has and a link to go on. */
export const LOOK_THROUGH = 1_000

interface Row {
  id: number | null
  title: string
  slug: string
  kind: TopicKindName
  category_id: number
  tags: string[]
  post_count: number
  last_number: number
  at: number
  last_name: string | null
  last_slug: string | null
  last_kind: TopicRow['last']['kind'] | null
  last_unit: string | null
  locked: boolean
  answered: boolean
  heard: boolean
  official: OfficialStateName | null
  closes_at: number | null
  repliers: string[]
  me_too: number | null
  meeting: { startsAt: number; endsAt: number; skipped: boolean } | null
  unread: number
  read_number: number
  c_slug: string
  c_name: string
  c_name_en: string
  c_audience: string
  pinned: number | null
  scanned: number
  end_at: number | null
  end_id: number | null
}

export const threadPart = 't.id, t.last_post_at, t.last_number, t.post_count, t.last_author_id, t.locked_at, t.accepted_number, t.answerable, t.closes_at, t.voiced_at, t.repliers'
export const before = '(t.last_post_at, t.id) < ($3::timestamptz, $4::int)'
export const order = 'order by t.last_post_at desc, t.id desc'

/** `any($1)` over several audiences would sort all of them; one short walk of the index for each does not. */
const ofAll = (window: number, audiences: number, label: string) => `select s.* from (select unnest($1::text[]) as audience limit ${audiences}) a cross join lateral (
    select ${threadPart} from thread t where t.kind = 'topic' and t.audience = a.audience${label} and t.removed_at is null and t.listed and ${before} ${order} limit ${window}
  ) s order by s.last_post_at desc, s.id desc limit ${window}`
/** A category by its id or by the name it has in addresses. */
const shelves = { id: `'category:' || $5::int`, slug: `'category:' || (select k.id from category k where k.slug = $5::text)` }
type Shelf = keyof typeof shelves
const ofCategory = (window: number, label: string, by: Shelf) => `select ${threadPart} from thread t
  where t.shelf = ${shelves[by]}${label} and t.audience = any($1) and t.removed_at is null and t.listed and ${before} ${order} limit ${window}`

/** `limit 1` keeps this a look into the index for each row; joined plainly, everything a person ever read would be fetched. */
const readOf = 'select rp.number from read_position rp where rp.person_id = $2 and rp.thread_id = t.id limit 1'

/** Unread: what lies beyond the read position; never opened, and nothing new since the person's "all read": nothing. Strangers have none. */
const unread = `case when r.number is not null or t.last_post_at > (select me.read_before from person me where me.id = $2)
  then greatest(t.last_number - coalesce(r.number, 0), 0) else 0 end`

const filters: Record<TopicFilter, string> = {
  latest: 'true',
  unread: `${unread} > 0`,
  unanswered: 'true', question: 'true', experience: 'true', feedback: 'true', consultation: 'true', discussion: 'true', announcement: 'true', meeting: 'true',
}
/** These walk an index that begins with the label: every row they look at is one they show. Only questions can be unanswered, and those have an index that holds nothing else. */
const labels: Partial<Record<TopicFilter, TopicKindName>> = {
  question: 'QUESTION', experience: 'EXPERIENCE', feedback: 'FEEDBACK', consultation: 'CONSULTATION', discussion: 'DISCUSSION', announcement: 'ANNOUNCEMENT', meeting: 'MEETING', unanswered: 'QUESTION',
}
const waits = ' and t.answerable and t.accepted_number is null and t.locked_at is null'
const labelled = (filter: TopicFilter): string => (labels[filter] ? ` and t.label = '${labels[filter]}'${filter === 'unanswered' ? waits : ''}` : '')
const looksThrough = (filter: TopicFilter): boolean => filter === 'unread'

const columns = `t.id, tp.title, tp.slug, tp.kind::text, tp.category_id, tp.tags, t.post_count, t.last_number, ${ms('t.last_post_at')} as at,
  a.name as last_name, a.slug as last_slug, a.kind::text as last_kind, coalesce(nullif(u.short_name, ''), u.name) as last_unit,
  t.locked_at is not null as locked, t.accepted_number is not null as answered, t.voiced_at is not null as heard, tp.official_state::text as official, ${ms('t.closes_at')} as closes_at, t.repliers,
  case when tp.kind = 'QUESTION' then (select o.me_too_count from post o where o.thread_id = t.id and o.number = 1) end as me_too,
  case when tp.kind = 'MEETING' then (select jsonb_build_object('startsAt', ${ms('g.starts_at')}, 'endsAt', ${ms('g.ends_at')}, 'skipped', g.skipped_at is not null) from meeting g where g.topic_id = t.id) end as meeting,
  t.read_number, t.unread, c.slug as c_slug, c.name as c_name, c.name_en as c_name_en, c.audience as c_audience`

/** Rows of `from` with what of them is unread, chosen before anything else is looked up about them. Strangers have no read position: their text takes the same parameters and looks nothing up. */
const chosen = (from: string, member: boolean, rest: string): string => member
  ? `(select t.*, coalesce(r.number, 0) as read_number, ${unread} as unread from ${from} t left join lateral (${readOf}) r on true ${rest}) t`
  : `(select t.*, 0 as read_number, 0 as unread from ${from} t left join (select $2::int as nobody) n on true ${rest}) t`
const about = 'join topic tp on tp.id = t.id join category c on c.id = tp.category_id left join person a on a.id = t.last_author_id left join org_unit u on u.id = a.unit_id'

/** Topics that stand on top for a time, those that stand so shortest last. Few, by an index of their own. */
const pins = (category: Shelf | null, member: boolean) => `
  union all select y.*, 0, null, null from (
    select ${columns}, ${ms('tp.pinned_until')} as pinned from ${chosen(`(
      select ${threadPart} from topic pt join thread t on t.id = pt.id where pt.pinned_until > now() and ${category ? `t.shelf = ${shelves[category]}` : 'pt.pinned_everywhere'}
        and t.audience = any($1) and t.removed_at is null and t.listed order by pt.pinned_until desc limit 5
    )`, member, '')} ${about}
  ) y`

export const listText = (from: string, filter: string, rows: number, member: boolean, by = { order, last: 'order by t.last_post_at, t.id' }, pinned = '') =>
  `with t as materialized (${from}), e as (select ${ms('t.last_post_at')} as end_at, t.id as end_id from t ${by.last} limit 1)
  select x.*, (select count(*)::int from t) as scanned, e.end_at, e.end_id
  from e left join lateral (
    select ${columns}, null::float8 as pinned from ${chosen('t', member, `where ${filter} ${by.order} limit ${rows}`)} ${about} ${by.order}
  ) x on true${pinned}`

/**
 * The bounds stand in the text, not in parameters: the planner takes an unknown limit for a tenth of the table, an unknown list for ten,
 * and would plan every call anew, which costs more than running it. Pages use few limits and people hold few audiences: few texts.
 */
const texts = new Map<string, string>()
function textOf(category: Shelf | null, filter: TopicFilter, rows: number, window: number, audiences: number, member: boolean, top: boolean): { name: string; text: string } {
  const name = `topics-${category ? `${category}-` : ''}${filter}-${rows}-${looksThrough(filter) ? `${window}-` : ''}${category ? '' : audiences}${member ? 'member' : ''}${top ? '-top' : ''}`
  const text = texts.get(name) ?? listText(category ? ofCategory(window, labelled(filter), category) : ofAll(window, audiences, labelled(filter)), filters[filter], rows, member, undefined, top ? pins(category, member) : '')
  texts.set(name, text)
  return { name, text }
}

function toRow(row: Row & { id: number }): TopicRow {
  const made: TopicRow = {
    id: row.id, title: row.title, slug: row.slug, kind: row.kind, categoryId: row.category_id, tags: row.tags, replies: Math.max(0, row.post_count - 1), lastNumber: row.last_number,
    at: row.at, last: { name: row.last_name ?? '', slug: row.last_slug ?? '', kind: row.last_kind ?? 'CITIZEN' },
  }
  if (row.last_unit && row.last_kind === 'ASN') made.last.unit = row.last_unit
  if (row.pinned !== null) made.pinned = row.pinned
  if (row.locked) made.locked = true
  if (row.answered) made.answered = true
  if (row.heard && (row.kind === 'QUESTION' || row.kind === 'DISCUSSION')) made.heard = true
  if (row.official) made.official = row.official
  if (row.closes_at !== null) made.closesAt = row.closes_at
  if (row.me_too) made.meToo = row.me_too
  if (row.repliers.length > 0) made.askedOf = row.repliers.filter(token => token.startsWith('user:')).length
  if (row.meeting) made.meeting = { startsAt: row.meeting.startsAt, endsAt: row.meeting.endsAt, ...(row.meeting.skipped ? { skipped: true as const } : {}) }
  if (row.unread > 0) {
    made.unread = row.unread
    made.firstUnread = row.read_number + 1
  }
  return made
}

/** "<milliseconds>.<id>" of the last row; anything else begins at the top. */
export function readCursor(cursor: string | null | undefined): { at: string; id: number } {
  const match = /^(-?\d{1,14})\.(\d{1,10})$/.exec(cursor ?? '')
  const at = Number(match?.[1])
  if (!match || Math.abs(at) > 8.64e13 || Number(match[2]) > 2_147_483_647) return { at: 'infinity', id: 0 }
  return { at: new Date(at).toISOString(), id: Number(match[2]) }
}

export interface ListTopics {
  categoryId?: number
  /** instead of its id; there are no topics in a category there is not */
  categorySlug?: string
  filter?: TopicFilter
  cursor?: string | null
  /** rows, 1 to 50 */
  limit?: number
  /** threads looked through where a filter may drop most, 50 to 1,000 */
  lookThrough?: number
  /** with what is pinned there on top, in a list without filter and cursor */
  pins?: boolean
}

const nothing: TopicList = { rows: [], categories: {}, next: null }

/** Asks for topics; `readList` makes a page of it. */
function topicsStatement(viewer: Viewer, { categoryId, categorySlug, filter = 'latest', cursor, limit = PAGE_ROWS, lookThrough = LOOK_THROUGH, pins = false }: ListTopics): Statement & Bounds {
  const wanted = Math.min(50, Math.max(1, limit))
  const window = looksThrough(filter) ? lookThrough : wanted + 1
  const from = readCursor(cursor)
  const audiences = [...new Set(viewer.audiences)]
  const category = categorySlug !== undefined ? 'slug' : categoryId !== undefined ? 'id' : null
  const { name, text } = textOf(category, filter, wanted + 1, window, audiences.length, viewer.personId !== null, pins && filter === 'latest' && !cursor)
  const values: unknown[] = [audiences, viewer.personId, from.at, from.id]
  if (category) values.push(categorySlug ?? categoryId)
  return { name, text, values, wanted, window }
}

/**
 * Newest activity first, keyset-paged by (time of the last post, id). Only what the viewer may read; strangers have nothing unread.
 * One statement, however many topics there are.
 */
export async function listTopics(viewer: Viewer, asked: ListTopics = {}): Promise<TopicList> {
  return asked.filter === 'unread' && viewer.personId === null ? nothing : readList(topicsStatement(viewer, asked))
}

/** How many rows a page has, and how many threads are looked through for them. */
interface Bounds {
  wanted: number
  window: number
}

/** Runs a text of `listText` and turns its rows into a page of at most `wanted`. */
export async function readList(statement: Statement & Bounds): Promise<TopicList> {
  const { wanted, window } = statement
  return madeOf(`topics-${wanted}-${window}`, await readText(statement), text => listOf(JSON.parse(text) as Row[], wanted, window))
}

function listOf(all: readonly Row[], wanted: number, window: number): TopicList {
  const any = all.filter((row): row is Row & { id: number } => row.id !== null)
  const top = any.filter(row => row.pinned !== null)
  const found = any.filter(row => row.pinned === null)
  const page = found.slice(0, wanted)
  const rows = [...top, ...page.filter(row => !top.some(one => one.id === row.id))]
  const last = page.at(-1)
  const end = all.find(row => row.pinned === null)
  let next: string | null = null
  if (found.length > wanted && last) next = `${last.at}.${last.id}`
  else if (end && end.scanned === window && end.end_at !== null) next = `${end.end_at}.${end.end_id}`
  const categories: Record<number, CategoryBadge> = {}
  for (const row of rows)
    categories[row.category_id] ??= interned({ id: row.category_id, slug: row.c_slug, name: row.c_name, nameEn: row.c_name_en, audience: row.c_audience })
  return { rows: rows.map(row => interned(toRow(row))), categories, next }
}

/** What is new for the viewer, over all categories. Empty for strangers. */
export const listUnread = (viewer: Viewer, asked: Pick<ListTopics, 'cursor' | 'limit' | 'lookThrough'> = {}): Promise<TopicList> => listTopics(viewer, { ...asked, filter: 'unread' })

/** The forum's front, or one category's page: one statement. @throws NotFound for a category the viewer may not know of */
export async function getForumPage(viewer: Viewer, { category: slug, filter = 'latest', cursor }: { category?: string; filter?: TopicFilter; cursor?: string | null } = {}): Promise<ForumPage> {
  const [categories, list] = await Promise.all([listCategories(viewer), listTopics(viewer, { filter, cursor, pins: true, ...(slug === undefined ? {} : { categorySlug: slug }) })])
  const category = slug === undefined ? null : categories.find(one => one.slug === slug) ?? await getCategory(viewer, slug)
  return { categories, category, filter, list }
}

const headById = `select ${headColumns} from ${headTables} where t.id = $1 and t.audience = any($2) and t.removed_at is null`

/** Null where there is none the viewer may read. */
export async function findTopicHead(viewer: Viewer, topicId: number): Promise<TopicHead | null> {
  const [row] = await sql<HeadRow>('topic-head', headById, [topicId, viewer.audiences])
  return row ? toHead(row) : null
}

/** @throws NotFound */
export async function getTopicHead(viewer: Viewer, topicId: number): Promise<TopicHead> {
  const topic = await findTopicHead(viewer, topicId)
  if (!topic) throw new NotFound('topic')
  return topic
}

/** Titles of the given topics, without those the viewer may not read: for notices, drafts and lists of other rooms' making. */
export async function listTopicTitles(viewer: Viewer, ids: readonly number[]): Promise<Map<number, TopicLink>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows<TopicLink>('topic-titles',
    'select tp.id, tp.title, tp.slug from topic tp join thread t on t.id = tp.id where tp.id = any($1) and t.audience = any($2) and t.removed_at is null', [[...ids], viewer.audiences])
  return new Map(rows.map(row => [row.id, row]))
}

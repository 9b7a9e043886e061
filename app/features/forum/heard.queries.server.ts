import { ms } from '~/features/discussion/sql'
import { speaksFor } from '~/features/people/voices'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import type { OfficialStateName } from './kind-views'
import type { TopicKindName } from './views'

/** Fewer topics than this say nothing about a unit: no figure is shown. */
export const LEAST_TOPICS = 5
const ROWS = 30

export interface AnswerTime {
  topics: number
  answered: number
  /** null under `LEAST_TOPICS` */
  medianMinutes: number | null
}

export interface UnitTime extends AnswerTime {
  code: string
  name: string
}

interface TimeRow {
  topics: number | null
  answered: number | null
  median: number | null
}

const toTime = (row: TimeRow): AnswerTime | null =>
  row.topics === null ? null : { topics: row.topics, answered: row.answered ?? 0, medianMinutes: row.topics < LEAST_TOPICS ? null : row.median }

/** Every unit that was asked something in the last twelve months, most asked first. For anybody. */
export async function listAnswerTimes(): Promise<UnitTime[]> {
  const rows = await sql<TimeRow & { code: string; name: string; topics: number }>('answer-times', `select u.code, u.name, a.topics, a.answered, a.median_minutes as median
    from unit_answer_time a join org_unit u on u.id = a.unit_id where u.valid_to is null order by a.topics desc, u.name, u.id`)
  return rows.map(row => ({ code: row.code, name: row.name, ...toTime(row)! }))
}

/** Of one unit; null when nothing was measured. For anybody. */
export async function findAnswerTime(unitId: number): Promise<AnswerTime | null> {
  const [row] = await sql<TimeRow>('answer-time', 'select topics, answered, median_minutes as median from unit_answer_time where unit_id = $1', [unitId])
  return row ? toTime(row) : null
}

export interface HeardRow {
  id: number
  title: string
  slug: string
  kind: TopicKindName
  category: string
  categoryEn: string
  reason: 'RESPONSIBLE' | 'TAG' | 'MENTION'
  author: string
  replies: number
  /** milliseconds */
  openedAt: number
  answeredAt: number | null
  official: OfficialStateName | null
}

export type HeardFilter = 'unanswered' | 'all'

export interface UnitHeard {
  unit: { code: string; name: string }
  time: AnswerTime | null
  filter: HeardFilter
  rows: HeardRow[]
  next: string | null
  tags: string[]
  /** the viewer speaks for the unit and chooses its tags */
  mine: boolean
}

const columns = `t.id, tp.title, tp.slug, tp.kind::text as kind, c.name as category, c.name_en as "categoryEn", k.reason::text as reason, a.name as author, greatest(t.post_count - 1, 0) as replies,
  ${ms('k.opened_at')} as "openedAt", ${ms('k.answered_at')} as "answeredAt", tp.official_state::text as official`
const list = (where: string, order: string) => `select ${columns} from topic_concern k join thread t on t.id = k.topic_id and t.removed_at is null and t.listed and t.audience = 'public'
  join topic tp on tp.id = t.id join category c on c.id = tp.category_id join person a on a.id = t.author_id
  where k.unit_id = $1 and ${where} order by ${order} limit ${ROWS + 1}`
/** What waits longest comes first; of everything the newest. Both walk an index of the unit. */
const texts = {
  unanswered: list('not k.answered and (k.opened_at, k.topic_id) > ($2::timestamptz, $3::int)', 'k.opened_at, k.topic_id'),
  all: list('(k.opened_at, k.topic_id) < ($2::timestamptz, $3::int)', 'k.opened_at desc, k.topic_id desc'),
}

function readCursor(cursor: string | null, filter: HeardFilter): { at: string; id: number } {
  const match = /^(\d{1,14})\.(\d{1,10})$/.exec(cursor ?? '')
  if (!match || Number(match[1]) > 8.64e15 || Number(match[2]) > 2_147_483_647) return { at: filter === 'all' ? 'infinity' : '-infinity', id: 0 }
  return { at: new Date(Number(match[1])).toISOString(), id: Number(match[2]) }
}

/** The public topics that concern a unit, and how quickly it answers. For anybody: they are public. @throws NotFound */
export async function getUnitHeard(viewer: Viewer, code: string, { filter = 'unanswered', cursor = null }: { filter?: HeardFilter; cursor?: string | null } = {}): Promise<UnitHeard> {
  if (!/^[\w .-]{1,60}$/.test(code)) throw new NotFound('unit')
  const [unit] = await sql<TimeRow & { id: number; code: string; name: string; path: number[]; tags: string[] }>('unit-heard', `select u.id, u.code, u.name, u.path, a.topics, a.answered, a.median_minutes as median,
      array(select ut.tag from unit_tag ut where ut.unit_id = u.id order by ut.tag) as tags
    from org_unit u left join unit_answer_time a on a.unit_id = u.id where u.code = $1 and u.valid_to is null`, [code])
  if (!unit) throw new NotFound('unit')
  const from = readCursor(cursor, filter)
  const found = await sql<HeardRow>(`unit-concerns-${filter}`, texts[filter], [unit.id, from.at, from.id])
  const rows = found.slice(0, ROWS)
  const last = rows.at(-1)
  return {
    unit: { code: unit.code, name: unit.name }, time: toTime(unit), filter, rows, tags: unit.tags,
    next: found.length > ROWS && last ? `${last.openedAt}.${last.id}` : null, mine: speaksFor(viewer, unit) !== null,
  }
}

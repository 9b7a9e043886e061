import { whoMayReadUnscoped } from '~/features/people/people.queries.server'
import { sql } from '~/platform/db/db.server'
import type { Targets } from '../policy'

/** People read and told at a time: long enough to cost few statements, short enough to let others through. */
export const BATCH = 1_000

const ranked = (targets: string, ranks: string) => `select w.level from watch w join unnest(${targets}::text[], ${ranks}::int[]) as t(target, rank) on t.target = w.target`

/** The narrowest target decides, and among equals the level that tells more: `levelFor` in SQL. The enum's order is ALL, MENTIONS, MUTE. */
const watchers = `with c as (
    select distinct person_id from watch where target = any($1) and level = 'ALL' and person_id > $2 order by person_id limit ${BATCH}
  )
  select c.person_id as id, (${ranked('$3', '$4')} where w.person_id = c.person_id order by t.rank, w.level limit 1) = 'ALL' as wanted from c order by c.person_id`

/** The same for the first of several things at once. Targets of one thing travel as one text. */
const firstOf = `with c as (
    select k.no, x.person_id from unnest($1::int[], $2::text[]) as k(no, of) cross join lateral (
      select distinct w.person_id from watch w where w.target = any(string_to_array(k.of, E'\\x1f')) and w.level = 'ALL' order by w.person_id limit ${BATCH}
    ) x
  )
  select c.no, c.person_id as id, (select w.level from unnest($3::int[], $4::text[], $5::int[]) as t(no, target, rank) join watch w on w.target = t.target and w.person_id = c.person_id
    where t.no = c.no order by t.rank, w.level limit 1) = 'ALL' as wanted from c order by c.no, c.person_id`

const levels = `select a.no, a.person_id as id, (select w.level from unnest($3::int[], $4::text[], $5::int[]) as t(no, target, rank) join watch w on w.target = t.target and w.person_id = a.person_id
    where t.no = a.no order by t.rank, w.level limit 1)::text as level from unnest($1::int[], $2::int[]) as a(no, person_id)`

const flat = (targets: Targets) => ({ names: targets.flat(), ranks: targets.flatMap((rank, place) => rank.map(() => place)) })

const flatMany = (list: readonly Targets[]) => {
  const flats = list.map(flat)
  return { nos: flats.flatMap(({ names }, no) => names.map(() => no)), names: flats.flatMap(one => one.names), ranks: flats.flatMap(one => one.ranks) }
}

/** What is followed: `of` are the targets whose watchers on ALL are told, unless a narrower one of `targets` says otherwise. */
export interface Asked {
  of: readonly string[]
  targets: Targets
  audience: string
}

/** Some of the people who watch something. `last` is null at the end. */
export interface Watchers {
  told: number[]
  last: number | null
}

/** The next people after `afterId` who watch one of `of` on ALL, hold the audience, and have nothing narrower that says otherwise. */
export async function nextWatchers(asked: Asked & { afterId: number }): Promise<Watchers> {
  const { names, ranks } = flat(asked.targets)
  const rows = await sql<{ id: number; wanted: boolean }>('notices-watchers', watchers, [asked.of, asked.afterId, names, ranks])
  const wanting = rows.filter(row => row.wanted).map(row => row.id)
  return { told: await whoMayReadUnscoped(wanting, asked.audience), last: rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null }
}

/** The first of those for several things at once, in the order asked: one statement, and one more for each audience somebody waits under. */
export async function firstWatchers(list: readonly Asked[]): Promise<Watchers[]> {
  if (list.length === 0) return []
  const { nos, names, ranks } = flatMany(list.map(one => one.targets))
  const rows = await sql<{ no: number; id: number; wanted: boolean }>('notices-watchers-first', firstOf, [list.map((_, no) => no), list.map(one => one.of.join('\x1f')), nos, names, ranks])
  const readers = new Map<string, Set<number>>()
  for (const audience of new Set(rows.flatMap(row => list[row.no]?.audience ?? []))) {
    const wanting = rows.filter(row => row.wanted && list[row.no]?.audience === audience).map(row => row.id)
    readers.set(audience, new Set(await whoMayReadUnscoped([...new Set(wanting)], audience)))
  }
  return list.map(({ audience }, no) => {
    const own = rows.filter(row => row.no === no)
    return { told: own.filter(row => row.wanted && readers.get(audience)?.has(row.id)).map(row => row.id), last: own.length === BATCH ? (own.at(-1)?.id ?? null) : null }
  })
}

/** Each person's level for each thing they are asked about, by "no id"; people without a choice are missing. One statement. */
export async function levelsOfMany(asked: readonly { no: number; personId: number }[], targets: readonly Targets[]): Promise<Map<string, string>> {
  const { nos, names, ranks } = flatMany(targets)
  if (asked.length === 0 || names.length === 0) return new Map()
  const rows = await sql<{ no: number; id: number; level: string | null }>('notices-levels', levels, [asked.map(one => one.no), asked.map(one => one.personId), nos, names, ranks])
  return new Map(rows.flatMap(row => (row.level === null ? [] : [[`${row.no} ${row.id}`, row.level]])))
}

/** Each person's level for one thing; people without a choice are missing. */
export async function levelsOf(personIds: readonly number[], targets: Targets): Promise<Map<number, string>> {
  const found = await levelsOfMany(personIds.map(personId => ({ no: 0, personId })), [targets])
  return new Map(personIds.flatMap(id => { const level = found.get(`0 ${id}`); return level === undefined ? [] : [[id, level]] }))
}

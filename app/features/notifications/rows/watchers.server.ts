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

const levels = `select p.id, (${ranked('$2', '$3')} where w.person_id = p.id order by t.rank, w.level limit 1)::text as level
  from person p where p.id = any($1)`

const flat = (targets: Targets) => ({ names: targets.flat(), ranks: targets.flatMap((rank, place) => rank.map(() => place)) })

/** The next people after `afterId` who watch one of `of` on ALL, hold the audience, and have nothing narrower that says otherwise. `last` is null at the end. */
export async function nextWatchers(asked: { of: readonly string[]; targets: Targets; audience: string; afterId: number }): Promise<{ told: number[]; last: number | null }> {
  const { names, ranks } = flat(asked.targets)
  const rows = await sql<{ id: number; wanted: boolean }>('notices-watchers', watchers, [asked.of, asked.afterId, names, ranks])
  const wanting = rows.filter(row => row.wanted).map(row => row.id)
  return { told: await whoMayReadUnscoped(wanting, asked.audience), last: rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null }
}

/** Each person's level for a thing; people without a choice are missing. */
export async function levelsOf(personIds: readonly number[], targets: Targets): Promise<Map<number, string>> {
  if (personIds.length === 0 || targets.length === 0) return new Map()
  const { names, ranks } = flat(targets)
  const rows = await sql<{ id: number; level: string | null }>('notices-levels', levels, [personIds, names, ranks])
  return new Map(rows.flatMap(row => (row.level === null ? [] : [[row.id, row.level]])))
}

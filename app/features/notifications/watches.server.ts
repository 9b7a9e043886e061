import { sql, type Tx } from '~/platform/db/db.server'
import { Conflict, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { watchableReader } from './given.server'
import { kindOfTarget, targetPattern, watchLevels, type WatchLevel } from './policy'

/** More than anybody follows by hand; a script that goes on is stopped. */
export const MOST_WATCHES = 3_000

/**
 * How much the person wants to hear of a thing from now on; null forgets the choice. Only for what they may read.
 * @throws Invalid, NotFound, Conflict beyond MOST_WATCHES
 */
export async function setWatch(member: Member, { target, level }: { target: string; level: WatchLevel | null }): Promise<void> {
  if (!targetPattern.test(target) || (level !== null && !watchLevels.includes(level))) throw new Invalid('http:invalid.format')
  if (level === null) {
    await sql('watch-forget', 'delete from watch where person_id = $1 and target = $2', [member.personId, target])
    return
  }
  const known = await watchableReader(kindOfTarget(target))?.(member, [target])
  if (!known?.has(target)) throw new NotFound('watchable')
  const done = await sql<{ target: string }>('watch-set', `insert into watch (person_id, target, level) select $1, $2, $3::"WatchLevel"
      where (select count(*) from watch w where w.person_id = $1 and not w.automatic) < ${MOST_WATCHES} or exists (select 1 from watch w where w.person_id = $1 and w.target = $2)
    on conflict (person_id, target) do update set level = excluded.level, automatic = false, updated_at = now() returning target`, [member.personId, target, level])
  if (done.length === 0) throw new Conflict()
}

/** Whoever follows or mutes one thing does the same with another from now on, unless they have chosen for it. Inside the caller's transaction. */
export async function copyWatches(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`insert into watch (person_id, target, level, automatic) select person_id, ${to}::text, level, automatic from watch where target = ${from}::text on conflict (person_id, target) do nothing`
}

/**
 * People follow what they opened or answered, unless they chose otherwise for it or for all of it. One statement.
 * @returns those of the asked who do so from now on
 */
export async function watchByThemselves<Asked extends { personId: number; target: string }>(asked: readonly Asked[]): Promise<Asked[]> {
  if (asked.length === 0) return []
  const rows = await sql<{ id: number; target: string }>('watch-auto', `insert into watch (person_id, target, level, automatic)
      select p.id, x.target, 'ALL', true from unnest($1::int[], $2::text[]) as x(person_id, target) join person p on p.id = x.person_id
        left join notice_setting s on s.person_id = p.id where coalesce(s.auto_watch, true) order by p.id, x.target
    on conflict (person_id, target) do nothing returning person_id as id, target`, [asked.map(one => one.personId), asked.map(one => one.target)])
  return asked.filter(one => rows.some(row => row.id === one.personId && row.target === one.target))
}

/** What was followed or muted under one name goes on under another; who chose for both keeps the choice for the one that stays. */
export async function moveWatches(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    insert into watch (person_id, target, level, automatic, updated_at) select person_id, ${to}::text, level, automatic, updated_at from watch where target = ${from}::text
    on conflict (person_id, target) do nothing`
  await tx.$executeRaw`delete from watch where target = ${from}::text`
}

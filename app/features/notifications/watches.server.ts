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

/** Follows what the person opened or answered, unless they chose otherwise for it or for all of it. */
export async function watchByItself(asked: { personId: number; target: string } | null): Promise<void> {
  if (!asked) return
  await sql('watch-auto', `insert into watch (person_id, target, level, automatic) select p.id, $2, 'ALL', true from person p
      left join notice_setting s on s.person_id = p.id where p.id = coalesce((select owner_id from pseudonym where person_id = $1), $1) and coalesce(s.auto_watch, true)
    on conflict (person_id, target) do nothing`, [asked.personId, asked.target])
}

/** What was followed or muted under one name goes on under another; who chose for both keeps the choice for the one that stays. */
export async function moveWatches(tx: Tx, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    insert into watch (person_id, target, level, automatic, updated_at) select person_id, ${to}::text, level, automatic, updated_at from watch where target = ${from}::text
    on conflict (person_id, target) do nothing`
  await tx.$executeRaw`delete from watch where target = ${from}::text`
}

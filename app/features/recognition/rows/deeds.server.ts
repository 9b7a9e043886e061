import type { Tx } from '~/platform/db/db.server'
import { Prisma } from '~/generated/prisma/client'
import { badges, type BadgeName } from '../badges'

/** Of a helper's thanked posts, how many of the newest are looked at for newcomers. */
const LOOK = 300
/** Days after the first thing they wrote, or after they came, in which somebody is a newcomer. */
const NEW = 30

const answers = (personId: number) => Prisma.sql`
  select c.post_id from contribution c join thread t on t.id = c.thread_id
  where c.person_id = ${personId}::int and c.accepted and not c.opening and t.author_id <> c.person_id`

const deeds: Record<BadgeName, (personId: number) => Prisma.Sql> = {
  'first-answer': personId => Prisma.sql`${answers(personId)} order by c.created_at limit 1`,
  'ten-answers': personId => Prisma.sql`${answers(personId)} order by c.created_at limit 10`,
  'experiences-thanked': personId => Prisma.sql`
    select c.post_id from contribution c where c.person_id = ${personId}::int and c.label = 'EXPERIENCE' and c.opening and c.thanks > 0
      and exists (select 1 from reaction r join person a on a.id = r.person_id where r.post_id = c.post_id and r.kind = 'THANKS' and a.kind = 'ASN')
    order by c.created_at limit 5`,
  'newcomers-helped': personId => Prisma.sql`
    with mine as (
      select c.post_id, c.thread_id, c.accepted from contribution c where c.person_id = ${personId}::int and not c.opening and (c.thanks > 0 or c.accepted)
      order by c.created_at desc limit ${LOOK}::int
    ), said as (
      select r.person_id, m.post_id, r.created_at as at from mine m join reaction r on r.post_id = m.post_id and r.kind = 'THANKS'
      union all select t.author_id, m.post_id, t.accepted_at from mine m join thread t on t.id = m.thread_id where m.accepted
    )
    select first.post_id from (
      select distinct on (s.person_id) s.post_id, s.at from said s join person a on a.id = s.person_id
      where s.person_id <> ${personId}::int
        and s.at <= coalesce((select min(p.created_at) from post p where p.author_id = s.person_id), a.created_at) + make_interval(days => ${NEW}::int)
      order by s.person_id, s.at
    ) first order by first.at limit 3`,
}

/** The posts that earn a badge for a person now; fewer than it takes: not earned. */
export async function deedsFor(tx: Tx, badge: BadgeName, personId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ post_id: number }[]>(deeds[badge](personId))
  return rows.map(row => row.post_id)
}

export const suffices = (badge: BadgeName, found: readonly number[]): boolean => found.length >= badges[badge]

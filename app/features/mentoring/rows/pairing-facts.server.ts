import { sql } from '~/platform/db/db.server'
import type { FormName, PositionGroupName } from '../kinds'
import { wordsOf, type Learner, type Offered, type ReasonFacts } from '../match'
import { groupSql, openSql } from '../offers.queries.server'
import { isFor, type WhomFor } from '../offers-policy'

/** A learner who waits, with what the formula asks of them. */
export interface Seeker extends Learner {
  requestId: number
  personId: number
  unitId: number | null
  form: FormName | null
}

/** An offer with a free seat, but for what it is to one learner. */
export interface Open extends Omit<Offered, 'withMe' | 'fromMyUnit' | 'path' | 'group'>, WhomFor {
  group: PositionGroupName | null
  path: number[]
  mentorId: number
  form: FormName
  unit: string
  freeThisWeek: number
}

/** Who waits for somebody: in a wave, or outside of all of them. */
export async function readSeekers(waveId: number | null): Promise<Seeker[]> {
  const rows = await sql<Omit<Seeker, 'words'> & { goal: string }>('pairing-seekers', `select r.id as "requestId", r.learner_id as "personId", r.goal, p.unit_id as "unitId", r.wished_form::text as form, p.position_name as position, ${groupSql('p.id')} as "group", coalesce(u.path, '{}') as path,
      case when cardinality(r.tags) > 0 then r.tags else coalesce(f.wants, '{}') end as tags, coalesce(f.languages, '{id}') as languages
    from mentoring_request r join person p on p.id = r.learner_id left join org_unit u on u.id = p.unit_id left join mentoring_profile f on f.person_id = p.id
    where r.offer_id is null and r.state in ('NEW', 'VIEWED', 'ASKED_BACK') and r.wave_id is not distinct from $1 and p.closed_at is null order by r.id limit 5000`, [waveId])
  return rows.map(({ goal, ...row }) => ({ ...row, words: wordsOf(goal) }))
}

export const readOpenOffers = (): Promise<Open[]> => sql<Open>('pairing-offers', `with busy as (
    select o.mentor_id, sum(o.capacity)::int as room, sum(o.taken)::int as learners from mentoring_offer o where o.state in ('OPEN', 'PAUSED') group by o.mentor_id
  ), waiting as (
    select r.mentor_id, count(*)::int as many from mentoring_request r where r.state in ('NEW', 'VIEWED', 'ASKED_BACK') and r.mentor_id is not null group by r.mentor_id
  ) select o.id, o.mentor_id as "mentorId", o.title, o.form::text, o.tags, o.languages, a.position_name as position, ${groupSql('a.id')} as "group", coalesce(u.path, '{}') as path, o.capacity, o.taken,
    coalesce(busy.room, 0) as room, coalesce(busy.learners, 0) as learners, coalesce(waiting.many, 0) as waiting, coalesce(st.asked, 0) as asked, coalesce(st.answered, 0) as answered, st.median_hours as "medianHours", coalesce(st.begun, 0) as begun,
    o.for_groups::text[] as "forGroups", o.for_units as "forUnits", o.for_positions as "forPositions", coalesce(nullif(u.short_name, ''), u.name, '') as unit, case when st.updated_at > now() - interval '1 day' then coalesce(st.free_this_week, 0) else 0 end as "freeThisWeek"
  from mentoring_offer o join person a on a.id = o.mentor_id left join org_unit u on u.id = a.unit_id left join mentor_standing st on st.person_id = o.mentor_id left join busy on busy.mentor_id = o.mentor_id left join waiting on waiting.mentor_id = o.mentor_id
  where ${openSql} and o.taken < o.capacity and a.closed_at is null and (a.suspended_until is null or a.suspended_until <= now()) order by o.id`)

/** What stands between two people: a mentor somebody left, a block, and what was finished together or by colleagues. */
export interface Between {
  excluded: (seeker: Seeker, offer: Open) => boolean
  past: (seeker: Seeker, offer: Open) => { withMe: boolean; fromMyUnit: number }
}

export async function readBetween(): Promise<Between> {
  const [kept, finished] = await Promise.all([
    sql<{ a: number; b: number }>('pairing-apart', `select person_id as a, blocked_id as b from person_block union all select blocked_id, person_id from person_block
      union all select m.person_id, p.mentor_id from mentoring_member m join mentoring_pair p on p.id = m.pair_id where m.state = 'LEFT'`),
    sql<{ mentorId: number; personId: number; unitId: number | null }>('pairing-finished', `select distinct p.mentor_id as "mentorId", m.person_id as "personId", l.unit_id as "unitId" from mentoring_pair p join mentoring_member m on m.pair_id = p.id and m.state = 'IN' join person l on l.id = m.person_id where p.state = 'FINISHED'`),
  ])
  const apart = new Set(kept.map(row => `${row.a}:${row.b}`))
  const by = new Map<number, typeof finished>()
  for (const row of finished) by.set(row.mentorId, [...(by.get(row.mentorId) ?? []), row])
  return {
    excluded: (seeker, offer) => seeker.personId === offer.mentorId || (seeker.form !== null && seeker.form !== offer.form) || apart.has(`${seeker.personId}:${offer.mentorId}`) || !isFor(offer, { group: seeker.group as PositionGroupName | null, path: seeker.path, position: seeker.position }),
    past: (seeker, offer) => {
      const own = by.get(offer.mentorId) ?? []
      return { withMe: own.some(row => row.personId === seeker.personId), fromMyUnit: seeker.unitId === null ? 0 : own.filter(row => row.unitId === seeker.unitId && row.personId !== seeker.personId).length }
    },
  }
}

/** What reasons are made of, for one pair. */
export const reasonFacts = (seeker: Seeker, offer: Open, past: { withMe: boolean; fromMyUnit: number }): ReasonFacts => ({
  sharedTags: seeker.tags.filter(tag => offer.tags.includes(tag)), language: seeker.languages.find(one => one !== 'id' && offer.languages.includes(one)) ?? null, unit: offer.unit,
  medianHours: offer.medianHours, asked: offer.asked, begun: offer.begun, ...past, freeThisWeek: offer.freeThisWeek,
})

import { db, sql, transaction, type Tx } from '~/platform/db/db.server'
import type { Consumer } from '~/platform/events/events.server'
import { enqueue, type JobContribution } from '~/platform/jobs/jobs.server'
import './events'
import './requests-events'
import './sessions-events'
import { countFreeSlots, nextFreeSlots } from './slots.queries.server'

/** Requests count once their clock is over or they were answered; a question back is an answer. Twelve months. */
const requests = `select r.mentor_id, (count(*) filter (where r.state in ('ACCEPTED', 'DECLINED', 'EXPIRED', 'ASKED_BACK')))::int as asked, (count(*) filter (where r.state in ('ACCEPTED', 'DECLINED', 'ASKED_BACK')))::int as answered,
    percentile_cont(0.5) within group (order by extract(epoch from least(r.decided_at, q.at) - r.created_at) / 3600) filter (where r.state in ('ACCEPTED', 'DECLINED', 'ASKED_BACK') and coalesce(r.decided_at, q.at) is not null) as median,
    max(r.decided_at) as last
  from mentoring_request r left join lateral (select min(l.created_at) as at from mentoring_request_line l where l.request_id = r.id and l.act = 'QUESTION') q on true
  where r.mentor_id = any($1) and r.created_at > now() - interval '12 months' group by r.mentor_id`
const pairs = `select p.mentor_id, (count(*) filter (where p.started_at > now() - interval '12 months'))::int as begun, (count(*) filter (where p.state = 'FINISHED' and p.ended_at > now() - interval '12 months'))::int as finished, max(p.started_at) as last
  from mentoring_pair p where p.mentor_id = any($1) group by p.mentor_id`
/** Minutes on which the mentor and a learner agree; of the two the smaller. */
const hours = `select s.mentor_id, sum(least(a.minutes, l.minutes))::int as minutes, max(s.ends_at) as last
  from mentoring_session s join mentoring_attendance a on a.session_id = s.id and a.person_id = s.mentor_id and a.attended
    join lateral (select max(x.minutes) as minutes from mentoring_attendance x where x.session_id = s.id and x.person_id <> s.mentor_id and x.attended) l on l.minutes is not null
  where s.mentor_id = any($1) and s.state <> 'CANCELLED' and s.starts_at > now() - interval '12 months' group by s.mentor_id`

/** Length of a slot by mentor: of their shortest offer that runs. Who only gives written advice has none. */
async function lengthsOf(mentorIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await sql<{ id: number; minutes: number }>('mentor-lengths', `select mentor_id as id, min(minutes) as minutes from mentoring_offer where mentor_id = any($1) and state in ('OPEN', 'PAUSED') and minutes > 0 group by mentor_id`, [[...mentorIds]])
  return new Map(rows.map(row => [row.id, row.minutes]))
}

/** Free time as the directory shows it, sorts and filters by it. */
export async function refreshFreeTime(mentorIds: readonly number[]): Promise<void> {
  const lengths = await lengthsOf(mentorIds)
  const ids = [...lengths.keys()]
  const [next, counts] = await Promise.all([nextFreeSlots(ids, lengths), countFreeSlots(ids, { minutes: 60, days: 7 })])
  await sql('mentor-free', `insert into mentor_standing (person_id, next_free_at, free_this_week, updated_at) select x.id, to_timestamp(x.at / 1000), x.many, now() from unnest($1::int[], $2::float8[], $3::int[]) x(id, at, many)
    on conflict (person_id) do update set next_free_at = excluded.next_free_at, free_this_week = excluded.free_this_week, updated_at = now()`,
  [[...mentorIds], mentorIds.map(id => next.get(id)?.startsAt ?? null), mentorIds.map(id => (next.has(id) ? (counts.get(id) ?? 0) : 0))])
}

/** Computes the standing of these mentors anew from what happened. May run at any time, and twice. */
export async function refreshStanding(mentorIds: readonly number[]): Promise<void> {
  if (mentorIds.length === 0) return
  await sql('mentor-standing', `insert into mentor_standing (person_id, asked, answered, median_hours, begun, finished, minutes, last_active_at, updated_at)
    select m.id, coalesce(r.asked, 0), coalesce(r.answered, 0), r.median, coalesce(p.begun, 0), coalesce(p.finished, 0), coalesce(h.minutes, 0), greatest(r.last, p.last, h.last), now()
    from unnest($1::int[]) m(id) left join (${requests}) r on r.mentor_id = m.id left join (${pairs}) p on p.mentor_id = m.id left join (${hours}) h on h.mentor_id = m.id
    on conflict (person_id) do update set asked = excluded.asked, answered = excluded.answered, median_hours = excluded.median_hours, begun = excluded.begun, finished = excluded.finished, minutes = excluded.minutes,
      last_active_at = excluded.last_active_at, updated_at = now()`, [[...mentorIds]])
  await refreshFreeTime(mentorIds)
}

/** Something happened that a mentor's standing or free time follows from: asked, answered, booked, finished, other hours. Many in one moment are one job. */
export async function touchStanding(tx: Tx, mentorId: number): Promise<void> {
  await enqueue(tx, 'mentor_standing', { mentorIds: [mentorId] }, { key: `mentor-standing:${mentorId}`, runAt: new Date(Date.now() + 1_000) })
}

/** Everybody who offers something, five hundred at a time. */
async function everyMentor(refresh: (ids: readonly number[]) => Promise<void>): Promise<void> {
  for (let after = 0; ;) {
    const rows = await db.mentoringOffer.findMany({ where: { mentorId: { gt: after } }, distinct: ['mentorId'], select: { mentorId: true }, orderBy: { mentorId: 'asc' }, take: 500 })
    await refresh(rows.map(row => row.mentorId))
    const last = rows.at(-1)
    if (rows.length < 500 || !last) return
    after = last.mentorId
  }
}

export const refreshEveryStanding = (): Promise<void> => everyMentor(refreshStanding)

export const standingJobs: JobContribution = {
  tasks: { mentor_standing: async ({ mentorIds }: { mentorIds: number[] }) => refreshStanding(mentorIds), mentor_standings: refreshEveryStanding, mentor_free_time: () => everyMentor(refreshFreeTime) },
  cron: ['20 18 * * * mentor_standings', '*/30 * * * * mentor_free_time'],
}

const touch = (mentorId: number) => transaction(tx => touchStanding(tx, mentorId))
async function touchPairOf(pairId: number): Promise<void> {
  const pair = await db.mentoringPair.findUnique({ where: { id: pairId }, select: { mentorId: true } })
  if (pair) await touch(pair.mentorId)
}

/** Standing follows what happens in the room. */
export const standingConsumer: Consumer = {
  name: 'mentor-standing',
  on: {
    'mentoring.offer.changed': ({ payload }) => touch(payload.mentorId),
    'mentoring.request.acted': async ({ payload }) => { if (payload.mentorId !== null) await touch(payload.mentorId) },
    'mentoring.pair.opened': ({ payload }) => touch(payload.mentorId),
    'mentoring.pair.changed': ({ payload }) => touchPairOf(payload.pairId),
    'mentoring.session.booked': ({ payload }) => touchPairOf(payload.pairId),
    'mentoring.session.moved': ({ payload }) => touchPairOf(payload.pairId),
    'mentoring.session.cancelled': ({ payload }) => touchPairOf(payload.pairId),
    'mentoring.session.attended': ({ payload }) => touchPairOf(payload.pairId),
  },
}

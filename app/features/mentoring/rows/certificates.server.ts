import { randomBytes } from 'node:crypto'
import { env } from '~/platform/env/env.server'
import type { Tx } from '~/platform/db/db.server'
import type { CertificateFacts } from '../certificates-views'
import type { PairRow } from './pair-reach.server'

export interface Worked {
  jp: number
  minutes: number
  sessions: number
}

export interface PairWork {
  title: string
  tags: string[]
  goals: number
  goalsAchieved: number
  startsOn: string
  endsOn: string
  /** sessions in which the mentor and somebody else were there, and the minutes both gave */
  sessions: number
  minutes: number
  names: Map<number, string>
}

export async function workOfPair(tx: Tx, pair: PairRow): Promise<PairWork> {
  const [row] = await tx.$queryRaw<(Omit<PairWork, 'names'> & { names: { id: number; name: string }[] })[]>`
    select p.title, o.tags, to_char(coalesce(p.started_at at time zone 'Asia/Jakarta', p.starts_on), 'YYYY-MM-DD') as "startsOn", to_char(least(p.ends_on, (p.ended_at at time zone 'Asia/Jakarta')::date), 'YYYY-MM-DD') as "endsOn",
      (select count(*)::int from mentoring_goal g where g.pair_id = p.id) as goals, (select count(*)::int from mentoring_goal g where g.pair_id = p.id and g.achieved = 'YES') as "goalsAchieved",
      (select count(*)::int from mentoring_session s where s.pair_id = p.id and s.state = 'DONE') as sessions,
      (select coalesce(sum(least(a.minutes, l.minutes)), 0)::int from mentoring_session s join mentoring_attendance a on a.session_id = s.id and a.person_id = s.mentor_id and a.attended
        join lateral (select max(x.minutes) as minutes from mentoring_attendance x where x.session_id = s.id and x.person_id <> s.mentor_id and x.attended) l on l.minutes is not null where s.pair_id = p.id and s.state = 'DONE') as minutes,
      (select json_agg(json_build_object('id', q.id, 'name', q.name)) from person q where q.id = p.mentor_id or q.id = any(${[...pair.learnerIds]}::int[])) as names
    from mentoring_pair p join mentoring_offer o on o.id = p.offer_id where p.id = ${pair.id}::int`
  if (!row) throw new Error(`pair ${pair.id} vanished`)
  return { ...row, names: new Map(row.names.map(one => [one.id, one.name])) }
}

/** How numbers of the year look until an officer writes another pattern (`setting` "mentoring.certificateNumber"): {n} the number, {year} the year. */
export const NUMBER_PATTERN = '800.2.3/{n}/BKPSDM/{year}'

async function numberPattern(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ pattern: string | null }[]>`select value->>'pattern' as pattern from setting where key = 'mentoring.certificateNumber'`
  return row?.pattern ?? NUMBER_PATTERN
}

/** Numbers of a year follow each other without a gap: whoever issues waits for whoever issued before. */
async function nextNumber(tx: Tx, year: number): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('mentoring-certificates'))`
  const [row] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int + 1 as n from mentoring_certificate where extract(year from issued_at at time zone 'Asia/Jakarta') = ${year}::int`
  return row?.n ?? 1
}

/** One for the mentor and one for each learner who is still in; issuing again changes nothing. `works`: hours of learning by learner. */
export async function issueCertificates(tx: Tx, pair: PairRow, work: PairWork, works: ReadonlyMap<number, Worked>): Promise<void> {
  const now = new Date()
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Jakarta', year: 'numeric' }).format(now))
  const pattern = await numberPattern(tx)
  const name = (id: number) => work.names.get(id) ?? ''
  for (const personId of [pair.mentorId, ...pair.learnerIds]) {
    if ((await tx.mentoringCertificate.count({ where: { pairId: pair.id, personId } })) > 0) continue
    const mentors = personId === pair.mentorId
    const own = mentors ? { jp: 0, minutes: work.minutes, sessions: work.sessions } : (works.get(personId) ?? { jp: 0, minutes: 0, sessions: 0 })
    const facts: CertificateFacts = {
      name: name(personId), title: work.title, role: mentors ? 'MENTOR' : 'LEARNER', withNames: (mentors ? pair.learnerIds : [pair.mentorId]).map(name), form: pair.form, startsOn: work.startsOn, endsOn: work.endsOn,
      ...own, goals: work.goals, goalsAchieved: work.goalsAchieved, issuer: `BKPSDM ${env().CITY_NAME}`,
    }
    const number = pattern.replace('{n}', String(await nextNumber(tx, year)).padStart(4, '0')).replace('{year}', String(year))
    await tx.mentoringCertificate.create({ data: { number, code: randomBytes(12).toString('base64url'), pairId: pair.id, personId, role: facts.role, facts: { ...facts } } })
  }
}

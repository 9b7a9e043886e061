import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { jpByMonth, type CountedSession, type JpMonth, type JpRuleView } from './jp'

/** Hours of learning of learners. A month's cap is one for all pairs of a person, so whoever asks for one pair is told what the whole leaves of it. */

const rulesText = `select form, unit, jp_per_unit as "jpPerUnit", min_minutes as "minMinutes", cap_per_day as "capPerDay", cap_per_month as "capPerMonth", cap_per_year as "capPerYear", legal_basis as "legalBasis", verified,
  to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_to, 'YYYY-MM-DD') as "validTo" from jp_rule where form = $1 order by valid_from`

export const listJpRules = (form = 'MENTORING'): Promise<JpRuleView[]> => sql<JpRuleView>('jp-rules', rulesText, [form])

/** Sessions that count for each of these learners: both were there, and in a group the mentor's list says so too. */
const countedText = `select l.person_id as "personId", s.id, s.pair_id as "pairId", ${ms('s.starts_at')} as "startsAt", least(a.minutes, l.minutes) as minutes, q.time_zone as "timeZone", p.title
  from mentoring_attendance l join mentoring_session s on s.id = l.session_id and s.state = 'DONE' and s.mentor_id <> l.person_id
    join mentoring_attendance a on a.session_id = s.id and a.person_id = s.mentor_id and a.attended
    join mentoring_pair p on p.id = s.pair_id join person q on q.id = l.person_id
  where l.person_id = any($1) and l.attended and (p.form <> 'GROUP' or exists (select 1 from mentoring_presence z where z.session_id = s.id and z.person_id = l.person_id and z.present))
  order by s.starts_at, s.id limit 5000`

interface CountedRow extends CountedSession {
  personId: number
  pairId: number
  timeZone: string
  title: string
}

export interface LearnerJp {
  months: JpMonth[]
  /** of which pair each counted session is, by its id */
  pairs: Record<number, { pairId: number; title: string }>
  rules: JpRuleView[]
  timeZone: string
}

/** Asks no policy: for certificates, exports and the evidence ledger, which do. By learner; who has none is missing. */
export async function jpOfLearnersUnscoped(personIds: readonly number[]): Promise<Map<number, LearnerJp>> {
  if (personIds.length === 0) return new Map()
  const [rules, rows] = await Promise.all([listJpRules(), sql<CountedRow>('jp-counted', countedText, [[...personIds]])])
  const byPerson = new Map<number, CountedRow[]>()
  for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row])
  return new Map([...byPerson].map(([id, own]) => {
    const timeZone = own[0]?.timeZone ?? 'Asia/Jakarta'
    const sessions = own.map(({ id: session, startsAt, minutes }) => ({ id: session, startsAt, minutes }))
    return [id, { months: jpByMonth(sessions, { rules, form: 'MENTORING', timeZone }), pairs: Object.fromEntries(own.map(row => [row.id, { pairId: row.pairId, title: row.title }])), rules, timeZone }]
  }))
}

/** One's own, as learner, by the rules in force. Nobody else sees how much of a month's cap another pair took. */
export async function getOwnJp(member: Member): Promise<LearnerJp> {
  return (await jpOfLearnersUnscoped([member.personId])).get(member.personId) ?? { months: [], pairs: {}, rules: await listJpRules(), timeZone: member.timeZone }
}

/** JP and minutes one learner has from one pair, after the caps. */
export async function jpOfPairUnscoped(pairId: number, personId: number): Promise<{ jp: number; minutes: number; sessions: number }> {
  const found = (await jpOfLearnersUnscoped([personId])).get(personId)
  const lines = (found?.months ?? []).flatMap(month => month.lines).filter(line => found?.pairs[line.session.id]?.pairId === pairId)
  return { jp: lines.reduce((sum, line) => sum + line.jp, 0), minutes: lines.reduce((sum, line) => sum + line.session.minutes, 0), sessions: lines.length }
}

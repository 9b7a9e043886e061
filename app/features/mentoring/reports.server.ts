import { blockPerson } from '~/features/people/blocks.server'
import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { limiter } from '~/platform/http/rate-limit.server'
import type { Member } from '~/platform/viewer'
import './care-events'
import { isOfficer } from './offers-policy'
import { leavePair } from './leaving.server'

const reports = limiter('mentoring-report', { points: 10, minutes: 24 * 60 })

/** Whom a person may report: those they share a pair or a request with, now or before. */
export async function listReportable(member: Member, place: { pairId?: number; requestId?: number }): Promise<{ id: number; name: string }[]> {
  return sql('mentoring-reportable', `select distinct p.id, p.name from (
      select mp.mentor_id as a, m.person_id as b from mentoring_pair mp join mentoring_member m on m.pair_id = mp.id where mp.id = $2
      union all select m.person_id, o.person_id from mentoring_member m join mentoring_member o on o.pair_id = m.pair_id and o.person_id <> m.person_id where m.pair_id = $2
      union all select r.mentor_id, r.learner_id from mentoring_request r where r.id = $3 and r.mentor_id is not null) w
    join person p on p.id = case when w.a = $1 then w.b when w.b = $1 then w.a end where $1 in (w.a, w.b) order by p.name`, [member.personId, place.pairId ?? 0, place.requestId ?? 0])
}

export interface ReportInput {
  pairId?: number
  requestId?: number
  aboutId: number
  text: string
  /** leave the pair with it */
  leave: boolean
  /** hear nothing more from that person */
  block: boolean
  clientKey: string
}

/**
 * Tells the officers, and nobody else, what happened. Leaving and blocking come with it where asked for, so that one press is enough.
 * Sent twice it is one report. @throws NotFound, Invalid, TooMany
 */
export async function sendReport(member: Member, input: ReportInput): Promise<{ id: number; left: boolean }> {
  const whom = await listReportable(member, input)
  if (whom.length === 0) throw new NotFound('pair')
  if (!whom.some(one => one.id === input.aboutId)) throw new Invalid({ aboutId: ['care:report.whom'] })
  const before = await findByKey(member, input.clientKey)
  if (before) return before
  const wait = await reports.take(String(member.personId))
  if (wait > 0) throw new TooMany(wait)
  const made = await transaction(async tx => {
    const rows = await tx.$queryRaw<{ id: number }[]>`insert into mentoring_report (pair_id, request_id, from_id, about_id, text, client_key)
      values (${input.pairId ?? null}::int, ${input.requestId ?? null}::int, ${member.personId}::int, ${input.aboutId}::int, ${input.text}, ${input.clientKey}) on conflict do nothing returning id`
    const [row] = rows
    if (row) await recordEvent(tx, 'mentoring.report.made', { reportId: row.id }, member.personId)
    return row ?? null
  })
  if (!made) return (await findByKey(member, input.clientKey)) ?? { id: 0, left: false }
  if (input.block && !member.blocks.includes(input.aboutId)) await blockPerson(member, { personId: input.aboutId })
  const left = input.leave && input.pairId !== undefined && await leftBy(member, input.pairId, made.id)
  return { id: made.id, left }
}

const findByKey = async (member: Member, clientKey: string) =>
  (await sql<{ id: number; left: boolean }>('mentoring-report-key', 'select id, "left" from mentoring_report where from_id = $1 and client_key = $2', [member.personId, clientKey]))[0] ?? null

/** A pair that is over already is no mistake here: the report stands. */
async function leftBy(member: Member, pairId: number, reportId: number): Promise<boolean> {
  try {
    await leavePair(member, { pairId, reason: '' })
  } catch (error) {
    if (error instanceof Conflict || error instanceof NotFound || error instanceof Forbidden) return false
    throw error
  }
  await sql('mentoring-report-left', 'update mentoring_report set "left" = true where id = $1', [reportId])
  return true
}

function asOfficer(member: Member): void {
  if (!isOfficer(member)) throw new NotFound('report')
}

/** Opens the room of the reported pair to this officer, once and for the whole record: its people are told. @throws NotFound, Conflict when the report is closed */
export async function enterRoom(member: Member, reportId: number): Promise<void> {
  asOfficer(member)
  await transaction(async tx => {
    const [report] = await tx.$queryRaw<{ pairId: number | null; state: string; entered: boolean; mine: boolean }[]>`
      select pair_id as "pairId", state, entered_at is not null as entered, from_id = ${member.personId}::int or about_id = ${member.personId}::int as mine from mentoring_report where id = ${reportId}::int for update`
    if (!report?.pairId || report.mine) throw new NotFound('report')
    if (report.entered) return
    if (report.state !== 'OPEN') throw new Conflict('mentoringReportClosed')
    await tx.$executeRaw`update mentoring_report set entered_at = now(), entered_by_id = ${member.personId}::int where id = ${reportId}::int`
    await recordEvent(tx, 'mentoring.room.entered', { reportId, pairId: report.pairId }, member.personId)
  })
}

/** What was done about it, for who reported. Closing takes the room from the officer again. @throws NotFound, Conflict when somebody closed it meanwhile */
export async function closeReport(member: Member, input: { reportId: number; outcome: string }): Promise<void> {
  asOfficer(member)
  await transaction(async tx => {
    const changed = await tx.mentoringReport.updateMany({
      where: { id: input.reportId, state: 'OPEN', NOT: [{ fromId: member.personId }, { aboutId: member.personId }] },
      data: { state: 'CLOSED', outcome: input.outcome, handledById: member.personId, handledAt: new Date() },
    })
    if (changed.count === 0) throw new Conflict('mentoringReportClosed')
    await recordEvent(tx, 'mentoring.report.closed', { reportId: input.reportId }, member.personId)
  })
}

import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import { outcomeOf } from './attendance'
import { roleInPair } from './pairs-policy'
import { touchPair } from './pairs.server'
import { refused, type PairRow } from './rows/pair-reach.server'
import { reachSession } from './rows/session.server'
import './sessions-events'
import { canConfirm, canList } from './sessions-policy'
import { touchStanding } from './standing.server'

/** Nobody talks longer than this at once. */
const LONGEST = 720

/** Who was there by all that was said until now, and what the session is by that. Its row is held, so that two who confirm at once both count. */
async function settle(tx: Tx, pair: PairRow, sessionId: number): Promise<'BOOKED' | 'DONE' | 'MISSED'> {
  const rows = await tx.mentoringAttendance.findMany({ where: { sessionId }, select: { personId: true, attended: true } })
  const said = new Map(rows.map(row => [row.personId, row.attended]))
  const learners = new Set([...pair.learnerIds, ...rows.map(row => row.personId).filter(id => id !== pair.mentorId)])
  const state = outcomeOf(said.get(pair.mentorId) ?? null, [...learners].map(id => said.get(id) ?? null))
  // who ended early may have booked the rest of the time already: it does not become two bookings of one hour
  await tx.$executeRaw`
    update mentoring_session s set state = ${state}::text, updated_at = now() where s.id = ${sessionId}::int and s.state in ('BOOKED', 'DONE', 'MISSED') and s.state <> ${state}::text
      and (${state}::text <> 'BOOKED' or not exists (select 1 from mentoring_session o where o.id <> s.id and o.mentor_id = s.mentor_id and o.state in ('HOLD', 'BOOKED')
        and tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at)))`
  return state
}

export interface Confirm {
  sessionId: number
  attended: boolean
  /** as the person remembers; nothing for who was not there */
  minutes: number
}

/** What one person says of their own being there; saying it again replaces it. @throws NotFound, Forbidden, Conflict before it began or once it was called off, Invalid beside `minutes` */
export async function confirmAttendance(viewer: Viewer, input: Confirm): Promise<{ pairId: number }> {
  const { member, pair, session } = await reachSession(viewer, input.sessionId)
  if (!canConfirm(member, pair, session, Date.now())) throw roleInPair(member, pair) ? new Conflict() : refused(member)
  const minutes = input.attended ? Math.round(input.minutes) : 0
  if (input.attended && !(minutes >= 1 && minutes <= LONGEST)) throw new Invalid({ minutes: ['sessions:errors.minutes'] })
  await transaction(async tx => {
    await tx.$executeRaw`select 1 from mentoring_session where id = ${session.id}::int for update`
    const row = { attended: input.attended, minutes, confirmedAt: new Date() }
    await tx.mentoringAttendance.upsert({ where: { sessionId_personId: { sessionId: session.id, personId: member.personId } }, create: { sessionId: session.id, personId: member.personId, ...row }, update: row })
    const state = await settle(tx, pair, session.id)
    await touchPair(tx, pair.id)
    await touchStanding(tx, pair.mentorId)
    await recordEvent(tx, 'mentoring.session.attended', { sessionId: session.id, pairId: pair.id, personId: member.personId, state }, member.personId)
  })
  return { pairId: pair.id }
}

/** The mentor's list of a group: who was there. Names of others are left aside. @throws NotFound, Forbidden, Conflict */
export async function listPresence(viewer: Viewer, { sessionId, present }: { sessionId: number; present: readonly number[] }): Promise<{ pairId: number }> {
  const { member, pair, session } = await reachSession(viewer, sessionId)
  if (!canList(member, pair, session, Date.now())) throw roleInPair(member, pair) === 'MENTOR' ? new Conflict() : refused(member)
  const there = new Set(present)
  await transaction(async tx => {
    await tx.$executeRaw`select 1 from mentoring_session where id = ${session.id}::int for update`
    await tx.mentoringPresence.deleteMany({ where: { sessionId: session.id, personId: { in: [...pair.learnerIds] } } })
    await tx.mentoringPresence.createMany({ data: pair.learnerIds.map(personId => ({ sessionId: session.id, personId, present: there.has(personId) })) })
    await touchPair(tx, pair.id)
    await recordEvent(tx, 'mentoring.session.attended', { sessionId: session.id, pairId: pair.id, personId: member.personId, state: await settle(tx, pair, session.id) }, member.personId)
  })
  return { pairId: pair.id }
}

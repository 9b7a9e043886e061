import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import type { ModeName } from './kinds'
import { roleInPair } from './pairs-policy'
import { touchPair } from './pairs.server'
import { insertBooking, lockCalendar, SlotTaken } from './rows/calendar.server'
import { reachPair, refused, type PairRow } from './rows/pair-reach.server'
import { holdSession, reachSession } from './rows/session.server'
import './sessions-events'
import { canBook, canChangeSession, canPrepare } from './sessions-policy'
import type { Slot } from './slots'
import { listFreeSlots } from './slots.queries.server'
import { touchStanding } from './standing.server'

/** Sessions of a pair: booked from real free slots, moved, called off, prepared. */

export interface BookSession {
  pairId: number
  startsAt: number
  topic: string
  agenda?: string
  clientKey: string
}

/** What a pair may book: mentors their own time without notice. */
export async function slotsOfPair(viewer: Viewer, pair: PairRow & { minutes: number }, { from, to, except }: { from?: number; to?: number; except?: number } = {}): Promise<Slot[]> {
  return listFreeSlots(pair.mentorId, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), minutes: pair.minutes, noNotice: roleInPair(viewer, pair) === 'MENTOR', except: except ?? null })
}

async function slotAt(viewer: Viewer, pair: PairRow & { minutes: number }, startsAt: number, except?: number): Promise<Slot> {
  if (!Number.isSafeInteger(startsAt)) throw new Invalid({ slot: ['sessions:errors.noSlot'] })
  const slot = (await slotsOfPair(viewer, pair, { from: startsAt, to: startsAt + 1, ...(except === undefined ? {} : { except }) })).find(one => one.startsAt === startsAt)
  if (!slot) throw new SlotTaken()
  return slot
}

interface Terms { minutes: number; mode: ModeName; place: string; link: string }

/** How long a session of the pair is, and where. */
async function termsOf(pair: PairRow): Promise<Terms> {
  const [row] = await sql<Terms>('pair-terms', 'select p.minutes, o.mode::text as mode, o.place, o.link from mentoring_pair p join mentoring_offer o on o.id = p.offer_id where p.id = $1', [pair.id])
  return row ?? { minutes: 60, mode: 'EITHER', place: '', link: '' }
}

/** One's own earlier press. */
const bookedBy = (tx: Tx, personId: number, clientKey: string) => tx.mentoringSession.findUnique({ where: { bookedById_clientKey: { bookedById: personId, clientKey } }, select: { id: true } })

/** One press books one session, however often it arrives. @throws NotFound, Forbidden, Conflict once the work is over, SlotTaken beside `slot` */
export async function bookSession(viewer: Viewer, input: BookSession): Promise<{ id: number }> {
  const { member, pair } = await reachPair(viewer, input.pairId)
  if (!canBook(member, pair)) throw member.verified && roleInPair(member, pair) && pair.form !== 'GROUP' ? new Conflict() : refused(member)
  const terms = await termsOf(pair)
  const earlier = await transaction(tx => bookedBy(tx, member.personId, input.clientKey))
  if (earlier) return earlier
  const slot = await slotAt(member, { ...pair, minutes: terms.minutes }, input.startsAt)
  return transaction(async tx => {
    await lockCalendar(tx, pair.mentorId)
    const again = await bookedBy(tx, member.personId, input.clientKey)
    if (again) return again
    const id = await insertBooking(tx, { ...terms, ...slot, mentorId: pair.mentorId, pairId: pair.id, state: 'BOOKED', topic: input.topic, agenda: input.agenda ?? '', bookedById: member.personId, clientKey: input.clientKey })
    await touchPair(tx, pair.id)
    await touchStanding(tx, pair.mentorId)
    await recordEvent(tx, 'mentoring.session.booked', { sessionId: id, pairId: pair.id }, member.personId)
    return { id }
  })
}

/** The same session at another time: reminders begin anew, and calendars that have it follow. @throws NotFound, Forbidden, Conflict, SlotTaken beside `slot` */
export async function moveSession(viewer: Viewer, { sessionId, startsAt }: { sessionId: number; startsAt: number }): Promise<{ pairId: number }> {
  const { member, pair, session } = await reachSession(viewer, sessionId)
  if (startsAt === session.startsAt) return { pairId: pair.id }
  if (!canChangeSession(member, pair, session, Date.now())) throw roleInPair(member, pair) ? new Conflict() : refused(member)
  const slot = await slotAt(member, { ...pair, minutes: Math.round((session.endsAt - session.startsAt) / 60_000) }, startsAt, session.id)
  await transaction(async tx => {
    await lockCalendar(tx, pair.mentorId)
    await holdSession(tx, session)
    const begins = new Date(slot.startsAt)
    const ends = new Date(slot.endsAt)
    const [taken] = await tx.$queryRaw<{ id: number }[]>`
      select id from mentoring_session where mentor_id = ${pair.mentorId}::int and id <> ${session.id}::int and state in ('HOLD', 'BOOKED')
        and tstzrange(starts_at, ends_at) && tstzrange(${begins}::timestamptz, ${ends}::timestamptz) limit 1`
    if (taken) throw new SlotTaken()
    await tx.mentoringSession.update({ where: { id: session.id }, data: { startsAt: begins, endsAt: ends, sequence: { increment: 1 }, dayToldAt: null, hourToldAt: null } })
    await touchPair(tx, pair.id)
    await touchStanding(tx, pair.mentorId)
    await recordEvent(tx, 'mentoring.session.moved', { sessionId: session.id, pairId: pair.id }, member.personId)
  })
  return { pairId: pair.id }
}

/** Called off with a reason for the others; its time is free again. Twice is once. @throws NotFound, Forbidden, Conflict once it began */
export async function cancelSession(viewer: Viewer, { sessionId, reason }: { sessionId: number; reason: string }): Promise<{ pairId: number }> {
  const { member, pair, session } = await reachSession(viewer, sessionId)
  if (session.state === 'CANCELLED') return { pairId: pair.id }
  if (!canChangeSession(member, pair, session, Date.now())) throw roleInPair(member, pair) ? new Conflict() : refused(member)
  await transaction(async tx => {
    const cancelled = await tx.$executeRaw`
      update mentoring_session set state = 'CANCELLED', sequence = sequence + 1, cancelled_by_id = ${member.personId}::int, reason = ${reason}::text, updated_at = now()
      where id = ${session.id}::int and state = 'BOOKED' and starts_at > now()`
    if (cancelled === 0) return
    await touchPair(tx, pair.id)
    await touchStanding(tx, pair.mentorId)
    await recordEvent(tx, 'mentoring.session.cancelled', { sessionId: session.id, pairId: pair.id }, member.personId)
  })
  return { pairId: pair.id }
}

export interface PrepareSession {
  sessionId: number
  topic: string
  agenda: string
  /** where it is; only the mentor changes it */
  place?: string
  link?: string
}

/** What it is about. Calendars follow what they show. @throws NotFound, Forbidden, Conflict once it is over */
export async function prepareSession(viewer: Viewer, input: PrepareSession): Promise<{ pairId: number }> {
  const { member, pair, session } = await reachSession(viewer, input.sessionId)
  if (!canPrepare(member, pair, session, Date.now())) throw roleInPair(member, pair) ? new Conflict() : refused(member)
  const mentor = roleInPair(member, pair) === 'MENTOR'
  const place = mentor ? (input.place ?? session.place) : session.place
  const link = mentor ? (input.link ?? session.link) : session.link
  await transaction(async tx => {
    await tx.mentoringSession.update({ where: { id: session.id }, data: { topic: input.topic, agenda: input.agenda, place, link, sequence: { increment: 1 } } })
    await touchPair(tx, pair.id)
    await recordEvent(tx, 'mentoring.session.changed', { sessionId: session.id, pairId: pair.id }, member.personId)
  })
  return { pairId: pair.id }
}

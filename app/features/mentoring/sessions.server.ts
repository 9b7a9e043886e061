import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isSilenced, type Viewer } from '~/platform/viewer'
import type { ModeName } from './kinds'
import { getOffer } from './offers.queries.server'
import { insertBooking, lockCalendar, SlotTaken } from './rows/calendar.server'
import { asMember } from './rows/pair-reach.server'
import './sessions-events'
import { numberOf } from './settings.server'
import type { Slot } from './slots'
import { listFreeSlots } from './slots.queries.server'

/** The first session of a request: held while it is written, kept until it is answered, booked when it is accepted. */

interface OfferRow {
  mentorId: number
  form: string
  minutes: number
  mode: ModeName
  place: string
  link: string
}

const offerText = 'select mentor_id as "mentorId", form::text, minutes, mode::text, place, link from mentoring_offer where id = $1::int'
const MINUTE = 60_000

/** A hold ends by itself; who holds another time of this mentor lets go of the first. */
export interface HeldSlot extends Slot {
  /** milliseconds */
  until: number
}

/** The time is theirs for the minutes of the setting. Holding it again begins them anew. @throws NotFound, Forbidden, Conflict where the offer takes nobody now, SlotTaken beside `slot` */
export async function holdSlot(viewer: Viewer, { offerId, startsAt }: { offerId: number; startsAt: number }): Promise<HeldSlot> {
  const member = asMember(viewer)
  const { barred } = await getOffer(member, offerId)
  const [offer] = await sql<OfferRow>('offer-for-hold', offerText, [offerId])
  if (!offer) throw new NotFound('offer')
  if (isSilenced(member)) throw new Forbidden('silenced')
  if (!member.verified) throw new Forbidden('unverified')
  if (barred === 'own' || barred === 'colleagues' || offer.form === 'WRITTEN') throw new Forbidden()
  if (barred) throw new Conflict()
  const [minutes, slot] = await Promise.all([numberOf('slots.holdMinutes'), freeSlotAt(offer, startsAt, member.personId)])
  return transaction(async tx => {
    await lockCalendar(tx, offer.mentorId)
    await tx.$executeRaw`delete from mentoring_session where mentor_id = ${offer.mentorId}::int and held_by_id = ${member.personId}::int and state = 'HOLD' and request_id is null`
    const until = Date.now() + minutes * MINUTE
    await insertBooking(tx, { ...offer, ...slot, state: 'HOLD', heldById: member.personId, holdUntil: new Date(until), bookedById: member.personId })
    return { ...slot, until }
  })
}

async function freeSlotAt(offer: OfferRow, startsAt: number, heldBy: number, tx?: Tx): Promise<Slot> {
  if (!Number.isSafeInteger(startsAt)) throw new SlotTaken()
  const endsAt = startsAt + offer.minutes * MINUTE
  const found = (await listFreeSlots(offer.mentorId, { minutes: offer.minutes, from: startsAt, to: endsAt, heldBy }, tx)).find(slot => slot.startsAt === startsAt)
  if (!found) throw new SlotTaken()
  return found
}

/** The learner lets go of whatever they hold of this offer's mentor and have not sent. */
export async function dropHolds(viewer: Viewer, { offerId }: { offerId: number }): Promise<void> {
  const member = asMember(viewer)
  await sql('holds-dropped', `delete from mentoring_session s using mentoring_offer o where o.id = $1 and s.mentor_id = o.mentor_id and s.held_by_id = $2 and s.state = 'HOLD' and s.request_id is null`, [offerId, member.personId])
}

/**
 * A request is sent: its held time waits for the answer with it. A hold that ran out is renewed if nobody took the time meanwhile, and without a
 * hold (a form that was never seen by the portal) the time is taken now. Inside the caller's transaction, which has written the request.
 * @throws SlotTaken beside `slot`
 */
export async function bindHold(tx: Tx, { requestId, learnerId, startsAt }: { requestId: number; learnerId: number; startsAt: Date | number }): Promise<void> {
  const at = new Date(startsAt).getTime()
  const [offer] = await tx.$queryRawUnsafe<OfferRow[]>(`${offerText.replace('from mentoring_offer where id = $1::int', 'from mentoring_offer where id = (select offer_id from mentoring_request where id = $1::int)')}`, requestId)
  if (!offer) throw new NotFound('offer')
  // before the calendar is locked, which clears away what ran out
  const bound = await tx.$executeRaw`
    update mentoring_session set request_id = ${requestId}::int, hold_until = null where mentor_id = ${offer.mentorId}::int and held_by_id = ${learnerId}::int
      and state = 'HOLD' and request_id is null and starts_at = ${new Date(at)}::timestamptz and starts_at > now()`
  if (bound > 0) return
  await lockCalendar(tx, offer.mentorId)
  const slot = await freeSlotAt(offer, at, learnerId, tx)
  await insertBooking(tx, { ...offer, ...slot, state: 'HOLD', requestId, heldById: learnerId, bookedById: learnerId })
}

/** The request was accepted: its time is booked, unless it has gone by. @returns the session, or null without one */
export async function bookForPair(tx: Tx, { requestId, pairId }: { requestId: number; pairId: number }): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: number; mentorId: number }[]>`
    update mentoring_session set state = 'BOOKED', pair_id = ${pairId}::int, held_by_id = null, hold_until = null, updated_at = now()
    where request_id = ${requestId}::int and state = 'HOLD' and starts_at > now() returning id, mentor_id as "mentorId"`
  await releaseHold(tx, requestId)
  if (!row) return null
  await recordEvent(tx, 'mentoring.session.booked', { sessionId: row.id, pairId }, row.mentorId)
  return row.id
}

/** Declined, withdrawn or expired: the time is free again. */
export async function releaseHold(tx: Tx, requestId: number): Promise<void> {
  await tx.$executeRaw`delete from mentoring_session where request_id = ${requestId}::int and state = 'HOLD'`
}

/** Sessions of a pair that has ended do not take place; who would have come is told. Doing it twice changes nothing. */
export async function cancelComingSessions(tx: Tx, { pairId, byId, reason }: { pairId: number; byId: number | null; reason: string }): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    update mentoring_session set state = 'CANCELLED', sequence = sequence + 1, cancelled_by_id = ${byId}::int, reason = ${reason}::text, updated_at = now()
    where pair_id = ${pairId}::int and state = 'BOOKED' and starts_at > now() returning id`
  for (const { id } of rows) await recordEvent(tx, 'mentoring.session.cancelled', { sessionId: id, pairId }, byId)
}


import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db/db.server'
import { Invalid } from '~/platform/errors'
import type { ModeName } from '../kinds'

/** Somebody was faster, or the time was never free. Stands beside `slot`; the other slots are still there. */
export class SlotTaken extends Invalid {
  constructor() {
    super({ slot: ['sessions:errors.taken'] })
  }
}

export interface NewBooking {
  mentorId: number
  pairId?: number | null
  requestId?: number | null
  startsAt: number
  endsAt: number
  state: 'HOLD' | 'BOOKED'
  heldById?: number | null
  holdUntil?: Date | null
  topic?: string
  agenda?: string
  mode: ModeName
  place: string
  link: string
  bookedById: number
  clientKey?: string
}

/**
 * The mentor's calendar, ours until the transaction ends: two who want one time wait for each other instead of running into each other. Holds
 * whose time is over go.
 */
export async function lockCalendar(tx: Tx, mentorId: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('mentor-calendar'), ${mentorId}::int)`
  await tx.$executeRaw`delete from mentoring_session where mentor_id = ${mentorId}::int and state = 'HOLD' and request_id is null and hold_until <= now()`
}

/** Writes a booking or a hold into a calendar that is locked. Whatever is there already wins. @throws SlotTaken */
export async function insertBooking(tx: Tx, given: NewBooking): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into mentoring_session (pair_id, request_id, mentor_id, starts_at, ends_at, state, held_by_id, hold_until, topic, agenda, mode, place, link, uid, booked_by_id, client_key)
    values (${given.pairId ?? null}::int, ${given.requestId ?? null}::int, ${given.mentorId}::int, ${new Date(given.startsAt)}::timestamptz, ${new Date(given.endsAt)}::timestamptz, ${given.state}::text,
      ${given.heldById ?? null}::int, ${given.holdUntil ?? null}::timestamptz, ${given.topic ?? ''}::text, ${given.agenda ?? ''}::text, ${given.mode}::"MentoringMode", ${given.place}::text, ${given.link}::text,
      ${`${randomUUID()}@balai`}::text, ${given.bookedById}::int, ${given.clientKey ?? randomUUID()}::text)
    on conflict do nothing returning id`
  if (!row) throw new SlotTaken()
  return row.id
}

import { DAY, localOf, momentOf } from '~/platform/i18n/local-time'
import type { Viewer } from '~/platform/viewer'
import { slotsOfPair } from './bookings.server'
import { sql } from '~/platform/db/db.server'
import { reachPair } from './rows/pair-reach.server'
import type { Slot } from './slots'

export interface SlotWeek {
  slots: Slot[]
  /** how many weeks from today this one begins */
  week: number
  earlier: boolean
  later: boolean
}

/** Free slots in weeks by the viewer's calendar; without a week the first that has some. */
export function weekOf(slots: readonly Slot[], { now, timeZone, week }: { now: number; timeZone: string; week?: number | undefined }): SlotWeek {
  const today = momentOf(localOf(now, timeZone).day, 0, timeZone)
  const weekNumber = (slot: Slot) => Math.floor((slot.startsAt - today) / (7 * DAY))
  const shown = week ?? (slots[0] ? weekNumber(slots[0]) : 0)
  return { slots: slots.filter(slot => weekNumber(slot) === shown), week: shown, earlier: slots.some(slot => weekNumber(slot) < shown), later: slots.some(slot => weekNumber(slot) > shown) }
}

/** What the pair may book, a week of it; `except`: the session that is to be moved. @throws NotFound */
export async function listPairSlots(viewer: Viewer, pairId: number, { week, except }: { week?: number | undefined; except?: number } = {}): Promise<SlotWeek> {
  const { member, pair } = await reachPair(viewer, pairId)
  const [terms] = await sql<{ minutes: number }>('pair-minutes', 'select coalesce((select round(extract(epoch from s.ends_at - s.starts_at) / 60)::int from mentoring_session s where s.id = $2), p.minutes) as minutes from mentoring_pair p where p.id = $1', [pairId, except ?? null])
  const slots = await slotsOfPair(member, { ...pair, minutes: terms?.minutes ?? 60 }, except === undefined ? {} : { except })
  return weekOf(slots, { now: Date.now(), timeZone: member.timeZone, week })
}

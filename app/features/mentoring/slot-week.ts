import { DAY, localOf, momentOf } from '~/platform/i18n/local-time'
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

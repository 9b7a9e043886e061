import { addDays, isDay, localOf, momentOf, weekdayOfDay } from '~/platform/i18n/local-time'

/** When a mentor can be booked. Pure: days are by the calendar of the mentor's zone, minutes since its midnight, moments in milliseconds. */

export interface Slot {
  startsAt: number
  endsAt: number
}

export interface HoursRange {
  /** 1 Monday … 7 Sunday */
  weekday: number
  startMinute: number
  /** up to 1440, the next midnight */
  endMinute: number
}

export interface DayException {
  day: string
  /** the whole day; otherwise free from `startMinute` to `endMinute` besides the pattern */
  away: boolean
  startMinute: number | null
  endMinute: number | null
}

export interface FreeTime {
  timeZone: string
  hours: readonly HoursRange[]
  exceptions: readonly DayException[]
  /** nobody is booked on these days */
  holidays: ReadonlySet<string>
  /** booked or held: nothing may touch them */
  busy: readonly Slot[]
}

export interface SlotBounds {
  /** no slot begins before, or at or after, these moments */
  from: number
  to: number
  /** length of one slot */
  minutes: number
}

const MINUTE = 60_000

function rangesOf(day: string, free: FreeTime): Slot[] {
  const own = free.exceptions.filter(one => one.day === day)
  if (free.holidays.has(day) || own.some(one => one.away)) return []
  const weekday = weekdayOfDay(day)
  const extra = own.flatMap(one => (one.startMinute === null || one.endMinute === null ? [] : [{ startMinute: one.startMinute, endMinute: one.endMinute }]))
  return [...free.hours.filter(one => one.weekday === weekday), ...extra]
    .map(one => ({ startsAt: momentOf(day, one.startMinute, free.timeZone), endsAt: momentOf(day, one.endMinute, free.timeZone) }))
}

/** Ranges that touch or overlap are one: an evening that goes on after midnight too. */
function joined(ranges: Slot[]): Slot[] {
  const whole: Slot[] = []
  for (const range of ranges.toSorted((a, b) => a.startsAt - b.startsAt)) {
    const last = whole.at(-1)
    if (last && range.startsAt <= last.endsAt) last.endsAt = Math.max(last.endsAt, range.endsAt)
    else if (range.endsAt > range.startsAt) whole.push({ ...range })
  }
  return whole
}

/**
 * Free slots in order, at most `most`: every range is cut into lengths from its beginning, and what touches a booking is left out. What lies before
 * `from` in a range that has begun does not move the cut, so a slot keeps its time however late one looks.
 */
export function freeSlots(free: FreeTime, { from, to, minutes }: SlotBounds, most = Infinity): Slot[] {
  const length = minutes * MINUTE
  const found: Slot[] = []
  const last = localOf(to, free.timeZone).day
  const ranges: Slot[] = []
  // a day earlier: a range from yesterday may go on today
  for (let day = addDays(localOf(from, free.timeZone).day, -1); day <= last && isDay(day); day = addDays(day, 1)) ranges.push(...rangesOf(day, free))
  for (const range of joined(ranges)) {
    for (let startsAt = range.startsAt; startsAt + length <= range.endsAt && startsAt < to; startsAt += length) {
      const endsAt = startsAt + length
      if (startsAt < from || free.busy.some(one => one.startsAt < endsAt && startsAt < one.endsAt)) continue
      found.push({ startsAt, endsAt })
      if (found.length >= most) return found
    }
  }
  return found
}

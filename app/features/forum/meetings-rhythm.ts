/** When a series meets: days by the calendar of its zone, moments by its clock. Pure: days are "2026-12-05", minutes are since midnight. */

export const rhythms = ['WEEKLY', 'BIWEEKLY', 'MONTHLY'] as const
export type RhythmName = (typeof rhythms)[number]

export interface Rhythm {
  rhythm: RhythmName
  /** 1 Monday … 7 Sunday */
  weekday: number
  /** for MONTHLY: 1 to 4, or 5 for the last of the month */
  nth: number
  /** no meeting before this day; every two weeks counts from the first weekday on or after it */
  firstDay: string
  startMinute: number
  timeZone: string
}

const DAY = 86_400_000
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
/** 1 January 1970 was a Thursday. */
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1
const onOrAfter = (number: number, weekday: number): number => number + ((weekday - weekdayOf(number) + 7) % 7)

/** True for a day the calendar has: "2027-02-29" is none. */
export const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(numberOf(day)) && dayOf(numberOf(day)) === day

/** The nth weekday of a month (5: the last), as a day number. `month` counts from 0 and may run over the end of the year. */
function nthOf(year: number, month: number, weekday: number, nth: number): number {
  const first = onOrAfter(Date.UTC(year, month, 1) / DAY, weekday)
  if (nth < 5) return first + (nth - 1) * 7
  const end = Date.UTC(year, month + 1, 1) / DAY
  return first + Math.floor((end - 1 - first) / 7) * 7
}

/** The next `count` days of the rhythm from `from` on, that day included, none before the first day. */
export function nextDays(given: Rhythm, from: string, count: number): string[] {
  const begin = Math.max(numberOf(from), numberOf(given.firstDay))
  const days: string[] = []
  if (given.rhythm === 'MONTHLY') {
    const start = new Date(begin * DAY)
    for (let month = start.getUTCMonth(); days.length < count; month++) {
      const day = nthOf(start.getUTCFullYear(), month, given.weekday, given.nth)
      if (day >= begin) days.push(dayOf(day))
    }
    return days
  }
  const step = given.rhythm === 'WEEKLY' ? 7 : 14
  const first = onOrAfter(numberOf(given.firstDay), given.weekday)
  const ahead = Math.max(0, Math.ceil((begin - first) / step))
  for (let i = 0; i < count; i++) days.push(dayOf(first + (ahead + i) * step))
  return days
}

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
  let made = clocks.get(timeZone)
  if (!made) clocks.set(timeZone, (made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone })))
  return made
}

/** Day and minute of a moment (milliseconds) by the clock of the zone. */
export function localOf(at: number, timeZone: string): { day: string; minute: number } {
  const parts = Object.fromEntries(clockOf(timeZone).formatToParts(at).map(part => [part.type, part.value]))
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minute: Number(parts.hour) * 60 + Number(parts.minute) }
}

/** The moment, in milliseconds, at which the zone's clock shows this day and minute. */
export function momentOf(day: string, minute: number, timeZone: string): number {
  const naive = numberOf(day) * DAY + minute * 60_000
  const shown = (at: number) => {
    const local = localOf(at, timeZone)
    return numberOf(local.day) * DAY + local.minute * 60_000
  }
  // twice, for a zone whose clock is put forward or back between the guess and the answer
  const guess = naive - (shown(naive) - naive)
  return guess - (shown(guess) - naive)
}

/** The next `count` moments after `now`, in milliseconds, in order. */
export function nextStarts(given: Rhythm, now: number, count: number): number[] {
  return nextDays(given, localOf(now, given.timeZone).day, count + 1).map(day => momentOf(day, given.startMinute, given.timeZone)).filter(at => at > now).slice(0, count)
}

/** "09:30" of a minute, for time fields; null for what is no time. */
export const timeOfMinute = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
export function minuteOfTime(time: string): number | null {
  const match = /^([01]\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim())
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** Weekday of a day, 1 Monday. */
export const weekdayOfDay = (day: string): number => weekdayOf(numberOf(day))

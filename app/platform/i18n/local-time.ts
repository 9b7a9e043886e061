import { offsetOf } from './format'

/** Days by the calendar of a zone ("2026-12-05"), minutes since its midnight, and the moments (milliseconds) they are. Pure. */

export const DAY = 86_400_000
const MINUTE = 60_000

/** Days since 1 January 1970. */
export const numberOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
export const dayOfNumber = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)
export const addDays = (day: string, count: number): string => dayOfNumber(numberOfDay(day) + count)

/** 1 January 1970 was a Thursday. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1
/** Weekday of a day, 1 Monday. */
export const weekdayOfDay = (day: string): number => weekdayOfNumber(numberOfDay(day))

/** True for a day the calendar has: "2027-02-29" is none. */
export const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(numberOfDay(day)) && dayOfNumber(numberOfDay(day)) === day

/** Day and minute of a moment by the clock of the zone. */
export function localOf(at: number, timeZone: string): { day: string; minute: number } {
  const shown = at + offsetOf(at, timeZone)
  return { day: dayOfNumber(Math.floor(shown / DAY)), minute: Math.floor((((shown % DAY) + DAY) % DAY) / MINUTE) }
}

/** The moment at which the zone's clock shows this day and minute; minute 1440 is the next midnight. */
export function momentOf(day: string, minute: number, timeZone: string): number {
  const naive = numberOfDay(day) * DAY + minute * MINUTE
  // twice, for a zone whose clock is put forward or back between the guess and the answer
  const guess = naive - offsetOf(naive, timeZone)
  return naive - offsetOf(guess, timeZone)
}

/** "09:30" of a minute, for time fields; null for what is no time. */
export const timeOfMinute = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
export function minuteOfTime(time: string): number | null {
  const match = /^([01]\d|2[0-3])[:.]([0-5]\d)$/.exec(time.trim())
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

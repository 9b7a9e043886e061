/** When a series meets: days by the calendar of its zone, moments by its clock. Pure: days are "2026-12-05", minutes are since midnight. */

import { DAY, dayOfNumber, localOf, momentOf, numberOfDay, weekdayOfNumber } from '~/platform/i18n/local-time'

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

const onOrAfter = (number: number, weekday: number): number => number + ((weekday - weekdayOfNumber(number) + 7) % 7)

/** The nth weekday of a month (5: the last), as a day number. `month` counts from 0 and may run over the end of the year. */
function nthOf(year: number, month: number, weekday: number, nth: number): number {
  const first = onOrAfter(Date.UTC(year, month, 1) / DAY, weekday)
  if (nth < 5) return first + (nth - 1) * 7
  const end = Date.UTC(year, month + 1, 1) / DAY
  return first + Math.floor((end - 1 - first) / 7) * 7
}

/** The next `count` days of the rhythm from `from` on, that day included, none before the first day. */
export function nextDays(given: Rhythm, from: string, count: number): string[] {
  const begin = Math.max(numberOfDay(from), numberOfDay(given.firstDay))
  const days: string[] = []
  if (given.rhythm === 'MONTHLY') {
    const start = new Date(begin * DAY)
    for (let month = start.getUTCMonth(); days.length < count; month++) {
      const day = nthOf(start.getUTCFullYear(), month, given.weekday, given.nth)
      if (day >= begin) days.push(dayOfNumber(day))
    }
    return days
  }
  const step = given.rhythm === 'WEEKLY' ? 7 : 14
  const first = onOrAfter(numberOfDay(given.firstDay), given.weekday)
  const ahead = Math.max(0, Math.ceil((begin - first) / step))
  for (let i = 0; i < count; i++) days.push(dayOfNumber(first + (ahead + i) * step))
  return days
}

/** The next `count` moments after `now`, in milliseconds, in order. */
export function nextStarts(given: Rhythm, now: number, count: number): number[] {
  return nextDays(given, localOf(now, given.timeZone).day, count + 1).map(day => momentOf(day, given.startMinute, given.timeZone)).filter(at => at > now).slice(0, count)
}

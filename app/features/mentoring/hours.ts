import { minuteOfTime, timeOfMinute } from '~/platform/i18n/local-time'
import type { HoursRange } from './slots'

/** Ranges of a day as people write them: "08.00–10.00, 13.30–15.00". Pure. */

export type MinuteRange = Pick<HoursRange, 'startMinute' | 'endMinute'>

export const RANGES_A_DAY = 6
const SHORTEST = 15

const minuteOf = (word: string, last: boolean): number | null => {
  const whole = /^\d{1,2}$/.test(word) ? `${word.padStart(2, '0')}:00` : word.replace(/^(\d)([:.])/, '0$1$2')
  return last && /^24[:.]00$/.test(whole) ? 1440 : minuteOfTime(whole)
}

/** Merged and in order; null for what cannot be read, ends before it begins, or is too short or too much. */
export function parseRanges(text: string): MinuteRange[] | null {
  const words = text.split(/[,;\n]/).map(word => word.trim()).filter(Boolean)
  if (words.length > RANGES_A_DAY) return null
  const ranges: MinuteRange[] = []
  for (const word of words) {
    const [from, to, ...rest] = word.split(/\s*(?:-|–|—|\bs\/d\b|\bsampai\b|\bto\b)\s*/)
    const startMinute = minuteOf(from ?? '', false)
    const endMinute = minuteOf(to ?? '', true)
    if (rest.length > 0 || startMinute === null || endMinute === null || endMinute - startMinute < SHORTEST) return null
    ranges.push({ startMinute, endMinute })
  }
  const merged: MinuteRange[] = []
  for (const range of ranges.toSorted((a, b) => a.startMinute - b.startMinute)) {
    const last = merged.at(-1)
    if (last && range.startMinute <= last.endMinute) last.endMinute = Math.max(last.endMinute, range.endMinute)
    else merged.push({ ...range })
  }
  return merged
}

/** "08.00" of a minute, also 24.00. */
export const clockOf = (minute: number): string => (minute === 1440 ? '24.00' : timeOfMinute(minute).replace(':', '.'))
export const rangesText = (ranges: readonly MinuteRange[]): string => [...ranges].sort((a, b) => a.startMinute - b.startMinute).map(one => `${clockOf(one.startMinute)}–${clockOf(one.endMinute)}`).join(', ')

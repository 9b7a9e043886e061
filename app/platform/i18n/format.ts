import type { Locale } from '~/platform/viewer'
import type { Tongue } from './i18n'

const tag: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }
const zoneName: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }
const QUARTER = 900_000
const DAY = 86_400_000

const offsets = new Map<string, Map<number, number>>()
const clocks = new Map<string, Intl.DateTimeFormat>()

/** How far a zone's clocks are before UTC at a moment, in ms. Asked of `Intl` once per zone and quarter of an hour: a page shows dozens of times, and `Intl` is slow. */
export function offsetOf(at: number, timeZone: string): number {
  let known = offsets.get(timeZone)
  if (!known || known.size > 20_000) offsets.set(timeZone, (known = new Map<number, number>()))
  const quarter = Math.floor(at / QUARTER)
  let offset = known.get(quarter)
  if (offset === undefined) {
    let clock = clocks.get(timeZone)
    if (!clock) clocks.set(timeZone, (clock = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })))
    const parts = clock.formatToParts(quarter * QUARTER)
    const of = (type: string) => Number(parts.find(part => part.type === type)?.value)
    offset = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute')) - quarter * QUARTER
    known.set(quarter, offset)
  }
  return offset
}

/** A moment whose UTC fields are what clocks of the zone show. */
const clockAt = (at: Date | string | number, timeZone: string): Date => {
  const moment = new Date(at).getTime()
  return new Date(moment + offsetOf(moment, timeZone))
}

const names = new Map<string, readonly string[]>()
/** Names of the twelve months or the seven days from Sunday, as `Intl` spells them. */
function namesOf(locale: Locale, what: 'month' | 'shortMonth' | 'weekday'): readonly string[] {
  const key = `${locale}${what}`
  let known = names.get(key)
  if (!known) {
    const format = new Intl.DateTimeFormat(tag[locale], { timeZone: 'UTC', ...(what === 'weekday' ? { weekday: 'long' } : { month: what === 'month' ? 'long' : 'short' }) })
    names.set(key, (known = Array.from({ length: what === 'weekday' ? 7 : 12 }, (_, at) => format.format(what === 'weekday' ? Date.UTC(2026, 1, 1 + at) : Date.UTC(2026, at, 1)))))
  }
  return known
}

const two = (value: number) => (value < 10 ? `0${value}` : String(value))

/** 21 November 2026 */
export function formatDate(at: Date | string | number, { locale, timeZone }: Tongue): string {
  const clock = clockAt(at, timeZone)
  return `${clock.getUTCDate()} ${namesOf(locale, 'month')[clock.getUTCMonth()]} ${clock.getUTCFullYear()}`
}

/** 08.33 (id) or 08:33 (en) */
export function formatTime(at: Date | string | number, { locale, timeZone }: Tongue): string {
  const clock = clockAt(at, timeZone)
  return `${two(clock.getUTCHours())}${locale === 'id' ? '.' : ':'}${two(clock.getUTCMinutes())}`
}

/** 21 November 2026, 08.33 WIB: the full form for titles and `<time>` */
export function formatDateTime(at: Date | string | number, tongue: Tongue): string {
  return `${formatDate(at, tongue)}, ${formatTime(at, tongue)} ${zoneName[tongue.timeZone] ?? tongue.timeZone}`
}

/** Days since 1970 on the zone's calendar. */
export const dayNumber = (at: number, timeZone: string): number => Math.floor(clockAt(at, timeZone).getTime() / DAY)

/** The hour on the zone's clocks, 0–23. */
export const hourOf = (at: number, timeZone: string): number => clockAt(at, timeZone).getUTCHours()

const near: Record<Locale, { now: string; minutes: (n: number) => string; hours: (n: number) => string; yesterday: string }> = {
  id: { now: 'baru saja', minutes: n => `${n} menit lalu`, hours: n => `${n} jam lalu`, yesterday: 'kemarin' },
  en: { now: 'just now', minutes: n => `${n} min ago`, hours: n => `${n} h ago`, yesterday: 'yesterday' },
}

/** "12 menit lalu", "kemarin", then the day and month, then the year too. */
export function formatAgo(at: Date | string | number, tongue: Tongue): string {
  const then = new Date(at).getTime()
  const seconds = Math.max(0, (tongue.now - then) / 1000)
  const words = near[tongue.locale]
  if (seconds < 60) return words.now
  if (seconds < 3600) return words.minutes(Math.floor(seconds / 60))
  const days = dayNumber(tongue.now, tongue.timeZone) - dayNumber(then, tongue.timeZone)
  if (days <= 0) return words.hours(Math.floor(seconds / 3600))
  if (days === 1) return words.yesterday
  const sameYear = new Date(then).getUTCFullYear() === new Date(tongue.now).getUTCFullYear()
  const clock = clockAt(then, tongue.timeZone)
  return `${clock.getUTCDate()} ${namesOf(tongue.locale, days < 300 && sameYear ? 'month' : 'shortMonth')[clock.getUTCMonth()]}${sameYear ? '' : ` ${clock.getUTCFullYear()}`}`
}

const numbers = new Map<string, Intl.NumberFormat>()

/** 1.234,5 */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  const key = `${locale}${digits}`
  let format = numbers.get(key)
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(tag[locale], { maximumFractionDigits: digits })))
  return format.format(value)
}

/** 24 kB, 1,5 MB */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, locale)} kB`
  return `${formatNumber(bytes / 1024 / 1024, locale, 1)} MB`
}

/** When a post was written: "08.02" today, "Kamis, 08.12" within six days, then the date and time. */
export function formatMoment(at: Date | string | number, tongue: Tongue): string {
  const then = new Date(at).getTime()
  const time = formatTime(then, tongue)
  const days = dayNumber(tongue.now, tongue.timeZone) - dayNumber(then, tongue.timeZone)
  if (days <= 0) return time
  const clock = clockAt(then, tongue.timeZone)
  if (days <= 6) return `${namesOf(tongue.locale, 'weekday')[clock.getUTCDay()]}, ${time}`
  const sameYear = new Date(then).getUTCFullYear() === new Date(tongue.now).getUTCFullYear()
  return `${clock.getUTCDate()} ${namesOf(tongue.locale, 'month')[clock.getUTCMonth()]}${sameYear ? '' : ` ${clock.getUTCFullYear()}`}, ${time}`
}

import type { Locale } from '~/platform/viewer'
import type { Tongue } from './i18n'

const tag: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' }
const zoneName: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`
  let made = formats.get(key)
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat(tag[locale], { ...options, timeZone })))
  return made
}

/** 21 November 2026 */
export function formatDate(at: Date | string | number, { locale, timeZone }: Tongue): string {
  return dateFormat(locale, timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at))
}

/** 08.33 (id) or 08:33 (en) */
export function formatTime(at: Date | string | number, { locale, timeZone }: Tongue): string {
  const text = dateFormat(locale, timeZone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at))
  return locale === 'id' ? text.replace(':', '.') : text
}

/** 21 November 2026, 08.33 WIB: the full form for titles and `<time>` */
export function formatDateTime(at: Date | string | number, tongue: Tongue): string {
  return `${formatDate(at, tongue)}, ${formatTime(at, tongue)} ${zoneName[tongue.timeZone] ?? tongue.timeZone}`
}

function dayNumber(at: number, timeZone: string): number {
  const parts = dateFormat('en', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at)
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day')) / 86_400_000
}

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
  return dateFormat(tongue.locale, tongue.timeZone, { day: 'numeric', month: days < 300 && sameYear ? 'long' : 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(then)
}

/** 1.234,5 */
export function formatNumber(value: number, locale: Locale, digits = 0): string {
  return new Intl.NumberFormat(tag[locale], { maximumFractionDigits: digits }).format(value)
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
  if (days <= 6) return `${dateFormat(tongue.locale, tongue.timeZone, { weekday: 'long' }).format(then)}, ${time}`
  const sameYear = new Date(then).getUTCFullYear() === new Date(tongue.now).getUTCFullYear()
  return `${dateFormat(tongue.locale, tongue.timeZone, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) }).format(then)}, ${time}`
}

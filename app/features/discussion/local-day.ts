/** Hour of the day at which reminders come. */
const HOUR = 8

/** What a clock in the zone shows at a moment, as if it were UTC (milliseconds). */
function shown(at: number, timeZone: string): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).formatToParts(at).map(part => [part.type, Number(part.value)]))
  return Date.UTC(parts.year ?? 1970, (parts.month ?? 1) - 1, parts.day, parts.hour, parts.minute)
}

/** 08.00 of a day ("2026-12-01") where the person lives; null for what is no day. */
export function morningOf(day: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) return null
  const wanted = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), HOUR)
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 10) !== day) return null
  return new Date(wanted - (shown(wanted, timeZone) - wanted))
}

/** The day a moment falls on there: "2026-12-01". */
export const dayOf = (at: number, timeZone: string): string => new Date(shown(at, timeZone)).toISOString().slice(0, 10)

/** Milliseconds the zone's clock is ahead of UTC at that moment. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' }).formatToParts(at)
  const of = (type: string) => Number(parts.find(part => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(at / 1000) * 1000
}

/** The last minute of a day ("2026-12-05") where the person is: "sampai 5 Desember" counts that day in. Null for what is no date. */
export function endOfDay(day: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null
  const naive = Date.parse(`${day}T23:59:00Z`)
  if (Number.isNaN(naive) || new Date(naive).toISOString().slice(0, 10) !== day) return null
  return new Date(naive - offsetAt(naive - offsetAt(naive, timeZone), timeZone))
}

/** "2026-12-05" of a moment where the person is, for date fields. */
export const dayOf = (at: number, timeZone: string): string => new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)

/** A minute ("2026-12-05T08:30") where the person is. Null for what is none. */
export function momentOf(minute: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(minute)) return null
  const naive = Date.parse(`${minute}:00Z`)
  if (Number.isNaN(naive) || new Date(naive).toISOString().slice(0, 16) !== minute) return null
  return new Date(naive - offsetAt(naive - offsetAt(naive, timeZone), timeZone))
}

/** "2026-12-05T08:30" of a moment where the person is, for fields of date and time. */
export const minuteOf = (at: number, timeZone: string): string => new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16)

import type { Locale } from '~/platform/viewer'

export interface CalendarEntry {
  /** the same for as long as the thing exists: by it a calendar knows what it already has */
  uid: string
  /** grows with every change; a calendar takes what is higher than what it has */
  sequence: number
  /** milliseconds */
  startsAt: number
  endsAt: number
  summary: string
  location: string
  description: string
  url: string
  cancelled: boolean
  /** when it was last changed, in milliseconds */
  changedAt?: number
  organizer?: { name: string; email: string }
}

export interface CalendarFile {
  name: string
  locale: Locale
  /** how a mail program is to take the file: REQUEST books or moves, CANCEL takes away; PUBLISH is what feeds and downloads say */
  method?: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  entries: readonly CalendarEntry[]
}

/** An iCalendar text. The library is loaded at its first use. Moments are written in UTC: every calendar shows them by its own clock. */
export async function calendarText({ name, locale, method = 'PUBLISH', entries }: CalendarFile): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator')
  const calendar = ical({ name, prodId: { company: 'Balai', product: 'Balai', language: locale.toUpperCase() }, ttl: 3_600, method: ICalCalendarMethod[method] })
  for (const one of entries)
    calendar.createEvent({
      id: one.uid, sequence: one.sequence, start: new Date(one.startsAt), end: new Date(one.endsAt), summary: one.summary, url: one.url, location: one.location || null, description: one.description,
      status: one.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, ...(one.changedAt ? { lastModified: new Date(one.changedAt) } : {}), ...(one.organizer ? { organizer: one.organizer } : {}),
    })
  return calendar.toString()
}

/** The text as the answer to a download or to a calendar that asks for its feed. */
export async function calendarAnswer(file: CalendarFile): Promise<Response> {
  return new Response(await calendarText(file), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="kalender.ics"', 'Cache-Control': 'private, max-age=300', 'X-Robots-Tag': 'noindex' },
  })
}

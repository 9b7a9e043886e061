import { randomBytes } from 'node:crypto'
import { ms } from '~/features/discussion/sql'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { translator } from '~/platform/i18n/words'
import type { Member, Viewer } from '~/platform/viewer'
import { topicPath } from './paths'
import { meetingTables, meetingVisible } from './rows/meeting.server'

interface Row {
  id: number
  slug: string
  title: string
  starts_at: number
  ends_at: number
  skipped: boolean
  place: string
  link: string
  purpose: string
}

const columns = `m.topic_id as id, tp.slug, tp.title, ${ms('m.starts_at')} as starts_at, ${ms('m.ends_at')} as ends_at, m.skipped_at is not null as skipped, s.place, s.link, s.purpose`

/** Meetings a calendar shows: from half a year back on. */
const ofSeries = `select ${columns} from ${meetingTables} where m.series_id = $2 and ${meetingVisible} and m.starts_at > now() - interval '180 days' order by m.starts_at limit 200`
const one = `select ${columns} from ${meetingTables} where m.topic_id = $2 and ${meetingVisible}`

/** The library is loaded at its first use. Moments are written in UTC: every calendar shows them by its own clock. */
async function ics(viewer: Viewer, name: string, rows: readonly Row[], origin: string): Promise<Response> {
  const { default: ical, ICalEventStatus } = await import('ical-generator')
  const t = translator(viewer.locale, 'meetings')
  const calendar = ical({ name, prodId: { company: 'Balai', product: 'Balai', language: viewer.locale.toUpperCase() }, ttl: 3_600 })
  for (const row of rows) {
    const url = origin + topicPath(row)
    const link = viewer.personId === null ? '' : row.link
    calendar.createEvent({
      id: `meeting-${row.id}@${new URL(origin).hostname}`, start: new Date(row.starts_at), end: new Date(row.ends_at), summary: row.title, url,
      location: [row.place, link].filter(Boolean).join(' · ') || null, description: `${row.purpose}\n\n${link ? `${t('online')}: ${link}\n` : ''}${url}`,
      status: row.skipped ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return new Response(calendar.toString(), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="kalender.ics"', 'Cache-Control': 'private, max-age=300', 'X-Robots-Tag': 'noindex' },
  })
}

/** One meeting as a calendar file. @throws NotFound also where the viewer may not read it */
export async function meetingCalendar(viewer: Viewer, topicId: number, origin: string): Promise<Response> {
  const rows = await sql<Row>('calendar-meeting', one, [viewer.audiences, topicId])
  const [row] = rows
  if (!row) throw new NotFound('meeting')
  return ics(viewer, row.title, rows, origin)
}

/** 32 characters nobody guesses. */
const newSecret = () => randomBytes(24).toString('base64url')

/** The person's own secret for calendars, made at the first asking. */
export async function calendarSecretOf(member: Member): Promise<string> {
  const [row] = await sql<{ secret: string }>('calendar-secret', `insert into calendar_key (person_id, secret) values ($1, $2)
    on conflict (person_id) do update set secret = calendar_key.secret returning secret`, [member.personId, newSecret()])
  return row?.secret ?? ''
}

/** A new secret; addresses with the old one are worth nothing from now on. */
export async function renewCalendarSecret(member: Member): Promise<void> {
  await sql('calendar-renew', `insert into calendar_key (person_id, secret) values ($1, $2) on conflict (person_id) do update set secret = excluded.secret, created_at = now()`, [member.personId, newSecret()])
}

/**
 * All meetings of a series for whoever holds a person's secret, as that person may read them at this moment: an account that is closed or suspended,
 * a right that is gone, and there is nothing.
 * @throws NotFound
 */
export async function seriesCalendar(secret: string, seriesId: number, origin: string): Promise<Response> {
  if (!/^[\w-]{32}$/.test(secret)) throw new NotFound('calendar')
  const [key] = await sql<{ id: number }>('calendar-person', `select k.person_id as id from calendar_key k join person p on p.id = k.person_id
    where k.secret = $1 and p.closed_at is null and (p.suspended_until is null or p.suspended_until <= now())`, [secret])
  const viewer = key && (await viewersOfPeopleUnscoped([key.id])).get(key.id)
  if (!viewer) throw new NotFound('calendar')
  const [series] = await sql<{ title: string }>('calendar-series', 'select s.title from series s join category c on c.id = s.category_id where s.id = $2 and c.audience = any($1)', [viewer.audiences, seriesId])
  if (!series) throw new NotFound('calendar')
  return ics(viewer, series.title, await sql<Row>('calendar-meetings', ofSeries, [viewer.audiences, seriesId]), origin)
}

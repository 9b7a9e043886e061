import { ms } from '~/features/discussion/sql'
import { memberOfCalendarSecret } from '~/features/people/calendar-key.server'
import { calendarAnswer } from '~/platform/calendar/calendar.server'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { translator } from '~/platform/i18n/words'
import type { Viewer } from '~/platform/viewer'
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

function ics(viewer: Viewer, name: string, rows: readonly Row[], origin: string): Promise<Response> {
  const t = translator(viewer.locale, 'meetings')
  return calendarAnswer({
    name, locale: viewer.locale, entries: rows.map(row => {
      const url = origin + topicPath(row)
      const link = viewer.personId === null ? '' : row.link
      return {
        uid: `meeting-${row.id}@${new URL(origin).hostname}`, sequence: 0, startsAt: row.starts_at, endsAt: row.ends_at, summary: row.title, url, cancelled: row.skipped,
        location: [row.place, link].filter(Boolean).join(' · '), description: `${row.purpose}\n\n${link ? `${t('online')}: ${link}\n` : ''}${url}`,
      }
    }),
  })
}

/** One meeting as a calendar file. @throws NotFound also where the viewer may not read it */
export async function meetingCalendar(viewer: Viewer, topicId: number, origin: string): Promise<Response> {
  const rows = await sql<Row>('calendar-meeting', one, [viewer.audiences, topicId])
  const [row] = rows
  if (!row) throw new NotFound('meeting')
  return ics(viewer, row.title, rows, origin)
}

/**
 * All meetings of a series for whoever holds a person's secret, as that person may read them at this moment: an account that is closed or suspended,
 * a right that is gone, and there is nothing.
 * @throws NotFound
 */
export async function seriesCalendar(secret: string, seriesId: number, origin: string): Promise<Response> {
  const viewer = await memberOfCalendarSecret(secret)
  const [series] = await sql<{ title: string }>('calendar-series', 'select s.title from series s join category c on c.id = s.category_id where s.id = $2 and c.audience = any($1)', [viewer.audiences, seriesId])
  if (!series) throw new NotFound('calendar')
  return ics(viewer, series.title, await sql<Row>('calendar-meetings', ofSeries, [viewer.audiences, seriesId]), origin)
}

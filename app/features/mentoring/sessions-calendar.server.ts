import { ms } from '~/features/discussion/sql'
import { memberOfCalendarSecret } from '~/features/people/calendar-key.server'
import { calendarAnswer, type CalendarEntry } from '~/platform/calendar/calendar.server'
import { sql } from '~/platform/db/db.server'
import { translator } from '~/platform/i18n/words'
import type { Member, Viewer } from '~/platform/viewer'
import { sessionPath } from './paths'
import { reachSession } from './rows/session.server'

interface Row {
  id: number
  uid: string
  sequence: number
  startsAt: number
  endsAt: number
  state: string
  topic: string
  agenda: string
  place: string
  link: string
  changedAt: number
  title: string
  others: string
}

/** $1 the person, $2 a session or null, $3 what they hold: the rooms they are in at this moment. Half a year back, so that a calendar hears of what was called off. */
const text = `select s.id, s.uid, s.sequence, ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt", s.state, s.topic, s.agenda, s.place, s.link, ${ms('s.updated_at')} as "changedAt", p.title,
    case when s.mentor_id = $1 then (select string_agg(q.name, ', ' order by q.name) from mentoring_member m join person q on q.id = m.person_id where m.pair_id = p.id and m.state = 'IN') else (select q.name from person q where q.id = s.mentor_id) end as others
  from mentoring_session s join mentoring_pair p on p.id = s.pair_id
  where s.state <> 'HOLD' and 'group:' || p.group_id = any($3) and ($2::int is null or s.id = $2)
    and (s.mentor_id = $1 or exists (select 1 from mentoring_member m where m.pair_id = p.id and m.person_id = $1 and m.state = 'IN')) and s.starts_at > now() - interval '180 days'
  order by s.starts_at, s.id limit 500`

function entryOf(viewer: Viewer, row: Row, origin: string): CalendarEntry {
  const t = translator(viewer.locale, 'sessions')
  const url = origin + sessionPath(row.id)
  return {
    uid: row.uid, sequence: row.sequence, startsAt: row.startsAt, endsAt: row.endsAt, changedAt: row.changedAt, cancelled: row.state === 'CANCELLED', url,
    summary: row.topic ? `${row.title}: ${row.topic}` : row.title, location: [row.place, row.link].filter(Boolean).join(' · '),
    description: [t('calendar.with', { names: row.others }), row.agenda, url].filter(Boolean).join('\n\n'),
  }
}

/** One session as a file; one that was called off takes itself out of the calendar that has it. @throws NotFound for everybody who is not of its pair */
export async function sessionCalendar(viewer: Viewer, sessionId: number, origin: string): Promise<Response> {
  const { member } = await reachSession(viewer, sessionId)
  const entries = (await sql<Row>('session-calendar', text.replace(" and s.starts_at > now() - interval '180 days'", ''), [member.personId, sessionId, member.audiences])).map(row => entryOf(member, row, origin))
  return calendarAnswer({ name: entries[0]?.summary ?? '', locale: member.locale, method: entries[0]?.cancelled ? 'CANCEL' : 'PUBLISH', entries })
}

/** All sessions of whoever holds the secret, as their rights are at this moment. @throws NotFound */
export async function ownCalendar(secret: string, origin: string): Promise<Response> {
  const member: Member = await memberOfCalendarSecret(secret)
  const rows = await sql<Row>('sessions-calendar', text, [member.personId, null, member.audiences])
  return calendarAnswer({ name: translator(member.locale, 'sessions')('feed.name'), locale: member.locale, entries: rows.map(row => entryOf(member, row, origin)) })
}

import { ms } from '~/features/discussion/sql'
import { sql, type Tx } from '~/platform/db/db.server'
import { Forbidden, NotFound, SignInNeeded } from '~/platform/errors'
import { enqueue } from '~/platform/jobs/jobs.server'
import { isMember, isSilenced, type Member, type Viewer } from '~/platform/viewer'
import type { RhythmName } from '../meetings-rhythm'

export function asMember(viewer: Viewer): Member {
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

/** Why a member may not: what can be helped is said. */
export function refused(viewer: Member): Forbidden {
  return new Forbidden(!viewer.verified ? 'unverified' : isSilenced(viewer) ? 'silenced' : 'generic')
}

export interface ReachedMeeting {
  id: number
  seriesId: number
  categoryId: number
  slug: string
  title: string
  audience: string
  locked: boolean
  startsAt: number
  endsAt: number
  skipped: boolean
  ended: boolean
  hostIds: number[]
  minutesRevision: number
  timeZone: string
  seriesTitle: string
}

/** `m` meeting, `t` thread, `tp` topic, `s` series. */
export const meetingTables = 'meeting m join thread t on t.id = m.topic_id join topic tp on tp.id = m.topic_id join series s on s.id = m.series_id'
export const meetingVisible = 't.audience = any($1) and t.removed_at is null'
export const hostIds = 'array(select h.person_id from series_host h where h.series_id = s.id)'
const state = `m.topic_id as id, m.series_id as "seriesId", tp.category_id as "categoryId", tp.slug, tp.title, t.audience, t.locked_at is not null as locked, ${ms('m.starts_at')} as "startsAt",
  ${ms('m.ends_at')} as "endsAt", m.skipped_at is not null as skipped, s.ended_at is not null as ended, ${hostIds} as "hostIds", m.minutes_revision as "minutesRevision", s.time_zone as "timeZone", s.title as "seriesTitle"`

/** @throws NotFound also for one the viewer may not know of */
export async function reachMeeting(viewer: Viewer, topicId: number): Promise<ReachedMeeting> {
  const [row] = await sql<ReachedMeeting>('reach-meeting', `select ${state} from ${meetingTables} where m.topic_id = $2 and ${meetingVisible}`, [viewer.audiences, topicId])
  if (!row) throw new NotFound('meeting')
  return row
}

export interface ReachedSeries {
  id: number
  slug: string
  title: string
  purpose: string
  categoryId: number
  category: string
  audience: string
  openAudience: string
  archived: boolean
  rhythm: RhythmName
  weekday: number
  nth: number
  firstDay: string
  startMinute: number
  duration: number
  timeZone: string
  place: string
  link: string
  agenda: string[]
  creatorId: number
  ended: boolean
  hostIds: number[]
}

/** `s` series, `c` its category. */
export const seriesColumns = `s.id, s.slug, s.title, s.purpose, s.category_id as "categoryId", c.slug as category, c.audience, c.open_audience as "openAudience", c.archived_at is not null as archived,
  s.rhythm::text as rhythm, s.weekday, s.nth, to_char(s.first_day, 'YYYY-MM-DD') as "firstDay", s.start_minute as "startMinute", s.duration, s.time_zone as "timeZone", s.place, s.link, s.agenda,
  s.creator_id as "creatorId", s.ended_at is not null as ended, ${hostIds} as "hostIds"`
export const seriesTables = 'series s join category c on c.id = s.category_id'

/** @throws NotFound also for one the viewer may not know of */
export async function reachSeries(viewer: Viewer, seriesId: number): Promise<ReachedSeries> {
  const [row] = await sql<ReachedSeries>('reach-series', `select ${seriesColumns} from ${seriesTables} where s.id = $1 and c.audience = any($2)`, [seriesId, viewer.audiences])
  if (!row) throw new NotFound('series')
  return row
}

const MINUTE = 60_000

/** The job looks at what is due for every meeting; these are the moments at which something is. A meeting that moves takes its moments along. */
export async function setClock(tx: Tx, meeting: { id: number; startsAt: number; endsAt: number }, now: number): Promise<void> {
  const moments = { day: meeting.startsAt - 1_440 * MINUTE, soon: meeting.startsAt - 15 * MINUTE, start: meeting.startsAt, end: meeting.endsAt }
  for (const [name, at] of Object.entries(moments)) if (at > now) await enqueue(tx, 'meeting_clock', {}, { runAt: new Date(at + 200), key: `meeting:${meeting.id}:${name}` })
}

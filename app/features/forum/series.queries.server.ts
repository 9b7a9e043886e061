import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { timeOfMinute } from '~/platform/i18n/local-time'
import type { Viewer } from '~/platform/viewer'
import { canFinishTask, canKeepSeries } from './meetings-policy'
import type { MeetingRow, MeetingTimes, PersonBrief, SeriesPage, SeriesRow, SeriesView, TaskView } from './meetings-views'
import { taskJson } from './meetings.queries.server'
import { hostIds, meetingTables, meetingVisible } from './rows/meeting.server'

const PAST = 10
const LISTED = 60

const badge = `jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'nameEn', c.name_en, 'audience', c.audience) as category`
const one = `select s.id, s.slug, s.title, s.purpose, ${badge}, s.rhythm::text as rhythm, s.weekday, s.nth, to_char(s.first_day, 'YYYY-MM-DD') as "firstDay", s.start_minute as "startMinute", s.duration,
    s.time_zone as "timeZone", s.place, s.link, s.agenda, s.ended_at is not null as ended,
    (select coalesce(jsonb_agg(jsonb_build_object('id', hp.id, 'name', hp.name, 'slug', hp.slug) order by hp.id = s.creator_id desc, hp.name), '[]') from person hp where hp.id = any(${hostIds})) as hosts
  from series s join category c on c.id = s.category_id where s.id = $1 and c.audience = any($2)`

/** @throws NotFound also for one the viewer may not know of */
export async function getSeries(viewer: Viewer, seriesId: number): Promise<SeriesView> {
  const [row] = await sql<SeriesView>('series-one', one, [seriesId, viewer.audiences])
  if (!row) throw new NotFound('series')
  return viewer.personId === null ? { ...row, link: '' } : row
}

const rowColumns = `m.topic_id as id, tp.slug, tp.title, ${ms('m.starts_at')} as "startsAt", ${ms('m.ends_at')} as "endsAt", m.skipped_at is not null as skipped, m.come_count as come,
  (select count(*)::int from agenda_point g where g.topic_id = m.topic_id and g.state = 'SHOWN') as points, left(m.minutes_text, 220) as minutes,
  (select count(*)::int from meeting_decision d where d.topic_id = m.topic_id) as decisions, (select count(*)::int from meeting_task k where k.topic_id = m.topic_id and k.done_at is null) as "openTasks"`
const ofSeries = `from ${meetingTables} where m.series_id = $2 and ${meetingVisible}`
const ahead = `select ${rowColumns} ${ofSeries} and m.ends_at > now() order by m.starts_at, m.topic_id limit 12`
const past = `select ${rowColumns} ${ofSeries} and m.ends_at <= now() and (m.starts_at, m.topic_id) < ($3::timestamptz, $4::int) order by m.starts_at desc, m.topic_id desc limit ${PAST + 1}`
const open = `select ${taskJson} as task from meeting_task k join person ka on ka.id = k.assignee_id join series s on s.id = k.series_id join topic tp on tp.id = k.topic_id join thread t on t.id = k.topic_id
  where k.series_id = $2 and k.done_at is null and ${meetingVisible} order by k.due_on, k.id limit 50`

type Counted = Omit<MeetingRow, 'skipped'> & { skipped: boolean }
const toRow = ({ skipped, ...row }: Counted): MeetingRow => ({ ...row, ...(skipped ? { skipped: true as const } : {}) })

/** "<milliseconds>.<id>" of the last row; anything else begins at the top. */
function cursorOf(text: string | null | undefined): [string, number] {
  const match = /^(\d{1,14})\.(\d{1,9})$/.exec(text ?? '')
  return match ? [new Date(Number(match[1])).toISOString(), Number(match[2])] : ['infinity', 0]
}

/** The page of a series: four statements. @throws NotFound */
export async function getSeriesPage(viewer: Viewer, seriesId: number, cursor?: string | null): Promise<SeriesPage> {
  const [series, next, before, tasks] = await Promise.all([
    getSeries(viewer, seriesId),
    sql<Counted>('series-ahead', ahead, [viewer.audiences, seriesId]),
    sql<Counted>('series-past', past, [viewer.audiences, seriesId, ...cursorOf(cursor)]),
    sql<{ task: Omit<TaskView, 'finish'> }>('series-tasks', open, [viewer.audiences, seriesId]),
  ])
  const state = { audience: series.category.audience, hostIds: series.hosts.map(host => host.id), ended: series.ended }
  const shown = before.slice(0, PAST)
  const last = shown.at(-1)
  return {
    series, next: next.map(toRow), past: shown.map(toRow), older: before.length > PAST && last ? `${last.startsAt}.${last.id}` : null,
    tasks: tasks.map(({ task }) => ({ ...task, finish: canFinishTask(viewer, { assigneeId: task.assignee.id }, state) })), keep: canKeepSeries(viewer, state),
  }
}

/** @throws NotFound, Forbidden for who does not keep it */
export async function getSeriesForEdit(viewer: Viewer, seriesId: number): Promise<SeriesView> {
  const series = await getSeries(viewer, seriesId)
  if (!canKeepSeries(viewer, { audience: series.category.audience, hostIds: series.hosts.map(host => host.id), ended: series.ended })) throw new Forbidden()
  return series
}

/** As the form of a series holds it. */
export const formValues = (series: SeriesView): Record<string, string> => ({
  title: series.title, purpose: series.purpose, category: series.category.slug, rhythm: series.rhythm, weekday: String(series.weekday), nth: String(series.nth), firstDay: series.firstDay,
  time: timeOfMinute(series.startMinute), duration: String(series.duration), place: series.place, link: series.link, agenda: series.agenda.join('\n'),
  hosts: series.hosts.slice(1).map((host: PersonBrief) => host.slug).join('\n'),
})

const list = `select s.id, s.slug, s.title, s.purpose, ${badge}, s.rhythm::text as rhythm, s.weekday, s.nth, s.start_minute as "startMinute", s.time_zone as "timeZone", s.ended_at is not null as ended,
    array(select hp.name from person hp where hp.id = any(${hostIds}) order by hp.id = s.creator_id desc, hp.name) as hosts, n.next
  from series s join category c on c.id = s.category_id left join lateral (
    select jsonb_build_object('id', m.topic_id, 'slug', tp.slug, 'startsAt', ${ms('m.starts_at')}, 'endsAt', ${ms('m.ends_at')}) as next
    from meeting m join topic tp on tp.id = m.topic_id join thread t on t.id = m.topic_id
    where m.series_id = s.id and m.skipped_at is null and m.ends_at > now() and t.audience = any($1) and t.removed_at is null order by m.starts_at limit 1) n on true
  where c.audience = any($1) and (s.ended_at is null) = $2::boolean and ($3::int is null or s.id < $3::int) order by s.id desc limit ${LISTED + 1}`

/** Running series, or those that ended, newest first. One statement. */
export async function listSeries(viewer: Viewer, { ended = false, before = null }: { ended?: boolean; before?: number | null } = {}): Promise<{ rows: SeriesRow[]; next: number | null }> {
  const rows = await sql<Omit<SeriesRow, 'next'> & { next: (MeetingTimes & { id: number; slug: string }) | null }>('series-list', list, [viewer.audiences, !ended, before])
  const shown = rows.slice(0, LISTED)
  return { rows: shown, next: rows.length > LISTED ? (shown.at(-1)?.id ?? null) : null }
}

import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { readRows } from '~/platform/db/together.server'
import { NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { canAnswer, canFinishTask, canPropose, canSteer, canWithdraw, canWriteMinutes, seesWhoComes } from './meetings-policy'
import type { AgendaPointView, MeetingView, PersonBrief, ReplyName, SeriesBrief, TaskView } from './meetings-views'
import { hostIds, meetingTables, meetingVisible } from './rows/meeting.server'

/** Names shown of those who answered. */
const SHOWN = 60

/** A task as JSON; `k` is the task, `s` its series, `tp` the meeting's topic. Overdue by the clock of the series. */
export const taskJson = `jsonb_build_object('id', k.id, 'text', k.text, 'assignee', jsonb_build_object('id', ka.id, 'name', ka.name, 'slug', ka.slug), 'dueOn', to_char(k.due_on, 'YYYY-MM-DD'),
  'overdue', k.done_at is null and k.due_on < (now() at time zone s.time_zone)::date, 'doneAt', ${ms('k.done_at')}, 'meeting', jsonb_build_object('id', tp.id, 'slug', tp.slug, 'title', tp.title))`
const person = (alias: string) => `jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'slug', ${alias}.slug)`

interface Row {
  id: number
  slug: string
  title: string
  audience: string
  locked: boolean
  ended: boolean
  series: SeriesBrief
  time_zone: string
  starts_at: number
  ends_at: number
  skipped: boolean
  reason: string
  place: string
  link: string
  agenda: string[]
  come: number
  maybe: number
  declined: number
  hosts: PersonBrief[]
  points: Omit<AgendaPointView, 'withdraw'>[] | null
  html: string | null
  revision: number
  minutes_at: number | null
  decisions: string[]
  tasks: Omit<TaskView, 'finish'>[] | null
  mine: ReplyName | null
  people: (PersonBrief & { reply: ReplyName })[] | null
}

/** Everything a meeting has beside its thread, in one statement. $3 is the viewer or null, $4 whether names are wanted. */
const text = `select m.topic_id as id, tp.slug, tp.title, t.audience, t.locked_at is not null as locked, s.ended_at is not null as ended, jsonb_build_object('id', s.id, 'slug', s.slug, 'title', s.title) as series,
    s.time_zone, ${ms('m.starts_at')} as starts_at, ${ms('m.ends_at')} as ends_at, m.skipped_at is not null as skipped, m.reason, s.place, s.link, s.agenda, m.come_count as come, m.maybe_count as maybe, m.not_count as declined,
    (select coalesce(jsonb_agg(${person('hp')} order by hp.name), '[]') from person hp where hp.id = any(${hostIds})) as hosts,
    (select jsonb_agg(jsonb_build_object('id', g.id, 'text', g.text, 'waits', g.state = 'WAITING', 'author', ${person('ga')}) order by g.position, g.id) from agenda_point g join person ga on ga.id = g.author_id
      where g.topic_id = m.topic_id and (g.state = 'SHOWN' or (g.state = 'WAITING' and g.author_id = $3::int))) as points,
    m.minutes_html as html, m.minutes_revision as revision, ${ms('m.minutes_at')} as minutes_at,
    array(select d.text from meeting_decision d where d.topic_id = m.topic_id order by d.position) as decisions,
    (select jsonb_agg(${taskJson} order by k.due_on, k.id) from meeting_task k join person ka on ka.id = k.assignee_id where k.topic_id = m.topic_id) as tasks,
    (select w.reply::text from meeting_answer w where w.topic_id = m.topic_id and w.person_id = $3::int) as mine,
    case when $4::boolean then (select jsonb_agg(x.one order by x.place, x.name) from (
      select jsonb_build_object('id', wp.id, 'name', wp.name, 'slug', wp.slug, 'reply', w.reply::text) as one, w.reply as place, wp.name
      from meeting_answer w join person wp on wp.id = w.person_id where w.topic_id = m.topic_id order by w.reply, wp.name limit ${SHOWN}) x) end as people
  from ${meetingTables} where m.topic_id = $2 and ${meetingVisible}`

/** What stands above the thread of a meeting. Null where the topic is none, or is not for the viewer to know. One statement. */
export async function findMeeting(viewer: Viewer, topicId: number, now = Date.now()): Promise<MeetingView | null> {
  const names = seesWhoComes(viewer)
  const [row] = await sql<Row>('meeting-view', text, [viewer.audiences, topicId, viewer.personId, names])
  if (!row) return null
  const state = { audience: row.audience, hostIds: row.hosts.map(host => host.id), ended: row.ended, startsAt: row.starts_at, endsAt: row.ends_at, skipped: row.skipped, locked: row.locked }
  return {
    id: row.id, slug: row.slug, title: row.title, series: row.series, timeZone: row.time_zone, startsAt: row.starts_at, endsAt: row.ends_at, ...(row.skipped ? { skipped: true as const } : {}), reason: row.reason,
    place: row.place, link: viewer.personId === null ? '' : row.link, hosts: row.hosts, counts: { COME: row.come, MAYBE: row.maybe, NOT: row.declined }, mine: row.mine,
    people: names ? (row.people ?? []) : null, standing: row.agenda,
    points: (row.points ?? []).map(point => ({ ...point, withdraw: canWithdraw(viewer, state, { authorId: point.author.id }, now) })),
    minutes: row.html === null ? null : { html: row.html, revision: row.revision, at: row.minutes_at ?? 0 }, decisions: row.decisions,
    tasks: (row.tasks ?? []).map(task => ({ ...task, finish: canFinishTask(viewer, { assigneeId: task.assignee.id }, state) })),
    can: { answer: canAnswer(viewer, state, now), propose: canPropose(viewer, state, now), steer: canSteer(viewer, state, now), minutes: canWriteMinutes(viewer, state, now) },
  }
}

/** @throws NotFound */
export async function getMeeting(viewer: Viewer, topicId: number): Promise<MeetingView> {
  const meeting = await findMeeting(viewer, topicId)
  if (!meeting) throw new NotFound('meeting')
  return meeting
}

export interface RunningMeeting {
  id: number
  slug: string
  title: string
  startsAt: number
  endsAt: number
  come: number
}

/** What the viewer could join this moment, at most five; what they said they would come to first. */
export const listRunning = (viewer: Viewer): Promise<RunningMeeting[]> => readRows<RunningMeeting>('meetings-running',
  `select m.topic_id as id, tp.slug, tp.title, ${ms('m.starts_at')} as "startsAt", ${ms('m.ends_at')} as "endsAt", m.come_count as come
   from ${meetingTables} left join meeting_answer w on w.topic_id = m.topic_id and w.person_id = $2::int
   where m.ends_at > now() and m.starts_at <= now() and m.skipped_at is null and ${meetingVisible} order by w.reply nulls last, m.starts_at, m.topic_id limit 5`, [viewer.audiences, viewer.personId])

import { ms } from '~/features/discussion/sql'
import type { AutoWatch, Notable, NoticeAmendments, NoticeContribution, NoticeRule, Subject, SubjectReader, WatchableReader, WatchRule } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './meetings-events'
import { seriesPath } from './meetings-paths'
import { topicPath } from './paths'
import { shelfOf } from './shelf'

interface Facts {
  id: number
  slug: string
  title: string
  audience: string
  categoryId: number
  seriesId: number
  series: string
  hosts: number[]
  at: number
  host: string
}

const facts = `select m.topic_id as id, tp.slug, tp.title, t.audience, tp.category_id as "categoryId", m.series_id as "seriesId", s.title as series, ${ms('m.starts_at')} as at,
    array(select h.person_id from series_host h where h.series_id = s.id) as hosts, (select hp.name from person hp where hp.id = s.creator_id) as host
  from meeting m join thread t on t.id = m.topic_id join topic tp on tp.id = m.topic_id join series s on s.id = m.series_id where m.topic_id = any($1) and t.removed_at is null`
const factsOf = (ids: readonly number[]) => sql<Facts>('meeting-facts', facts, [[...ids]])

async function nameOf(personId: number | null): Promise<string> {
  const [row] = await sql<{ name: string }>('notices-actor', 'select name from person where id = $1', [personId ?? 0])
  return row?.name ?? ''
}

const targetsOf = (one: Facts) => [[`thread:${one.id}`], [`series:${one.seriesId}`], [shelfOf(one.categoryId)]]
const notable = (one: Facts, name: string, about = `meeting:${one.id}`): Notable =>
  ({ audience: one.audience, url: topicPath(one), groupKey: `thread:${one.id}`, about, params: { name: name || one.host, title: one.title }, targets: targetsOf(one) })

/** Who said they would come, or might. */
async function answered(topicId: number, also: readonly number[] = []): Promise<number[]> {
  const rows = await sql<{ id: number }>('meeting-answered', `select person_id as id from meeting_answer where topic_id = $1 and reply <> 'NOT' limit 2000`, [topicId])
  return [...new Set([...rows.map(row => row.id), ...also])]
}

async function tellAnswered(event: { payload: { topicId: number }; actorId: number | null }, hosts: boolean) {
  const [one] = await factsOf([event.payload.topicId])
  if (!one) return []
  const name = await nameOf(event.actorId)
  return (await answered(one.id, hosts ? one.hosts : [])).map(personId => ({ ...notable(one, name), personId }))
}

const moved: NoticeRule<'forum.meeting.moved'> = { name: 'forum.meetingMoved', event: 'forum.meeting.moved', recipients: event => tellAnswered(event, true) }
const skipped: NoticeRule<'forum.meeting.skipped'> = { name: 'forum.meetingSkipped', event: 'forum.meeting.skipped', recipients: event => tellAnswered(event, true) }
const tomorrow: NoticeRule<'forum.meeting.near'> = {
  name: 'forum.meetingTomorrow', event: 'forum.meeting.near', group: 'reminders', recipients: event => (event.payload.when === 'DAY' ? tellAnswered(event, true) : Promise.resolve([])),
}
const soon: NoticeRule<'forum.meeting.near'> = {
  name: 'forum.meetingSoon', event: 'forum.meeting.near', group: 'reminders', recipients: event => (event.payload.when === 'SOON' ? tellAnswered(event, true) : Promise.resolve([])),
}
const minutes: NoticeRule<'forum.minutes.saved'> = {
  name: 'forum.minutes', event: 'forum.minutes.saved', group: 'watching', recipients: event => (event.payload.first ? tellAnswered(event, false) : Promise.resolve([])),
}

async function tellTask(event: { payload: { taskId: number; topicId: number; personId: number }; actorId: number | null }) {
  const [task] = await sql<{ open: boolean; personId: number }>('task-facts', 'select done_at is null as open, assignee_id as "personId" from meeting_task where id = $1', [event.payload.taskId])
  const [one] = await factsOf([event.payload.topicId])
  if (!one || !task?.open || task.personId !== event.payload.personId) return []
  return [{ ...notable(one, await nameOf(event.actorId), `task:${event.payload.taskId}`), personId: task.personId, url: '/forum/tugas' }]
}
const given: NoticeRule<'forum.task.given'> = { name: 'forum.taskGiven', event: 'forum.task.given', recipients: tellTask }
const due: NoticeRule<'forum.task.due'> = { name: 'forum.taskDue', event: 'forum.task.due', group: 'reminders', recipients: tellTask }

/** Who follows a series hears of each next meeting and of its minutes. */
const planned: WatchRule<'forum.meeting.planned'> = {
  name: 'forum.meetingPlanned', event: 'forum.meeting.planned', group: 'fresh',
  watched: async event => {
    const [one] = await factsOf([event.payload.topicId])
    return one ? { ...notable(one, ''), of: [`series:${one.seriesId}`] } : null
  },
}
const minutesFollowed: WatchRule<'forum.minutes.saved'> = {
  name: 'forum.minutes', event: 'forum.minutes.saved', group: 'watching',
  watched: async event => {
    const [one] = event.payload.first ? await factsOf([event.payload.topicId]) : []
    return one ? { ...notable(one, await nameOf(event.actorId)), of: [`thread:${one.id}`, `series:${one.seriesId}`] } : null
  },
}

/** Who comes hears what is said in it. */
const coming: AutoWatch<'forum.meeting.answered'> = {
  event: 'forum.meeting.answered', watch: ({ payload }) => (payload.comes ? { personId: payload.personId, target: `thread:${payload.topicId}` } : null),
}

/** A finished task needs no reminder any more. */
const finished: NoticeAmendments<'forum.task.finished'> = {
  event: 'forum.task.finished',
  amend: ({ payload }) => Promise.resolve(payload.done ? [{ groupKey: `thread:${payload.topicId}`, about: `task:${payload.taskId}`, audience: null }] : []),
}

interface SeriesFacts {
  id: number
  slug: string
  title: string
  purpose: string
  audience: string
  categoryId: number
  creatorId: number
  host: string
  at: number
}

const seriesOf = (ids: readonly number[]) => sql<SeriesFacts>('series-facts', `select s.id, s.slug, s.title, left(s.purpose, 400) as purpose, c.audience, c.id as "categoryId", s.creator_id as "creatorId", p.name as host, ${ms('s.created_at')} as at
  from series s join category c on c.id = s.category_id join person p on p.id = s.creator_id where s.id = any($1) and s.ended_at is null`, [[...ids]])
const targetsOfSeries = (one: SeriesFacts) => [[`series:${one.id}`], [shelfOf(one.categoryId)], [`person:${one.creatorId}`]]

/** A series begins with several topics at once: who follows its category or its host hears of it once. */
const opened: WatchRule<'forum.series.opened'> = {
  name: 'forum.seriesOpened', event: 'forum.series.opened', group: 'fresh',
  watched: async event => {
    const [one] = await seriesOf([event.payload.seriesId])
    const targets = one ? targetsOfSeries(one) : []
    return one ? { audience: one.audience, url: seriesPath(one), groupKey: `series:${one.id}`, about: `series:${one.id}`, params: { name: one.host, title: one.title }, targets, of: targets.slice(1).flat() } : null
  },
}

const idsOf = (keys: readonly string[]): number[] => keys.map(key => Number(key.slice(key.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)

const meeting: SubjectReader = async abouts => new Map((await factsOf(idsOf(abouts))).map((one): [string, Subject] =>
  [`meeting:${one.id}`, { audience: one.audience, title: one.title, url: topicPath(one), name: one.host, text: '', at: one.at, targets: targetsOf(one) }]))

const seriesSubject: SubjectReader = async abouts => new Map((await seriesOf(idsOf(abouts))).map((one): [string, Subject] =>
  [`series:${one.id}`, { audience: one.audience, title: one.title, url: seriesPath(one), name: one.host, authorId: one.creatorId, text: one.purpose, at: one.at, targets: targetsOfSeries(one) }]))

const task: SubjectReader = async abouts => {
  const rows = await sql<{ id: number; topicId: number; text: string }>('task-subjects', 'select id, topic_id as "topicId", text from meeting_task where id = any($1) and done_at is null', [idsOf(abouts)])
  const meetings = new Map((await factsOf(rows.map(row => row.topicId))).map(one => [one.id, one]))
  return new Map(rows.flatMap((row): [string, Subject][] => {
    const one = meetings.get(row.topicId)
    return one ? [[`task:${row.id}`, { audience: one.audience, title: one.title, url: '/forum/tugas', name: one.host, text: row.text, at: one.at, targets: targetsOf(one) }]] : []
  }))
}

const series: WatchableReader = async (viewer, targets) => {
  const rows = await sql<{ id: number; slug: string; title: string }>('watch-series',
    'select s.id, s.slug, s.title from series s join category c on c.id = s.category_id where s.id = any($1) and c.audience = any($2)', [idsOf(targets), viewer.audiences])
  return new Map(rows.map(row => [`series:${row.id}`, { label: row.title, url: seriesPath(row) }]))
}

/** What is told of regular discussions. What is said in a meeting's thread is told by `discussion`. */
export const meetingNotices: NoticeContribution = {
  rules: [moved, skipped, tomorrow, soon, given, due, minutes], watchRules: [opened, planned, minutesFollowed], amendments: [finished], autoWatch: [coming],
  subjects: { meeting, task, series: seriesSubject }, watchables: { series },
}

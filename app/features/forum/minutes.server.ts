import { contentOf, type Written } from '~/features/discussion/written.server'
import { judgeWords, putBefore } from '~/features/moderation/gate.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isDay } from '~/platform/i18n/local-time'
import { mayRead, type Member, type Viewer } from '~/platform/viewer'
import './meetings-events'
import { canFinishTask, canWriteMinutes } from './meetings-policy'
import { MAX_LINES } from './meetings.schema'
import { asMember, reachMeeting, type ReachedMeeting } from './rows/meeting.server'
import { shelfOf } from './shelf'

export interface TaskInput {
  /** null for a new one */
  id: number | null
  text: string
  assigneeId: number
  /** "2026-12-05" */
  dueOn: string
}

export interface SaveMinutes {
  topicId: number
  written: Written
  decisions: readonly string[]
  /** those still open; an open one that is missing is taken away, done ones stay */
  tasks: readonly TaskInput[]
  /** the version the page showed; 0 when there was none */
  revision: number
  /** made by the page for one press of "save" */
  clientKey: string
}

/** What a version holds besides its text, so that history and search find it. */
const wordsOf = (text: string, decisions: readonly string[], tasks: readonly TaskInput[]): string =>
  [text, ...decisions.map((one, at) => `${at + 1}. ${one}`), ...tasks.map(task => `- ${task.text} (${task.dueOn})`)].join('\n')

async function checkTasks(tasks: readonly TaskInput[], audience: string): Promise<void> {
  if (tasks.length > MAX_LINES) throw new Invalid({ tasks: ['meetings:errors.many'] })
  if (tasks.some(task => !isDay(task.dueOn))) throw new Invalid({ tasks: ['meetings:errors.taskDay'] })
  const people = await viewersOfPeopleUnscoped([...new Set(tasks.map(task => task.assigneeId))])
  for (const { assigneeId } of tasks) {
    const person = people.get(assigneeId)
    if (!person || !mayRead(person, audience)) throw new Invalid({ tasks: ['meetings:errors.taskWho'] })
  }
}

async function writeTasks(tx: Tx, member: Member, meeting: ReachedMeeting, tasks: readonly TaskInput[]): Promise<void> {
  const open = await tx.meetingTask.findMany({ where: { topicId: meeting.id, doneAt: null } })
  const kept = new Set(tasks.map(task => task.id))
  await tx.meetingTask.deleteMany({ where: { id: { in: open.filter(task => !kept.has(task.id)).map(task => task.id) }, doneAt: null } })
  for (const { id, text, assigneeId, dueOn } of tasks) {
    const before = open.find(task => task.id === id)
    // done meanwhile, or of another meeting: not ours to change
    if (id !== null && !before) continue
    const day = new Date(`${dueOn}T00:00:00Z`)
    const task = before
      ? await tx.meetingTask.update({ where: { id: before.id }, data: { text, assigneeId, dueOn: day, ...(before.dueOn.getTime() === day.getTime() && before.assigneeId === assigneeId ? {} : { dueToldAt: null }) }, select: { id: true } })
      : await tx.meetingTask.create({ data: { topicId: meeting.id, seriesId: meeting.seriesId, text, assigneeId, dueOn: day }, select: { id: true } })
    if (before?.assigneeId !== assigneeId) await recordEvent(tx, 'forum.task.given', { taskId: task.id, topicId: meeting.id, personId: assigneeId }, member.personId)
  }
}

/**
 * The minutes with their decisions and tasks, as the next version. A second arrival of one press changes nothing.
 * @throws NotFound, Forbidden, Invalid beside `markdown`, `decisions` or `tasks`; `form` when another version was saved meanwhile
 */
export async function saveMinutes(viewer: Viewer, input: SaveMinutes): Promise<{ id: number; slug: string }> {
  const member = asMember(viewer)
  const meeting = await reachMeeting(member, input.topicId)
  if (!canWriteMinutes(member, meeting, Date.now())) throw new Forbidden()
  if (input.decisions.length > MAX_LINES) throw new Invalid({ decisions: ['meetings:errors.many'] })
  const content = contentOf(input.written)
  if (content.uploads.length > 0) throw new Invalid({ markdown: ['meetings:errors.files'] })
  await checkTasks(input.tasks, meeting.audience)
  const { topicId } = input
  const text = wordsOf(content.text, input.decisions, input.tasks)
  const place = { shelf: shelfOf(meeting.categoryId), audience: meeting.audience }
  const look = await judgeWords({ author: member, ...place, text, html: content.html })
  await transaction(async tx => {
    const [now] = await tx.$queryRaw<{ revision: number }[]>`select minutes_revision as revision from meeting where topic_id = ${topicId}::int for update`
    // asked only now that the row is ours: a second arrival of the same press has waited for the first
    if (await tx.minutesRevision.findUnique({ where: { topicId_clientKey: { topicId, clientKey: input.clientKey } }, select: { revision: true } })) return
    if (!now || now.revision !== input.revision) throw new Invalid('meetings:errors.newer')
    const revision = now.revision + 1
    await tx.minutesRevision.create({ data: { topicId, revision, doc: content.doc, text, editorId: member.personId, clientKey: input.clientKey } })
    await tx.meeting.update({
      where: { topicId }, data: { minutesHtml: content.html, minutesText: text, minutesRenderer: content.renderer, minutesRevision: revision, minutesAt: new Date() },
    })
    await tx.meetingDecision.deleteMany({ where: { topicId } })
    await tx.meetingDecision.createMany({ data: input.decisions.map((one, at) => ({ topicId, position: at + 1, text: one })) })
    await writeTasks(tx, member, meeting, input.tasks)
    await tx.draft.deleteMany({ where: { personId: member.personId, place: `minutes:${topicId}` } })
    if (look) await putBefore(tx, { kind: 'minutes', thingId: topicId, ...place, title: meeting.title }, look, member.personId)
    await recordEvent(tx, 'forum.minutes.saved', { topicId, seriesId: meeting.seriesId, categoryId: meeting.categoryId, first: revision === 1 }, member.personId)
  })
  return meeting
}

/** Done, or open again. The last press counts, the second changes nothing. @throws NotFound also where the viewer may not read, Forbidden */
export async function finishTask(viewer: Viewer, { taskId, done }: { taskId: number; done: boolean }): Promise<{ id: number; slug: string }> {
  const member = asMember(viewer)
  const [task] = await sql<{ topicId: number; seriesId: number; assigneeId: number }>('task-by-id',
    'select topic_id as "topicId", series_id as "seriesId", assignee_id as "assigneeId" from meeting_task where id = $1', [taskId])
  if (!task) throw new NotFound('task')
  const meeting = await reachMeeting(member, task.topicId)
  if (!canFinishTask(member, task, meeting)) throw new Forbidden()
  await transaction(async tx => {
    const data = done ? { doneAt: new Date(), doneById: member.personId } : { doneAt: null, doneById: null }
    const changed = await tx.meetingTask.updateMany({ where: { id: taskId, doneAt: done ? null : { not: null } }, data })
    if (changed.count > 0) await recordEvent(tx, 'forum.task.finished', { taskId, topicId: meeting.id, categoryId: meeting.categoryId, done }, member.personId)
  })
  return meeting
}


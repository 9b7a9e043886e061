import { beforeAll, describe, expect, test } from 'vitest'
import { reply } from '~/features/discussion/posts.server'
import { db, sql } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory } from '#tests/factories/forum'
import { makeSeries, setStart } from '#tests/factories/meetings'
import { makeMember } from '#tests/factories/people'
import { remindOfTasks } from './meetings-clock.server'
import { listTasks } from './meetings-tasks.queries.server'
import { findMeeting } from './meetings.queries.server'
import { getMinutesForm, getMinutesHistory, takeOver } from './minutes.queries.server'
import { finishTask, saveMinutes, type SaveMinutes } from './minutes.server'
import { topicSearch } from './search.server'
import { getSeriesPage } from './series.queries.server'

let host: Member
let doer: Member
let citizen: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  host = await makeMember()
  doer = await makeMember()
  citizen = await makeMember({ kind: 'CITIZEN' })
  category = await makeCategory({ audience: 'asn' })
})

async function meetingNow() {
  const series = await makeSeries({ host, category })
  const topicId = series.meetings[0] ?? 0
  await setStart(topicId, -5)
  return { series, topicId }
}
const given = (topicId: number, more: Partial<SaveMinutes> = {}): SaveMinutes => ({
  topicId, written: { markdown: 'Kami membahas antrean lansia.' }, decisions: ['Loket 3 untuk lansia'], revision: 0, clientKey: newKey(),
  tasks: [{ id: null, text: 'Pasang papan petunjuk', assigneeId: doer.personId, dueOn: '2026-01-15' }], ...more,
})
const events = (name: string, topicId: number) => db.event.count({ where: { name, payload: { path: ['topicId'], equals: topicId } } })

describe('minutes', () => {
  test('are saved once however often one press arrives, are shown, found and kept by version', async () => {
    const { topicId } = await meetingNow()
    const press = given(topicId)
    await Promise.all([saveMinutes(host, press), saveMinutes(host, press), saveMinutes(host, press)])
    expect(await db.meetingTask.count({ where: { topicId } })).toBe(1)
    expect(await events('forum.task.given', topicId)).toBe(1)
    const view = await findMeeting(doer, topicId)
    expect(view).toMatchObject({ minutes: { html: '<p>Kami membahas antrean lansia.</p>', revision: 1 }, decisions: ['Loket 3 untuk lansia'], tasks: [{ text: 'Pasang papan petunjuk', overdue: true, finish: true }] })
    const form = await getMinutesForm(host, topicId)
    expect(form).toMatchObject({ revision: 1, markdown: 'Kami membahas antrean lansia.', tasks: [{ text: 'Pasang papan petunjuk' }] })
    await saveMinutes(host, given(topicId, { revision: 1, written: { markdown: 'Kami membahas antrean lansia dan blangko.' }, decisions: [], tasks: [] }))
    expect(await db.meetingTask.count({ where: { topicId } })).toBe(0)
    const history = await getMinutesHistory(doer, topicId)
    expect(history.revisions.map(row => row.revision)).toEqual([2, 1])
    expect(history.parts.filter(part => part.change === 'added').map(part => part.text).join('')).toContain('blangko')
    expect((await topicSearch.load([`topic:${topicId}`])).get(`topic:${topicId}`)?.body).toContain('dan blangko')
    await expect(getMinutesHistory(citizen, topicId)).rejects.toThrow(NotFound)
  })

  test('are for the host, once it began; the one who was faster is not overwritten unseen', async () => {
    const { topicId } = await meetingNow()
    await expect(saveMinutes(doer, given(topicId))).rejects.toThrow(Forbidden)
    await expect(saveMinutes(citizen, given(topicId))).rejects.toThrow(NotFound)
    await saveMinutes(host, given(topicId))
    await expect(saveMinutes(host, given(topicId))).rejects.toMatchObject({ fields: { form: ['meetings:errors.newer'] } })
    await setStart(topicId, 60)
    await expect(saveMinutes(host, given(topicId, { revision: 1 }))).rejects.toThrow(Forbidden)
  })

  test('give tasks only to people who may read, with a real day', async () => {
    const { topicId } = await meetingNow()
    const task = { id: null, text: 'Tugas', assigneeId: doer.personId, dueOn: '2026-12-01' }
    await expect(saveMinutes(host, given(topicId, { tasks: [{ ...task, assigneeId: citizen.personId }] }))).rejects.toMatchObject({ fields: { tasks: ['meetings:errors.taskWho'] } })
    await expect(saveMinutes(host, given(topicId, { tasks: [{ ...task, dueOn: '2026-02-30' }] }))).rejects.toMatchObject({ fields: { tasks: ['meetings:errors.taskDay'] } })
    await expect(saveMinutes(host, given(topicId, { written: { markdown: ' ' } }))).rejects.toThrow(Invalid)
    // a task of another meeting is not this one's to change
    const elsewhere = await meetingNow()
    await saveMinutes(host, given(elsewhere.topicId))
    const { id } = await db.meetingTask.findFirstOrThrow({ where: { topicId: elsewhere.topicId } })
    await saveMinutes(host, given(topicId, { tasks: [{ ...task, id }] }))
    expect(await db.meetingTask.findUnique({ where: { id } })).toMatchObject({ text: 'Pasang papan petunjuk', topicId: elsewhere.topicId })
  })

  test('take over a post as a quote that leads to its number', async () => {
    const { topicId } = await meetingNow()
    await reply(doer, { threadId: topicId, written: { markdown: 'Nomor antrean dibagi per jam.' }, replyTo: null, clientKey: newKey() })
    const plain = await takeOver(host, topicId, 2, { markdown: 'Awal.' })
    expect(plain.markdown).toContain(`/forum/t/${topicId}/-/2`)
    expect(plain.markdown).toMatch(/^Awal\.\n\n> [\s\S]*Nomor antrean dibagi per jam\./)
    expect(plain.doc).toBeNull()
    const [form] = await Promise.all([getMinutesForm(host, topicId)])
    expect(form.people.map(person => person.id)).toEqual(expect.arrayContaining([host.personId, doer.personId]))
    await saveMinutes(host, given(topicId, { written: { markdown: plain.markdown } }))
    expect((await findMeeting(doer, topicId))?.minutes?.html).toContain(`/forum/t/${topicId}/-/2`)
    await expect(takeOver(host, topicId, 99, { markdown: '' })).rejects.toThrow(NotFound)
    await expect(takeOver(host, topicId, 2, { doc: '{"root":null}' })).rejects.toThrow(Invalid)
  })
})

describe('a task', () => {
  test('stays open until it is done with one press, and opens again', async () => {
    const { series, topicId } = await meetingNow()
    await saveMinutes(host, given(topicId))
    const { id } = await db.meetingTask.findFirstOrThrow({ where: { topicId } })
    const listed = async (list: 'mine' | 'hosted' | 'done', member = doer) => (await listTasks(member, { list })).rows.map(task => task.id)
    expect(await listed('mine')).toContain(id)
    expect(await listed('hosted', host)).toContain(id)
    expect((await getSeriesPage(host, series.id)).tasks.map(task => task.id)).toEqual([id])
    await expect(finishTask(await makeMember(), { taskId: id, done: true })).rejects.toThrow(Forbidden)
    await expect(finishTask(citizen, { taskId: id, done: true })).rejects.toThrow(NotFound)
    await Promise.all([finishTask(doer, { taskId: id, done: true }), finishTask(doer, { taskId: id, done: true })])
    expect(await events('forum.task.finished', topicId)).toBe(1)
    expect(await listed('mine')).not.toContain(id)
    expect(await listed('done')).toContain(id)
    // the minutes leave what is done as it is
    await saveMinutes(host, given(topicId, { revision: 1, tasks: [] }))
    await finishTask(host, { taskId: id, done: false })
    expect(await listed('mine')).toContain(id)
  })

  test('is reminded of once when its day has come, and again when it is given another', async () => {
    const { topicId } = await meetingNow()
    await saveMinutes(host, given(topicId))
    const task = await db.meetingTask.findFirstOrThrow({ where: { topicId } })
    await Promise.all([remindOfTasks(), remindOfTasks(), remindOfTasks()])
    expect(await events('forum.task.due', topicId)).toBe(1)
    await saveMinutes(host, given(topicId, { revision: 1, tasks: [{ id: task.id, text: task.text, assigneeId: doer.personId, dueOn: '2026-01-20' }] }))
    await remindOfTasks()
    expect(await events('forum.task.due', topicId)).toBe(2)
    await finishTask(doer, { taskId: task.id, done: true })
    await sql('test-untold', 'update meeting_task set due_told_at = null where id = $1', [task.id])
    await remindOfTasks()
    expect(await events('forum.task.due', topicId)).toBe(2)
  })

  test('lists page by day, and a wrong cursor begins at the top', async () => {
    const { topicId } = await meetingNow()
    const tasks = Array.from({ length: 40 }, (_, at) => ({ id: null, text: `Tugas ${at}`, assigneeId: host.personId, dueOn: `2027-01-${String((at % 28) + 1).padStart(2, '0')}` }))
    await saveMinutes(host, given(topicId, { tasks }))
    const more = await meetingNow()
    await saveMinutes(host, given(more.topicId, { tasks: tasks.slice(0, 5) }))
    const first = await listTasks(host, { list: 'mine' })
    const second = await listTasks(host, { list: 'mine', cursor: first.next })
    expect(new Set([...first.rows, ...second.rows].map(task => task.id)).size).toBe(45)
    for (const cursor of ['x', '2027-02-31.1', "'; drop", '2027-13-01.1']) expect((await listTasks(host, { list: 'mine', cursor })).rows[0]?.id).toBe(first.rows[0]?.id)
  })
})

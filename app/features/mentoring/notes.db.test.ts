import { beforeAll, expect, test } from 'vitest'
import { newKey } from '#tests/factories/discussion'
import { makeOfferRow, makePair } from '#tests/factories/pairs'
import { makeMember, viewerFor } from '#tests/factories/people'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { addStep, editNote, finishStep, removeNote, removeStep, writeNote } from './notes.server'
import { getOwnNote, listNotes, listSteps } from './sessions.queries.server'

let mentor: Member
let learner: Member
let outside: Member
let pairId: number
beforeAll(async () => {
  const [one, two] = [await makeMember(), await makeMember()]
  outside = await makeMember({ roles: ['HRD_OFFICER', 'ADMINISTRATOR', 'MODERATOR'] })
  pairId = await makePair({ offer: await makeOfferRow({ mentor: one }), learners: [two] })
  mentor = await viewerFor({ id: one.personId })
  learner = await viewerFor({ id: two.personId })
})
const note = (viewer: Member, shared: boolean, text = 'Keputusan ditulis di papan.') => writeNote(viewer, { pairId, shared, text, clientKey: newKey() })

test('a private note is there for its author alone, whoever asks in whatever way', async () => {
  const { id } = await note(learner, false, 'Rahasia saya')
  expect((await listNotes(learner, pairId)).map(one => one.text)).toContain('Rahasia saya')
  expect((await listNotes(mentor, pairId)).map(one => one.text)).not.toContain('Rahasia saya')
  await expect(listNotes(outside, pairId)).rejects.toThrow(NotFound)
  for (const viewer of [mentor, outside]) {
    await expect(getOwnNote(viewer, id)).rejects.toThrow(NotFound)
    await expect(editNote(viewer, { noteId: id, text: 'x', shared: true })).rejects.toThrow(NotFound)
    await expect(removeNote(viewer, { noteId: id })).rejects.toThrow(NotFound)
  }
})

test('a shared one is everybody’s to read and its author’s to change; what was shared stays shared', async () => {
  const { id } = await note(mentor, false)
  await editNote(mentor, { noteId: id, text: 'Dibacakan ulang', shared: true })
  await editNote(mentor, { noteId: id, text: 'Dibacakan ulang.', shared: false })
  expect((await listNotes(learner, pairId)).find(one => one.id === id)).toMatchObject({ shared: true, mine: false, text: 'Dibacakan ulang.' })
  await expect(editNote(learner, { noteId: id, text: 'x', shared: true })).rejects.toThrow(Forbidden)
  await expect(removeNote(learner, { noteId: id })).rejects.toThrow(Forbidden)
  await removeNote(mentor, { noteId: id })
  expect((await listNotes(learner, pairId)).map(one => one.id)).not.toContain(id)
})

test('one press writes one note; nothing is no note; nobody else writes here', async () => {
  const clientKey = newKey()
  const made = await Promise.all(Array.from({ length: 4 }, () => writeNote(learner, { pairId, shared: true, text: 'Sekali', clientKey })))
  expect(new Set(made.map(one => one.id)).size).toBe(1)
  await expect(note(learner, true, '  \n ')).rejects.toThrow(Invalid)
  await expect(note(learner, true, 'a'.repeat(4_001))).rejects.toThrow(Invalid)
  await expect(note(outside, true)).rejects.toThrow(NotFound)
})

test('steps: to somebody of the room, done with one press, open again with another', async () => {
  const { id } = await addStep(mentor, { pairId, text: 'Undang tiga RT', assigneeId: learner.personId, dueOn: '2026-11-28' })
  expect((await addStep(mentor, { pairId, text: 'Undang  tiga RT ', assigneeId: learner.personId, dueOn: '' })).id).toBe(id)
  await finishStep(learner, { stepId: id, done: true })
  await finishStep(learner, { stepId: id, done: true })
  expect((await listSteps(mentor, pairId)).find(step => step.id === id)?.doneAt).toBeTypeOf('number')
  await finishStep(mentor, { stepId: id, done: false })
  expect((await listSteps(mentor, pairId)).find(step => step.id === id)).toMatchObject({ doneAt: null, dueOn: '2026-11-28' })
  await expect(addStep(mentor, { pairId, text: 'Bukan anggota', assigneeId: outside.personId, dueOn: '' })).rejects.toMatchObject({ fields: { assignee: [expect.any(String)] } })
  await expect(addStep(mentor, { pairId, text: 'Tanggal', assigneeId: mentor.personId, dueOn: '2026-02-30' })).rejects.toMatchObject({ fields: { dueOn: [expect.any(String)] } })
  await expect(finishStep(outside, { stepId: id, done: true })).rejects.toThrow(NotFound)
  await removeStep(learner, { stepId: id })
  expect(await listSteps(learner, pairId)).toEqual([])
})

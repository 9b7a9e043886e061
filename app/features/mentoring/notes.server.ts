import { sql, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isDay } from '~/platform/i18n/local-time'
import type { Viewer } from '~/platform/viewer'
import { NOTE_MAX } from './notes.limits'
import { mayWorkInPair, roleInPair } from './pairs-policy'
import { touchPair } from './pairs.server'
import { reachPair, refused } from './rows/pair-reach.server'
import './sessions-events'

const MOST = 500

export interface WriteNote {
  pairId: number
  /** the session it belongs to, of this pair */
  sessionId?: number | null
  /** false: for its author alone, whoever else may look into the room */
  shared: boolean
  text: string
  clientKey: string
}

/** One press, one note. @throws NotFound, Forbidden, Invalid beside `text` */
export async function writeNote(viewer: Viewer, input: WriteNote): Promise<{ id: number }> {
  const { member, pair } = await reachPair(viewer, input.pairId)
  if (!mayWorkInPair(member, pair)) throw refused(member)
  const text = cleaned(input.text)
  return transaction(async tx => {
    const before = await tx.mentoringNote.findUnique({ where: { authorId_clientKey: { authorId: member.personId, clientKey: input.clientKey } }, select: { id: true } })
    if (before) return before
    if ((await tx.mentoringNote.count({ where: { pairId: pair.id, authorId: member.personId } })) >= MOST) throw new Invalid({ text: ['sessions:errors.manyNotes'] })
    const session = input.sessionId ? await tx.mentoringSession.findFirst({ where: { id: input.sessionId, pairId: pair.id }, select: { id: true } }) : null
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      insert into mentoring_note (pair_id, session_id, author_id, shared, text, client_key, updated_at) values (${pair.id}::int, ${session?.id ?? null}::int, ${member.personId}::int, ${input.shared}::boolean, ${text}::text, ${input.clientKey}::text, now())
      on conflict (author_id, client_key) do update set client_key = excluded.client_key returning id`
    if (!row) throw new Error('no note was made')
    // private notes leave no sign: not even that there is one
    if (input.shared) {
      await touchPair(tx, pair.id)
      await recordEvent(tx, 'mentoring.note.shared', { noteId: row.id, pairId: pair.id }, member.personId)
    }
    return row
  })
}

function cleaned(text: string): string {
  const words = text.replace(/\r\n?/g, '\n').trim()
  if (words.length < 1) throw new Invalid({ text: ['sessions:errors.note'] })
  if (words.length > NOTE_MAX) throw new Invalid({ text: ['http:invalid.tooLong'] })
  return words
}

async function ownNote(viewer: Viewer, noteId: number) {
  const [note] = await sql<{ id: number; pairId: number; authorId: number; shared: boolean }>('reach-note', 'select id, pair_id as "pairId", author_id as "authorId", shared from mentoring_note where id = $1', [noteId])
  if (!note) throw new NotFound('note')
  const { member, pair } = await reachPair(viewer, note.pairId)
  // a private note of somebody else is not there at all
  if (note.authorId !== member.personId) throw note.shared ? new Forbidden() : new NotFound('note')
  return { member, pair, note }
}

/** Its author changes the words, or shares what was theirs alone; what was shared stays so. @throws NotFound, Forbidden, Invalid */
export async function editNote(viewer: Viewer, input: { noteId: number; text: string; shared: boolean }): Promise<{ pairId: number }> {
  const { member, pair, note } = await ownNote(viewer, input.noteId)
  if (!mayWorkInPair(member, pair)) throw refused(member)
  const text = cleaned(input.text)
  await transaction(async tx => {
    await tx.mentoringNote.update({ where: { id: note.id }, data: { text, shared: note.shared || input.shared } })
    if (!note.shared && input.shared) await recordEvent(tx, 'mentoring.note.shared', { noteId: note.id, pairId: pair.id }, member.personId)
  })
  return { pairId: pair.id }
}

/** @throws NotFound, Forbidden */
export async function removeNote(viewer: Viewer, { noteId }: { noteId: number }): Promise<{ pairId: number }> {
  const { pair, note } = await ownNote(viewer, noteId)
  await sql('note-removed', 'delete from mentoring_note where id = $1', [note.id])
  return { pairId: pair.id }
}

export interface AddStep {
  pairId: number
  text: string
  assigneeId: number
  /** "2026-12-05" or "" */
  dueOn: string
  sessionId?: number | null
}

/** What somebody of the room does next. @throws NotFound, Forbidden, Invalid beside `text`, `assignee` or `dueOn` */
export async function addStep(viewer: Viewer, input: AddStep): Promise<{ id: number }> {
  const { member, pair } = await reachPair(viewer, input.pairId)
  if (!mayWorkInPair(member, pair)) throw refused(member)
  const text = input.text.replace(/\s+/g, ' ').trim()
  if (text.length < 3 || text.length > 300) throw new Invalid({ text: ['sessions:errors.step'] })
  if (input.assigneeId !== pair.mentorId && !pair.learnerIds.includes(input.assigneeId)) throw new Invalid({ assignee: ['sessions:errors.assignee'] })
  if (input.dueOn !== '' && !isDay(input.dueOn)) throw new Invalid({ dueOn: ['sessions:errors.day'] })
  return transaction(async tx => {
    if ((await tx.mentoringStep.count({ where: { pairId: pair.id } })) >= MOST) throw new Invalid({ text: ['sessions:errors.manySteps'] })
    // the same line pressed twice is one step
    const same = await tx.mentoringStep.findFirst({ where: { pairId: pair.id, text, assigneeId: input.assigneeId, doneAt: null }, select: { id: true } })
    if (same) return same
    const session = input.sessionId ? await tx.mentoringSession.findFirst({ where: { id: input.sessionId, pairId: pair.id }, select: { id: true } }) : null
    const step = await tx.mentoringStep.create({ data: { pairId: pair.id, sessionId: session?.id ?? null, text, assigneeId: input.assigneeId, dueOn: input.dueOn ? new Date(`${input.dueOn}T00:00:00Z`) : null, createdById: member.personId }, select: { id: true } })
    await touchPair(tx, pair.id)
    await recordEvent(tx, 'mentoring.step.changed', { stepId: step.id, pairId: pair.id, done: false }, member.personId)
    return step
  })
}

async function reachStep(viewer: Viewer, stepId: number) {
  const [step] = await sql<{ id: number; pairId: number; assigneeId: number; createdById: number }>('reach-step', 'select id, pair_id as "pairId", assignee_id as "assigneeId", created_by_id as "createdById" from mentoring_step where id = $1', [stepId])
  if (!step) throw new NotFound('step')
  const { member, pair } = await reachPair(viewer, step.pairId)
  if (!mayWorkInPair(member, pair)) throw refused(member)
  return { member, pair, step }
}

/** Done, or open again, with one press of anybody in the room. @throws NotFound, Forbidden */
export async function finishStep(viewer: Viewer, { stepId, done }: { stepId: number; done: boolean }): Promise<{ pairId: number }> {
  const { member, pair, step } = await reachStep(viewer, stepId)
  await transaction(async tx => {
    const changed = await tx.$executeRaw`update mentoring_step set done_at = case when ${done}::boolean then now() end where id = ${step.id}::int and (done_at is not null) <> ${done}::boolean`
    if (changed === 0) return
    await touchPair(tx, pair.id)
    await recordEvent(tx, 'mentoring.step.changed', { stepId: step.id, pairId: pair.id, done }, member.personId)
  })
  return { pairId: pair.id }
}

/** Taken away by whoever wrote it, whose it is, or the mentor. @throws NotFound, Forbidden */
export async function removeStep(viewer: Viewer, { stepId }: { stepId: number }): Promise<{ pairId: number }> {
  const { member, pair, step } = await reachStep(viewer, stepId)
  if (step.createdById !== member.personId && step.assigneeId !== member.personId && roleInPair(member, pair) !== 'MENTOR') throw new Forbidden()
  await sql('step-removed', 'delete from mentoring_step where id = $1', [step.id])
  return { pairId: pair.id }
}

import { changeThread } from '~/features/discussion/threads.server'
import { contentOf, type Written } from '~/features/discussion/written.server'
import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, SignInNeeded } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import './events'
import type { OfficialStateName } from './kind-views'
import { canAnswerOfficially, nextStates } from './policy'
import { judgeBeside, putTopicBefore } from './rows/beside.server'
import { checkedClosing, checkedPart } from './rows/kind-fields.server'
import { getTopicHead } from './topics.queries.server'
import type { TopicHead } from './views'

interface Reached {
  member: Member
  topic: TopicHead
  unitId: number
}

/** The consultation for somebody who may speak for its unit. @throws SignInNeeded, NotFound, Forbidden "officialOnly" */
async function reach(viewer: Viewer, topicId: number): Promise<Reached> {
  if (!isMember(viewer)) throw new SignInNeeded()
  const topic = await getTopicHead(viewer, topicId)
  const [unit] = await sql<{ id: number; path: number[] }>('consultation-unit', 'select u.id, u.path from consultation k join org_unit u on u.id = k.unit_id where k.topic_id = $1', [topicId])
  if (!unit || !canAnswerOfficially(viewer, topic, unit)) throw new Forbidden('officialOnly')
  return { member: viewer, topic, unitId: unit.id }
}

export interface AnswerOfficially {
  topicId: number
  state: OfficialStateName
  written: Written
  /** the state the page showed: another one meanwhile means somebody else was faster */
  from: OfficialStateName | null
  clientKey: string
}

/** characters a refusal needs at least: its reasons */
const REASONS = 40

/**
 * One more official answer on top; earlier ones stay with their dates and signers. A refusal gives reasons.
 * @throws NotFound, Forbidden "officialOnly", Conflict "stateMoved", Invalid beside `state` or `markdown`
 */
export async function answerOfficially(viewer: Viewer, input: AnswerOfficially): Promise<{ slug: string }> {
  const { member, topic, unitId } = await reach(viewer, input.topicId)
  const content = contentOf(input.written)
  if (content.uploads.length > 0) throw new Invalid({ markdown: ['kinds:errors.partFiles'] })
  if (input.state === 'DECLINED' && content.text.trim().length < REASONS) throw new Invalid({ markdown: ['kinds:errors.reasons'] })
  await transaction(async tx => {
    const [now] = await tx.$queryRaw<{ state: OfficialStateName | null }[]>`select official_state::text as state from topic where id = ${topic.id}::int for update`
    // asked only now that the row is ours: a second arrival of the same press has waited for the first
    if (await tx.officialAnswer.findUnique({ where: { signedById_clientKey: { signedById: member.personId, clientKey: input.clientKey } }, select: { id: true } })) return
    if (now?.state !== input.from) throw new Conflict('stateMoved')
    if (!nextStates(input.from).includes(input.state)) throw new Invalid({ state: ['kinds:errors.state'] })
    const signer = await tx.person.findUniqueOrThrow({ where: { id: member.personId }, select: { positionName: true } })
    const made = await tx.officialAnswer.create({
      data: {
        topicId: topic.id, unitId, state: input.state, doc: content.doc, html: content.html, text: content.text, renderer: content.renderer, signedById: member.personId,
        position: signer.positionName, clientKey: input.clientKey,
      },
      select: { id: true },
    })
    await tx.topic.update({ where: { id: topic.id }, data: { officialState: input.state } })
    await recordEvent(tx, 'forum.official.answered', { topicId: topic.id, categoryId: topic.category.id, answerId: made.id, unitId, state: input.state, authorId: topic.authorId }, member.personId)
  })
  return { slug: topic.slug }
}

export interface KeepConsultation {
  topicId: number
  /** Markdown; empty takes it away */
  summary: string
  /** the last day, "2026-12-05"; undefined leaves it. A closed consultation opens again by a later one */
  closesOn?: string
  promisedDays: number
}

/** Summary, last day and promise. @throws NotFound, Forbidden "officialOnly", Invalid beside `summary` or `closesOn` */
export async function keepConsultation(viewer: Viewer, input: KeepConsultation): Promise<{ slug: string }> {
  const { member, topic } = await reach(viewer, input.topicId)
  const typed = input.summary.trim()
  const content = typed === '' ? null : checkedPart('summary', typed)
  const closesAt = input.closesOn === undefined ? null : checkedClosing(member, input.closesOn)
  const hold = content ? await judgeBeside(member, topic, { parts: [{ content }] }) : null
  await transaction(async tx => {
    const where = { topicId_part: { topicId: topic.id, part: 'SUMMARY' as const } }
    if (content) {
      const data = { doc: content.doc, html: content.html, text: content.text, renderer: content.renderer, writtenBy: member.personId }
      await tx.topicPart.upsert({ where, create: { topicId: topic.id, part: 'SUMMARY', ...data }, update: data })
    } else await tx.topicPart.deleteMany({ where: { topicId: topic.id, part: 'SUMMARY' } })
    await tx.consultation.update({ where: { topicId: topic.id }, data: { promisedDays: Math.min(60, Math.max(1, input.promisedDays)), ...(closesAt ? { closedAt: null } : {}) } })
    await putTopicBefore(tx, topic, hold)
    if (closesAt) {
      await changeThread(tx, member, topic.id, { closesAt })
      await enqueue(tx, 'close_consultation', { topicId: topic.id }, { runAt: closesAt, key: `consultation:${topic.id}` })
    }
    await recordEvent(tx, 'forum.topic.changed', { topicId: topic.id, categoryId: topic.category.id }, member.personId)
  })
  return { slug: topic.slug }
}

/** What became of the proposal in the post with this number; null takes the verdict back. @throws NotFound, Forbidden "officialOnly", Invalid beside `number`, `state` or `note` */
export async function judgeProposal(viewer: Viewer, input: { topicId: number; number: number; state: OfficialStateName | null; note: string }): Promise<{ slug: string }> {
  const { member, topic } = await reach(viewer, input.topicId)
  const note = input.note.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/\s+/g, ' ').trim()
  if (note.length > 500) throw new Invalid({ note: ['http:invalid.tooLong'] })
  if (input.state === 'DECLINED' && note.length < 10) throw new Invalid({ note: ['kinds:errors.reasons'] })
  await transaction(async tx => {
    const post = await tx.post.findUnique({ where: { threadId_number: { threadId: topic.id, number: input.number } }, select: { deletedAt: true } })
    if (!post || post.deletedAt || input.number === 1) throw new Invalid({ number: ['kinds:errors.proposal'] })
    const key = { topicId_number: { topicId: topic.id, number: input.number } }
    const data = { state: input.state ?? 'CONSIDERED', note, decidedBy: member.personId } as const
    if (input.state === null) await tx.proposalVerdict.deleteMany({ where: { topicId: topic.id, number: input.number } })
    else await tx.proposalVerdict.upsert({ where: key, create: { topicId: topic.id, number: input.number, ...data }, update: { ...data, createdAt: new Date() } })
    await recordEvent(tx, 'forum.topic.changed', { topicId: topic.id, categoryId: topic.category.id }, member.personId)
  })
  return { slug: topic.slug }
}

/** Tells that a consultation's time is over; the thread refuses replies by its own clock. For the job of that moment. @returns false when there is nothing to tell */
export async function closeConsultation(topicId: number): Promise<boolean> {
  return transaction(async tx => {
    const [closed] = await tx.$queryRaw<{ category_id: number }[]>`
      update consultation k set closed_at = now() from thread t join topic tp on tp.id = t.id
      where k.topic_id = ${topicId}::int and t.id = k.topic_id and k.closed_at is null and t.closes_at <= now() returning tp.category_id`
    if (!closed) return false
    await recordEvent(tx, 'forum.consultation.closed', { topicId, categoryId: closed.category_id }, null)
    await recordEvent(tx, 'discussion.thread.changed', { threadId: topicId }, null)
    return true
  })
}

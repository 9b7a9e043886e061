import { transaction, type Prisma, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { Member, Viewer } from '~/platform/viewer'
import { getOffer, lockOffer } from './offers.queries.server'
import { openPair } from './pairs.server'
import { canRequest, mayInRequest } from './requests-policy'
import { isOpenRequest, nextRequestState, type RequestAct } from './requests-table'
import type { NeedForm, RequestForm } from './requests.schema'
import type { Carried } from './rows/carried.server'
import { asMember, refused } from './rows/pair-reach.server'
import { lockRequest, reachRequest, recordRequest, type RequestRow } from './rows/request-reach.server'
import { needRules } from './rules.server'
import { bindHold, bookForPair, releaseHold } from './sessions.server'
import { allNumbers } from './settings.server'

const DAY = 86_400_000

async function asLearner(viewer: Viewer): Promise<Member> {
  const member = asMember(viewer)
  if (!canRequest(member)) throw member.kind === 'ASN' ? refused(member) : new Forbidden('colleaguesOnly')
  await needRules(member)
  return member
}

/** One learner sends one thing at a time, so that the most one may have holds, and one press makes one request. Before any row is locked. */
export async function lockLearner(tx: Tx, member: Member): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`mentoring-requests:${member.personId}`}))`
}

/** @returns what this press made already */
async function queueUp(tx: Tx, member: Member, clientKey: string, most: number, without: number | null): Promise<number | null> {
  await lockLearner(tx, member)
  const before = await tx.mentoringRequest.findUnique({ where: { learnerId_clientKey: { learnerId: member.personId, clientKey } }, select: { id: true } })
  if (before) return before.id
  const open = await tx.mentoringRequest.count({ where: { learnerId: member.personId, state: { in: ['NEW', 'VIEWED', 'ASKED_BACK'] }, waveId: null, ...(without ? { id: { not: without } } : {}) } })
  if (open >= most) throw new Invalid('requests:errors.tooMany')
  return null
}

const rowOf = (row: { id: number; offerId: number | null; mentorId: number | null; learnerId: number; goal: string; dueAt: Date; createdAt: Date }): RequestRow => ({ ...row, state: 'NEW', pairId: null, waveId: null })

/**
 * A learner asks a mentor on one of their offers. The chosen slot waits with the request. A need it answers ("find someone for me") is
 * done with, and what was to be carried from an earlier mentor goes along. @throws NotFound, Forbidden, Invalid on the form and beside `slot`
 */
export async function sendRequest(viewer: Viewer, { offerId, ...input }: RequestForm & { offerId: number }): Promise<{ id: number }> {
  const member = await asLearner(viewer)
  const [offer, numbers] = await Promise.all([getOffer(member, offerId), allNumbers()])
  if (offer.barred !== null && !(offer.barred === 'full' && offer.form === 'GROUP')) throw new Invalid(`requests:errors.barred.${offer.barred}`)
  return transaction(async tx => {
    const before = await queueUp(tx, member, input.clientKey, numbers['requests.open'], input.needId)
    if (before) return { id: before }
    const carries = input.needId ? await settleNeed(tx, member, input.needId) : null
    const now = await lockOffer(tx, offerId)
    if (!now.open) throw new Invalid('requests:errors.barred.closed')
    if (now.form !== 'GROUP' && now.taken >= now.capacity) throw new Invalid('requests:errors.barred.full')
    const there = await tx.mentoringRequest.count({ where: { learnerId: member.personId, offerId, state: { in: ['NEW', 'VIEWED', 'ASKED_BACK'] } } })
    const paired = await tx.mentoringMember.count({ where: { personId: member.personId, state: { in: ['IN', 'WAITING'] }, pair: { offerId, state: { in: ['AGREEING', 'RUNNING', 'CLOSING'] } } } })
    if (there + paired > 0) throw new Invalid(paired > 0 ? 'requests:errors.paired' : 'requests:errors.already')
    const made = await tx.mentoringRequest.create({
      data: {
        offerId, mentorId: now.mentorId, learnerId: member.personId, goal: input.goal, situation: input.situation, tried: input.tried, wishedForm: input.wishedForm, wishedTimes: input.wishedTimes, tags: offer.tags,
        slotAt: input.slot === null ? null : new Date(input.slot), dueAt: new Date(Date.now() + numbers['requests.expireDays'] * DAY), clientKey: input.clientKey, ...(carries ? { carries } : {}),
      },
    })
    if (input.slot !== null) await bindHold(tx, { requestId: made.id, learnerId: member.personId, startsAt: input.slot })
    await recordRequest(tx, rowOf(made), { act: 'send', state: 'NEW', actorId: member.personId })
    return { id: made.id }
  })
}

/** The need is answered by asking somebody. Somebody else's, or one that is no more, carries nothing. */
async function settleNeed(tx: Tx, member: Member, needId: number): Promise<Prisma.InputJsonObject | null> {
  const need = await lockRequest(tx, needId).catch(error => { if (error instanceof NotFound) return null; throw error as Error })
  if (!need || need.learnerId !== member.personId || need.mentorId !== null || !isOpenRequest(need.state)) return null
  const { carries } = await tx.mentoringRequest.findUniqueOrThrow({ where: { id: needId }, select: { carries: true } })
  await recordRequest(tx, need, { act: 'withdraw', state: 'WITHDRAWN', actorId: member.personId })
  return carries as Prisma.InputJsonObject | null
}

/** "Find someone for me": it waits for suggestions to be taken or for an officer. @throws Forbidden, Invalid */
export async function sendNeed(viewer: Viewer, input: NeedForm & { carries?: Carried }): Promise<{ id: number }> {
  const member = await asLearner(viewer)
  const numbers = await allNumbers()
  return transaction(tx => writeNeed(tx, member, input, numbers))
}

/** The same inside another verb's transaction, which has asked who may. */
export async function writeNeed(tx: Tx, member: Member, input: NeedForm & { carries?: Carried }, numbers: Awaited<ReturnType<typeof allNumbers>>): Promise<{ id: number }> {
  const { carries, clientKey, tags, ...words } = input
  const before = await queueUp(tx, member, clientKey, numbers['requests.open'], null)
  if (before) return { id: before }
  const made = await tx.mentoringRequest.create({
    data: { ...words, tags: [...tags], learnerId: member.personId, dueAt: new Date(Date.now() + numbers['requests.expireDays'] * DAY), clientKey, ...(carries ? { carries: { ...carries } } : {}) },
  })
  await recordRequest(tx, rowOf(made), { act: 'send', state: 'NEW', actorId: member.personId })
  return { id: made.id }
}

type Also = (tx: Tx, request: RequestRow) => Promise<{ dueAt?: Date; pairId?: number; offerId?: number; mentorId?: number }>

/** One move of the table, under the request's lock: of two people who act at once the second meets the new state. */
async function move(viewer: Viewer, requestId: number, act: RequestAct, words: { text?: string; line?: 'QUESTION' | 'ANSWER' } = {}, also?: Also): Promise<RequestRow> {
  const { member, role } = await reachRequest(viewer, requestId)
  return transaction(async tx => {
    const request = await lockRequest(tx, requestId)
    const state = nextRequestState(request.state, act, role)
    if (state === null) throw new Conflict()
    if (!mayInRequest(member, request, act)) throw refused(member)
    const more = (await also?.(tx, request)) ?? {}
    await recordRequest(tx, request, { act, state, actorId: member.personId, ...words }, more)
    return { ...request, ...more, state }
  })
}

/** The mentor has opened it. Nobody else's opening changes anything, and twice is once. */
export async function viewRequest(viewer: Viewer, { requestId }: { requestId: number }): Promise<void> {
  const { member, request } = await reachRequest(viewer, requestId)
  if (!mayInRequest(member, request, 'view')) return
  await move(viewer, requestId, 'view').catch(error => { if (!(error instanceof Conflict)) throw error as Error })
}

/** A question before deciding. While the learner is asked the mentor's clock stands still: the learner has as long as a mentor. @throws NotFound, Forbidden, Conflict */
export async function askBack(viewer: Viewer, { requestId, text }: { requestId: number; text: string }): Promise<void> {
  const { 'requests.expireDays': days } = await allNumbers()
  await move(viewer, requestId, 'ask', { text, line: 'QUESTION' }, (_tx, request) => Promise.resolve({ dueAt: new Date(Math.max(request.dueAt.getTime(), Date.now()) + days * DAY) }))
}

/** The mentor's clock goes on where it stood, with a day at least. @throws NotFound, Forbidden, Conflict */
export async function answerQuestion(viewer: Viewer, { requestId, text }: { requestId: number; text: string }): Promise<void> {
  const { 'requests.expireDays': days } = await allNumbers()
  await move(viewer, requestId, 'answer', { text, line: 'ANSWER' }, async (tx, request) => {
    const asked = await tx.mentoringRequestLine.findFirst({ where: { requestId, act: 'QUESTION' }, orderBy: { id: 'desc' }, select: { createdAt: true } })
    const waited = Date.now() - (asked?.createdAt.getTime() ?? Date.now())
    return { dueAt: new Date(Math.max(Date.now() + DAY, request.dueAt.getTime() - days * DAY + waited)) }
  })
}

/** Opens the pair, with the chosen slot as its first session; a full group takes the learner on its waiting list. @throws NotFound, Forbidden, Conflict, SeatsFull */
export async function acceptRequest(viewer: Viewer, { requestId }: { requestId: number }): Promise<{ pairId: number }> {
  const { pairId } = await move(viewer, requestId, 'accept', {}, (tx, request) => pairUp(tx, request, request.offerId, viewer, true))
  if (pairId === null) throw new Error('an accepted request has no pair')
  return { pairId }
}

async function pairUp(tx: Tx, request: RequestRow, offerId: number | null, viewer: Viewer, asMentor: boolean) {
  if (offerId === null) throw new Conflict()
  const { mentorId } = await lockOffer(tx, offerId)
  if (mentorId === request.learnerId) throw new Invalid({ offerId: ['requests:errors.barred.own'] })
  const pairId = await openPair(tx, { offer: { id: offerId }, learnerIds: [request.learnerId], requestId: request.id, goal: request.goal, by: asMember(viewer), asMentor, waveId: request.waveId })
  const seated = await tx.mentoringMember.count({ where: { pairId, personId: request.learnerId, state: 'IN' } })
  if (seated > 0) await bookForPair(tx, { requestId: request.id, pairId })
  else await releaseHold(tx, request.id)
  return { pairId, offerId, mentorId }
}

/** The learner reads the reason and is shown others. @throws NotFound, Forbidden, Conflict */
export async function declineRequest(viewer: Viewer, { requestId, text }: { requestId: number; text: string }): Promise<void> {
  await move(viewer, requestId, 'decline', { text })
}

/** @throws NotFound, Conflict when it was answered meanwhile */
export async function withdrawRequest(viewer: Viewer, { requestId }: { requestId: number }): Promise<void> {
  await move(viewer, requestId, 'withdraw')
}

/** An officer finds somebody for who asked for it. @throws NotFound, Forbidden, Conflict, SeatsFull, Invalid beside `offerId` */
export async function pairNeed(viewer: Viewer, { requestId, offerId }: { requestId: number; offerId: number }): Promise<{ pairId: number }> {
  const { role } = await reachRequest(viewer, requestId)
  if (role !== 'OFFICER') throw new Forbidden('officersOnly')
  const { pairId } = await move(viewer, requestId, 'pair', {}, async (tx, request) => {
    const offer = await lockOffer(tx, offerId).catch(error => { if (error instanceof NotFound) throw new Invalid({ offerId: ['requests:errors.offer'] }); throw error as Error })
    if (!offer.open) throw new Invalid({ offerId: ['requests:errors.barred.closed'] })
    return pairUp(tx, request, offerId, viewer, false)
  })
  return { pairId: pairId ?? 0 }
}

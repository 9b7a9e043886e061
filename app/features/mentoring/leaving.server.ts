import { changeThread } from '~/features/discussion/threads.server'
import { firstWords } from '~/features/discussion/written.server'
import { joinGroup, leaveGroup } from '~/features/people/groups.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import { settleAgreement } from './agreement.server'
import { canSeePair, roleInPair } from './pairs-policy'
import { nextPairState, seatedPairStates } from './pairs-table'
import { asMember, countSeats, holdPair, reachPair, setPairState, type PairRow } from './rows/pair-reach.server'
import { lockLearner, writeNeed } from './requests.server'
import { cancelComingSessions } from './sessions.server'
import { allNumbers } from './settings.server'
import { touchStanding } from './standing.server'

/** Those who wait move up in the order they came, as many as there are seats. Offer and pair must be held. */
export async function moveUp(tx: Tx, pair: PairRow): Promise<void> {
  if (!seatedPairStates.includes(pair.state)) return
  for (;;) {
    const { capacity, taken } = await countSeats(tx, pair.offerId)
    if (taken >= capacity) return
    const next = await tx.mentoringMember.findFirst({ where: { pairId: pair.id, state: 'WAITING' }, orderBy: [{ joinedAt: 'asc' }, { personId: 'asc' }], select: { personId: true } })
    if (!next) return
    await tx.mentoringMember.update({ where: { pairId_personId: { pairId: pair.id, personId: next.personId } }, data: { state: 'IN' } })
    await joinGroup(tx, pair.groupId, [next.personId], null)
    await recordEvent(tx, 'mentoring.member.changed', { pairId: pair.id, personId: next.personId, what: 'MOVED_UP' }, null)
  }
}

/** The room's end, whatever brought it: nothing more is written, coming sessions do not take place, seats are free, nobody waits. */
export async function endPair(tx: Tx, pair: PairRow, actorId: number | null): Promise<void> {
  await setPairState(tx, pair, 'ENDED', actorId)
  if (pair.threadId) await changeThread(tx, { personId: actorId ?? pair.mentorId }, pair.threadId, { locked: true })
  await cancelComingSessions(tx, { pairId: pair.id, byId: actorId, reason: '' })
  const waiting = await tx.mentoringMember.findMany({ where: { pairId: pair.id, state: 'WAITING' }, select: { personId: true } })
  await tx.mentoringMember.updateMany({ where: { pairId: pair.id, state: 'WAITING' }, data: { state: 'LEFT', leftAt: new Date() } })
  for (const { personId } of waiting) await recordEvent(tx, 'mentoring.member.changed', { pairId: pair.id, personId, what: 'DROPPED' }, actorId)
  await countSeats(tx, pair.offerId)
  await touchStanding(tx, pair.mentorId)
}

async function markLeft(tx: Tx, pairId: number, personId: number, reason: string): Promise<void> {
  await tx.mentoringMember.update({ where: { pairId_personId: { pairId, personId } }, data: { state: 'LEFT', leftAt: new Date(), leftReason: reason } })
}

async function goOut(tx: Tx, member: Member, pair: PairRow, reason: string): Promise<void> {
  const role = roleInPair(member, pair)
  if (!role) throw new Forbidden()
  const rest = { ...pair, learnerIds: pair.learnerIds.filter(id => id !== member.personId) }
  // who waits for a seat of a group does not lose it because the only one inside goes
  const queued = seatedPairStates.includes(pair.state) ? await tx.mentoringMember.count({ where: { pairId: pair.id, state: 'WAITING' } }) : 0
  const parts = role === 'LEARNER' && rest.learnerIds.length + queued > 0
  if (nextPairState(pair.state, parts ? 'part' : 'leave', role) === null) throw new Conflict()
  if (role === 'LEARNER') await markLeft(tx, pair.id, member.personId, reason)
  else await tx.mentoringPair.update({ where: { id: pair.id }, data: { leftReason: reason } })
  return parts ? partFrom(tx, member, rest) : endPair(tx, pair, member.personId)
}

async function partFrom(tx: Tx, member: Member, rest: PairRow): Promise<void> {
  await leaveGroup(tx, rest.groupId, member.personId, member.personId)
  await recordEvent(tx, 'mentoring.member.changed', { pairId: rest.id, personId: member.personId, what: 'LEFT' }, member.personId)
  await moveUp(tx, rest)
  await settleAgreement(tx, await holdPair(tx, rest), member.personId)
}

/** Off the waiting list; the room was never theirs to see. */
async function leaveQueue(member: Member, pairId: number, reason: string): Promise<void> {
  await transaction(async tx => {
    const left = await tx.mentoringMember.updateMany({ where: { pairId, personId: member.personId, state: 'WAITING' }, data: { state: 'LEFT', leftAt: new Date(), leftReason: reason } })
    if (left.count === 0) throw new NotFound('pair')
    await recordEvent(tx, 'mentoring.member.changed', { pairId, personId: member.personId, what: 'LEFT' }, member.personId)
  })
}

/**
 * Out, at any time and for any reason, which the officer alone reads. The mentor's going, or the last learner's, ends it for everybody; a
 * learner of a group makes room for who waits. @throws NotFound, Conflict when it was over already
 */
export async function leavePair(viewer: Viewer, { pairId, reason }: { pairId: number; reason: string }): Promise<void> {
  const found = await queuedIn(viewer, pairId)
  if (found) return leaveQueue(asMember(viewer), pairId, reason)
  const { member, pair } = await reachPair(viewer, pairId)
  await transaction(async tx => goOut(tx, member, await holdPair(tx, pair), reason))
}

/** Whether the viewer waits for a seat there, and in which group. Null for everybody else. */
export async function queuedIn(viewer: Viewer, pairId: number): Promise<{ id: number; title: string; mentor: string; before: number } | null> {
  const member = asMember(viewer)
  const [row] = await sql<{ id: number; title: string; mentor: string; before: number }>('queued-in', `select p.id, p.title, q.name as mentor,
      (select count(*)::int from mentoring_member b where b.pair_id = p.id and b.state = 'WAITING' and (b.joined_at, b.person_id) < (m.joined_at, m.person_id)) as before
    from mentoring_member m join mentoring_pair p on p.id = m.pair_id join person q on q.id = p.mentor_id where m.pair_id = $1 and m.person_id = $2 and m.state = 'WAITING'`, [pairId, member.personId])
  return row ?? null
}

/**
 * A learner goes on with somebody else: leaves, and looks for another with the goals not reached yet and the notes they chose.
 * @returns the new request. @throws NotFound, Forbidden for mentors, Conflict, Invalid when too many requests are open
 */
export async function changeMentor(viewer: Viewer, { pairId, reason, noteIds, clientKey }: { pairId: number; reason: string; noteIds: readonly number[]; clientKey: string }): Promise<{ requestId: number }> {
  const { member, pair } = await reachPair(viewer, pairId)
  const numbers = await allNumbers()
  return transaction(async tx => {
    const before = await tx.mentoringRequest.findUnique({ where: { learnerId_clientKey: { learnerId: member.personId, clientKey } }, select: { id: true } })
    if (before) return { requestId: before.id }
    await lockLearner(tx, member)
    const now = await holdPair(tx, pair)
    if (!canSeePair(member, now) || roleInPair(member, now) !== 'LEARNER') throw new Forbidden()
    const [goals, offer, own] = await Promise.all([
      tx.mentoringGoal.findMany({ where: { pairId, doneAt: null }, orderBy: { position: 'asc' }, select: { text: true } }),
      tx.mentoringOffer.findUniqueOrThrow({ where: { id: pair.offerId }, select: { tags: true } }),
      tx.mentoringNote.findMany({ where: { pairId, authorId: member.personId, id: { in: [...noteIds] } }, select: { id: true } }),
    ])
    const goal = firstWords(goals.map(one => one.text).join('; ') || pair.title, 2_000)
    const { id } = await writeNeed(tx, member, { goal, situation: '', tried: '', wishedForm: null, wishedTimes: '', tags: offer.tags, clientKey, carries: { pairId, noteIds: own.map(note => note.id) } }, numbers)
    await goOut(tx, member, now, reason)
    return { requestId: id }
  })
}

import { changeThread } from '~/features/discussion/threads.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import type { ClosingForm } from './pairs.schema'
import { mayInPair, roleInPair } from './pairs-policy'
import { nextPairState, type PairRole } from './pairs-table'
import { jpOfPairUnscoped } from './jp.queries.server'
import { issueCertificates, workOfPair, type Worked } from './rows/certificates.server'
import { asMember, countSeats, holdPair, reachPair, refused, setPairState, type PairRow } from './rows/pair-reach.server'
import { cancelComingSessions } from './sessions.server'
import { touchStanding } from './standing.server'

/** Its work is done: from now on the closing forms wait. Of a group the mentor says so. @throws NotFound, Forbidden, Conflict */
export async function closePair(viewer: Viewer, { pairId }: { pairId: number }): Promise<void> {
  const { member, pair } = await reachPair(viewer, pairId)
  await transaction(async tx => {
    const now = await holdPair(tx, pair)
    if (roleInPair(member, now) === 'LEARNER' && now.form === 'GROUP') throw new Forbidden()
    if (!mayInPair(member, now, 'close')) throw nextPairState(now.state, 'close', 'MENTOR') === null ? new Conflict() : refused(member)
    await beginClosing(tx, now, member.personId, 'MENTOR')
  })
}

/** By its people, or by its term: seats are free for others, coming sessions do not take place. Offer and pair must be held. */
export async function beginClosing(tx: Tx, pair: PairRow, actorId: number | null, role: PairRole): Promise<void> {
  const state = nextPairState(pair.state, 'close', role)
  if (state === null) throw new Conflict()
  await setPairState(tx, pair, state, actorId)
  await cancelComingSessions(tx, { pairId: pair.id, byId: actorId, reason: '' })
  await countSeats(tx, pair.offerId)
}

/** Whom this person says something about: the mentor about each learner, a learner about the mentor. */
const aboutsOf = (pair: PairRow, personId: number): readonly number[] => (personId === pair.mentorId ? pair.learnerIds : [pair.mentorId])

/**
 * One side's closing form: a rating of the other (1 to 4) and what became of each goal. Nobody reads it before everybody gave theirs or the days
 * of the setting are over; until then it can be given anew. @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function giveClosing(viewer: Viewer, { pairId, reviews, results }: ClosingForm & { pairId: number }): Promise<{ finished: boolean }> {
  const { member, pair } = await reachPair(viewer, pairId)
  const works = await worksOf(pair)
  return transaction(async tx => {
    const now = await holdPair(tx, pair)
    if (!roleInPair(member, now)) throw new Forbidden()
    if (!mayInPair(member, now, 'rate')) throw nextPairState(now.state, 'rate', 'MENTOR') === null ? new Conflict() : refused(member)
    const abouts = aboutsOf(now, member.personId)
    if (!abouts.every(id => reviews.some(review => review.aboutId === id))) throw new Invalid('requests:closing.ratingNeeded')
    for (const { aboutId, ...review } of reviews.filter(one => abouts.includes(one.aboutId))) {
      const key = { pairId_fromId_aboutId: { pairId, fromId: member.personId, aboutId } }
      const before = await tx.mentoringReview.findUnique({ where: key, select: { pairId: true } })
      await tx.mentoringReview.upsert({ where: key, create: { pairId, fromId: member.personId, aboutId, ...review }, update: review })
      if (!before) await recordEvent(tx, 'mentoring.review.given', { pairId, fromId: member.personId, aboutId }, member.personId)
    }
    for (const { id, achieved, evidence } of results)
      if (achieved !== '') await tx.mentoringGoal.updateMany({ where: { id, pairId }, data: { achieved, evidence, ...(achieved === 'YES' ? { progress: 100, doneAt: new Date() } : {}) } })
    const given = await tx.mentoringReview.count({ where: { pairId, OR: [{ fromId: now.mentorId, aboutId: { in: [...now.learnerIds] } }, { fromId: { in: [...now.learnerIds] }, aboutId: now.mentorId }] } })
    const finished = given === now.learnerIds.length * 2
    if (finished) await finishPair(tx, now, works, member.personId, roleInPair(member, now) ?? 'CLOCK')
    return { finished }
  })
}

/** Hours of learning of each learner from this pair, read before anything is locked. */
export const worksOf = async (pair: Pick<PairRow, 'id' | 'learnerIds'>): Promise<Map<number, Worked>> =>
  new Map(await Promise.all(pair.learnerIds.map(async id => [id, await jpOfPairUnscoped(pair.id, id)] as const)))

/** The end as it should be: reviews are shown, certificates issued, the fact is there for the evidence ledger. Offer and pair must be held. */
export async function finishPair(tx: Tx, pair: PairRow, works: ReadonlyMap<number, Worked>, actorId: number | null, role: PairRole): Promise<void> {
  const state = nextPairState(pair.state, 'finish', role)
  if (state === null) throw new Conflict()
  await setPairState(tx, pair, state, actorId)
  if (pair.threadId) await changeThread(tx, { personId: actorId ?? pair.mentorId }, pair.threadId, { locked: true })
  const work = await workOfPair(tx, pair)
  await issueCertificates(tx, pair, work, works)
  const { minutes, sessions, tags, goals, goalsAchieved } = work
  await recordEvent(tx, 'mentoring.pair.finished', { pairId: pair.id, mentorId: pair.mentorId, learnerIds: [...pair.learnerIds], form: pair.form, sessions, minutes, tags, goals, goalsAchieved }, actorId)
  await touchStanding(tx, pair.mentorId)
}

/** What was said of the viewer, on their page or not: theirs to choose, once it may be read. @throws NotFound */
export async function showTestimonial(viewer: Viewer, { pairId, fromId, shown }: { pairId: number; fromId: number; shown: boolean }): Promise<void> {
  const member = asMember(viewer)
  await transaction(async tx => {
    const pair = await tx.mentoringPair.findUnique({ where: { id: pairId }, select: { state: true } })
    if (pair?.state !== 'FINISHED') throw new NotFound('review')
    const changed = await tx.mentoringReview.updateMany({ where: { pairId, fromId, aboutId: member.personId, testimonial: { not: '' } }, data: { shown } })
    if (changed.count === 0) throw new NotFound('review')
  })
}

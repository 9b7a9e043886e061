import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { dayNumber } from '~/platform/i18n/format'
import type { Viewer } from '~/platform/viewer'
import type { AgreementForm } from './pairs.schema'
import { mayInPair, roleInPair } from './pairs-policy'
import { nextPairState } from './pairs-table'
import type { GoalLine } from './pairs-views'
import { holdPair, reachPair, refused, setPairState, type PairRow } from './rows/pair-reach.server'

/** As kept: a goal that was there before keeps its id, and with it how far it is. */
type KeptGoal = GoalLine & { id: number | null }

/** Somebody proposed other words meanwhile. Nothing was written; the page shows the newest. */
export class NewerAgreement extends Invalid {
  constructor() {
    super('requests:agreement.newer')
  }
}

/**
 * New words of the agreement; whoever proposes them has confirmed them. Until everybody did, the last agreement holds.
 * @throws NotFound, Forbidden, Conflict, NewerAgreement, Invalid beside `endsOn`
 */
export async function proposeAgreement(viewer: Viewer, { pairId, base, ...form }: AgreementForm & { pairId: number; base: number }): Promise<void> {
  const { member, pair } = await reachPair(viewer, pairId)
  if (!roleInPair(member, pair)) throw new Forbidden()
  const today = dayNumber(Date.now(), 'Asia/Jakarta')
  const ends = Math.floor(Date.parse(`${form.endsOn}T00:00:00Z`) / 86_400_000)
  if (ends < today || ends > today + 730) throw new Invalid({ endsOn: ['requests:agreement.endsOnRange'] })
  await transaction(async tx => {
    const now = await holdPair(tx, pair)
    if (!mayInPair(member, now, 'propose')) throw nextPairState(now.state, 'propose', 'MENTOR') === null ? new Conflict() : refused(member)
    const newest = await tx.mentoringAgreement.findFirst({ where: { pairId }, orderBy: { revision: 'desc' }, select: { revision: true } })
    if ((newest?.revision ?? 0) !== base) throw new NewerAgreement()
    const revision = base + 1
    const own = new Set((await tx.mentoringGoal.findMany({ where: { pairId }, select: { id: true } })).map(goal => goal.id))
    const goals = form.goals.map(goal => ({ ...goal, id: goal.id !== null && own.has(goal.id) ? goal.id : null }))
    await tx.mentoringAgreement.create({
      data: { pairId, revision, goals, rhythm: form.rhythm, sessions: form.sessions, minutes: form.minutes, confidential: form.confidential, endsOn: new Date(`${form.endsOn}T00:00:00Z`), proposedById: member.personId, confirmedBy: [member.personId] },
    })
    await recordEvent(tx, 'mentoring.agreement.changed', { pairId, revision, what: 'PROPOSED' }, member.personId)
    await tx.$executeRaw`update mentoring_pair set last_sign_at = now() where id = ${pairId}::int`
  })
}

/** Confirming twice is once. The last who had to brings it into force. @throws NotFound, Forbidden, Conflict when other words were proposed meanwhile */
export async function confirmAgreement(viewer: Viewer, { pairId, revision }: { pairId: number; revision: number }): Promise<void> {
  const { member, pair } = await reachPair(viewer, pairId)
  await transaction(async tx => {
    const now = await holdPair(tx, pair)
    if (!roleInPair(member, now)) throw new Forbidden()
    if (!mayInPair(member, now, 'hold')) throw new Conflict()
    const newest = await tx.mentoringAgreement.findFirst({ where: { pairId }, orderBy: { revision: 'desc' } })
    if (!newest || newest.revision !== revision) throw new Conflict()
    if (newest.confirmedBy.includes(member.personId)) return
    await tx.mentoringAgreement.update({ where: { pairId_revision: { pairId, revision } }, data: { confirmedBy: { push: member.personId } } })
    if (newest.holdsAt === null) await recordEvent(tx, 'mentoring.agreement.changed', { pairId, revision, what: 'CONFIRMED' }, member.personId)
    await settleAgreement(tx, now, member.personId)
  })
}

/** Brings the newest proposal into force where nobody has to confirm it any more: also when the last who had not is gone. The pair's row must be held. */
export async function settleAgreement(tx: Tx, pair: PairRow, actorId: number): Promise<void> {
  const state = nextPairState(pair.state, 'hold', 'MENTOR')
  const [newest] = await tx.mentoringAgreement.findMany({ where: { pairId: pair.id }, orderBy: { revision: 'desc' }, take: 1 })
  if (!newest || newest.holdsAt !== null || state === null || pair.learnerIds.length === 0) return
  if (![pair.mentorId, ...pair.learnerIds].every(id => newest.confirmedBy.includes(id))) return
  await tx.mentoringAgreement.update({ where: { pairId_revision: { pairId: pair.id, revision: newest.revision } }, data: { holdsAt: new Date() } })
  const { rhythm, sessions, minutes, confidential, endsOn } = newest
  await tx.mentoringPair.update({ where: { id: pair.id }, data: { rhythm, sessions, minutes, confidential, endsOn } })
  await keepGoals(tx, pair.id, newest.goals as unknown as KeptGoal[])
  await setPairState(tx, pair, state, actorId)
  await recordEvent(tx, 'mentoring.agreement.changed', { pairId: pair.id, revision: newest.revision, what: 'HOLDS' }, actorId)
}

/** Goals as agreed: those with an id keep how far they are, those no longer agreed go. */
async function keepGoals(tx: Tx, pairId: number, goals: readonly KeptGoal[]): Promise<void> {
  const kept = goals.flatMap(goal => (goal.id === null ? [] : [goal.id]))
  await tx.mentoringGoal.deleteMany({ where: { pairId, id: { notIn: kept } } })
  for (const [at, { id, text, measure, dueOn }] of goals.entries()) {
    const data = { position: at + 1, text, measure, dueOn: dueOn ? new Date(`${dueOn}T00:00:00Z`) : null }
    const changed = id === null ? { count: 0 } : await tx.mentoringGoal.updateMany({ where: { id, pairId }, data })
    if (changed.count === 0) await tx.mentoringGoal.create({ data: { pairId, ...data } })
  }
}

export interface AgreementLine {
  revision: number
  proposer: string
  at: number
  holdsAt: number | null
}

/** How the agreement came about, newest first. Whoever calls has reached the pair. */
export const listRevisions = (pairId: number): Promise<AgreementLine[]> => sql<AgreementLine>('agreement-revisions', `select a.revision, p.name as proposer, (extract(epoch from a.created_at) * 1000)::float8 as at,
  (extract(epoch from a.holds_at) * 1000)::float8 as "holdsAt" from mentoring_agreement a join person p on p.id = a.proposed_by_id where a.pair_id = $1 order by a.revision desc limit 50`, [pairId])

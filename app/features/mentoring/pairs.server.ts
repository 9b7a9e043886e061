import { openThread } from '~/features/discussion/threads.server'
import { contentOf } from '~/features/discussion/written.server'
import { joinGroup, makeGroup } from '~/features/people/groups.server'
import type { Tx } from '~/platform/db/db.server'
import { Conflict, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { stranger, type Member } from '~/platform/viewer'
import { pairAudience } from './pairs-policy'
import { nextPairState, type PairStateName } from './pairs-table'
import './requests-events'
import { takeAlong } from './rows/carried.server'
import { countSeats } from './rows/pair-reach.server'

/** No seat is left. A group puts people on its waiting list instead. */
export class SeatsFull extends Conflict {
  constructor() {
    super('mentoringFull')
  }
}

export interface NewPair {
  offer: { id: number }
  learnerIds: readonly number[]
  /** what is answered with it: its goal, and what its learner carries from an earlier mentor */
  requestId?: number | null
  /** of the learner, in their own words: the first post of the room */
  goal: string
  /** who brought them together; null: a job */
  by: { personId: number } | null
  /** the mentor took the request; else an officer, or a job, paired them */
  asMentor?: boolean
  waveId?: number | null
}

interface Offer {
  id: number
  mentorId: number
  title: string
  form: string
  capacity: number
  taken: number
  sessions: number
  minutes: number
}

const DAY = 86_400_000
/** until they agree on another day: two weeks for each session, at least a month */
const termOf = (sessions: number, now: number): Date => new Date(now + Math.max(30, sessions * 14) * DAY)

/**
 * A room for a mentor and a learner, or one more seat in the mentor's group: people, thread, members, seats. Runs inside the caller's
 * transaction and asks no policy; the caller has locked the request, never another pair.
 * @throws SeatsFull, NotFound
 */
export async function openPair(tx: Tx, given: NewPair): Promise<number> {
  const [offer] = await tx.$queryRaw<Offer[]>`
    select id, mentor_id as "mentorId", title, form::text as form, capacity, taken, sessions, minutes from mentoring_offer where id = ${given.offer.id}::int for update`
  if (!offer) throw new NotFound('offer')
  const learnerIds = [...new Set(given.learnerIds)].filter(id => id !== offer.mentorId)
  const first = learnerIds[0]
  if (first === undefined) throw new NotFound('learner')
  const cohort = offer.form === 'GROUP' ? await findCohort(tx, offer.id) : null
  if (cohort) return joinCohort(tx, offer, cohort, learnerIds, given)
  const { capacity, taken } = await countSeats(tx, offer.id)
  const free = Math.max(0, capacity - taken)
  if (free === 0 || (offer.form !== 'GROUP' && learnerIds.length > free)) throw new SeatsFull()
  return makePair(tx, offer, learnerIds, free, given)
}

async function makePair(tx: Tx, offer: Offer, learnerIds: readonly number[], free: number, given: NewPair): Promise<number> {
  const actorId = given.by?.personId ?? null
  const seated = learnerIds.slice(0, free)
  const author = seated[0] ?? offer.mentorId
  const groupId = await makeGroup(tx, offer.title, [offer.mentorId, ...seated], actorId)
  const now = Date.now()
  const { id } = await tx.mentoringPair.create({
    data: {
      offerId: offer.id, mentorId: offer.mentorId, form: offer.form as 'GROUP', title: offer.title, groupId, waveId: given.waveId ?? null, sessions: offer.sessions, minutes: offer.minutes,
      startsOn: new Date(now), endsOn: termOf(offer.sessions, now), members: { create: learnerIds.map((personId, at) => ({ personId, requestId: at === 0 ? (given.requestId ?? null) : null, state: at < free ? 'IN' : 'WAITING' })) },
    },
    select: { id: true },
  })
  const words = given.goal.trim() || offer.title
  const { threadId } = await openThread(tx, speaker(author), {
    kind: 'pair', shelf: `pair:${id}`, audience: pairAudience(groupId), answerable: false, content: contentOf({ markdown: words }), clientKey: `pair-${id}`, draftPlace: `pair:${id}`, listed: false,
  })
  await tx.mentoringPair.update({ where: { id }, data: { threadId } })
  if (given.requestId) await takeAlong(tx, given.requestId, id, author)
  await countSeats(tx, offer.id)
  await recordEvent(tx, 'mentoring.pair.opened', { pairId: id, offerId: offer.id, mentorId: offer.mentorId, learnerIds: [...seated] }, actorId)
  for (const personId of learnerIds.slice(free)) await recordEvent(tx, 'mentoring.member.changed', { pairId: id, personId, what: 'WAITING' }, actorId)
  return id
}

/** Writes the first post in the learner's name; what it may is asked by whoever opens the pair. */
const speaker = (personId: number): Member => ({ ...stranger(), personId, kind: 'ASN', verified: true, audiences: ['public', 'asn', `user:${personId}`] })

async function findCohort(tx: Tx, offerId: number): Promise<{ id: number; groupId: number; state: PairStateName } | null> {
  const [row] = await tx.$queryRaw<{ id: number; groupId: number; state: PairStateName }[]>`
    select id, group_id as "groupId", state::text as state from mentoring_pair where offer_id = ${offerId}::int and state in ('AGREEING', 'RUNNING') order by id limit 1 for update`
  return row ?? null
}

async function joinCohort(tx: Tx, offer: Offer, cohort: { id: number; groupId: number; state: PairStateName }, learnerIds: readonly number[], given: NewPair): Promise<number> {
  if (nextPairState(cohort.state, 'join', given.by ? (given.asMentor ? 'MENTOR' : 'OFFICER') : 'CLOCK') === null) throw new Conflict()
  const actorId = given.by?.personId ?? null
  for (const personId of learnerIds) {
    const { capacity, taken } = await countSeats(tx, offer.id)
    const before = await tx.mentoringMember.findUnique({ where: { pairId_personId: { pairId: cohort.id, personId } }, select: { state: true } })
    if (before?.state === 'IN') continue
    // whoever waits longer sits down first
    const queued = await tx.mentoringMember.count({ where: { pairId: cohort.id, state: 'WAITING', personId: { not: personId } } })
    const state = taken + queued < capacity ? 'IN' : 'WAITING'
    const data = { state, requestId: given.requestId ?? null, joinedAt: new Date(), leftAt: null, leftReason: '' }
    await tx.mentoringMember.upsert({ where: { pairId_personId: { pairId: cohort.id, personId } }, create: { pairId: cohort.id, personId, ...data }, update: data })
    if (state === 'IN') await joinGroup(tx, cohort.groupId, [personId], actorId)
    await recordEvent(tx, 'mentoring.member.changed', { pairId: cohort.id, personId, what: state === 'IN' ? 'JOINED' : 'WAITING' }, actorId)
  }
  await countSeats(tx, offer.id)
  await touchPair(tx, cohort.id)
  return cohort.id
}

/** A sign of life: silence is measured from here. */
export async function touchPair(tx: Tx, pairId: number): Promise<void> {
  await tx.$executeRaw`update mentoring_pair set last_sign_at = greatest(last_sign_at, now()) where id = ${pairId}::int`
}


import { setImmediate as immediate } from 'node:timers/promises'
import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { log } from '~/platform/log/log.server'
import type { Member } from '~/platform/viewer'
import { assign } from './assignment.server'
import './care-events'
import { partsOf, reasonsOf, scoreOf, weightsOf, type Parts, type Reason } from './match'
import { isOfficer } from './offers-policy'
import { pairNeed } from './requests.server'
import { readBetween, readOpenOffers, readSeekers, reasonFacts, type Open, type Seeker } from './rows/pairing-facts.server'
import { allNumbers } from './settings.server'

export interface Proposed {
  requestId: number
  learnerId: number
  offerId: number
  mentorId: number
  reasons: Reason[]
}

export interface PairingResult {
  pairs: Proposed[]
  /** requests that stayed without, because no offer takes them or all seats went to closer ones */
  without: number[]
}

/** Asks for a pairing of everybody who waits in a wave, or outside of waves. One at a time for each. @returns its id @throws NotFound */
export async function startPairing(member: Member, waveId: number | null): Promise<number> {
  if (!isOfficer(member)) throw new NotFound('pairing')
  return transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('mentoring-pairing'), ${waveId ?? 0}::int)`
    if (waveId !== null && !(await tx.mentoringWave.findUnique({ where: { id: waveId }, select: { id: true } }))) throw new NotFound('wave')
    const running = await tx.mentoringPairing.findFirst({ where: { waveId, state: { in: ['RUNNING', 'READY'] } }, select: { id: true } })
    if (running) return running.id
    const { id } = await tx.mentoringPairing.create({ data: { waveId, startedById: member.personId }, select: { id: true } })
    await enqueue(tx, 'pair_everybody', { pairingId: id }, { maxAttempts: 2, queue: 'mentoring-pairing' })
    return id
  })
}

/** The job: ranks offers for everybody, solves who goes where, and keeps the proposal. Nothing is decided by it. */
export async function pairEverybody(pairingId: number): Promise<void> {
  const [pairing] = await sql<{ waveId: number | null }>('mentoring-pairing-begin', `select wave_id as "waveId" from mentoring_pairing where id = $1 and state = 'RUNNING'`, [pairingId])
  if (!pairing) return
  try {
    const result = await propose(await readSeekers(pairing.waveId), done => say(pairingId, done))
    await transaction(async tx => {
      const changed = await tx.mentoringPairing.updateMany({ where: { id: pairingId, state: 'RUNNING' }, data: { state: 'READY', progress: 100, result: result as object, endedAt: new Date() } })
      if (changed.count > 0) await recordEvent(tx, 'mentoring.pairing.ended', { pairingId }, null)
    })
  } catch (error) {
    log.error({ err: error, pairingId }, 'a pairing failed')
    await sql('mentoring-pairing-failed', `update mentoring_pairing set state = 'FAILED', error = $2, ended_at = now() where id = $1 and state = 'RUNNING'`, [pairingId, error instanceof Error ? error.message.slice(0, 300) : 'error'])
  }
}

const say = (pairingId: number, progress: number) => sql('mentoring-pairing-progress', 'update mentoring_pairing set progress = $2 where id = $1', [pairingId, progress])

/** Learners scored before others are let through: the worker shares its process with the pages. */
const TURN = 10

async function propose(seekers: readonly Seeker[], told: (progress: number) => Promise<unknown>): Promise<PairingResult> {
  const [numbers, offers, between] = await Promise.all([allNumbers(), readOpenOffers(), readBetween()])
  const weights = weightsOf(numbers)
  const partsFor = (seeker: Seeker, offer: Open): Parts => partsOf(seeker, { ...offer, ...between.past(seeker, offer) })
  const scores: number[][] = []
  for (const [at, seeker] of seekers.entries()) {
    scores.push(offers.map(offer => (between.excluded(seeker, offer) ? 0 : scoreOf(partsFor(seeker, offer), weights))))
    if (at % TURN === TURN - 1) await immediate()
    if (at % 100 === 99) await told(Math.round((at / seekers.length) * 40))
  }
  await told(40)
  const chosen = await assign({ capacity: offers.map(offer => offer.capacity - offer.taken), scores })
  await told(95)
  const pairs = chosen.flatMap(([learner, at]): Proposed[] => {
    const [seeker, offer] = [seekers[learner], offers[at]]
    if (!seeker || !offer) return []
    const reasons = reasonsOf(partsFor(seeker, offer), reasonFacts(seeker, offer, between.past(seeker, offer)), weights)
    return [{ requestId: seeker.requestId, learnerId: seeker.personId, offerId: offer.id, mentorId: offer.mentorId, reasons }]
  })
  const taken = new Set(pairs.map(one => one.requestId))
  return { pairs, without: seekers.filter(seeker => !taken.has(seeker.requestId)).map(seeker => seeker.requestId) }
}

/**
 * Opens the pairs an officer left ticked, one after another: what changed since the proposal (a seat gone, a request withdrawn) is left out and
 * counted, never forced. @throws NotFound, Conflict when it was applied or dropped already
 */
export async function applyPairing(member: Member, input: { pairingId: number; take: readonly number[] }): Promise<{ made: number; missed: number }> {
  if (!isOfficer(member)) throw new NotFound('pairing')
  const changed = await sql<{ result: PairingResult | null }>('mentoring-pairing-apply', `update mentoring_pairing set state = 'APPLIED' where id = $1 and state = 'READY' returning result`, [input.pairingId])
  const [row] = changed
  if (!row?.result) throw new Conflict('mentoringPairing')
  let made = 0
  let missed = 0
  for (const one of row.result.pairs.filter(pair => input.take.includes(pair.requestId))) {
    try {
      await pairNeed(member, { requestId: one.requestId, offerId: one.offerId })
      made += 1
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof NotFound)) throw error
      missed += 1
    }
  }
  return { made, missed }
}

/** Throws a proposal away, or stops waiting for one. @throws NotFound */
export async function dropPairing(member: Member, pairingId: number): Promise<void> {
  if (!isOfficer(member)) throw new NotFound('pairing')
  await sql('mentoring-pairing-drop', `update mentoring_pairing set state = 'DROPPED', ended_at = coalesce(ended_at, now()) where id = $1 and state in ('RUNNING', 'READY', 'FAILED')`, [pairingId])
}

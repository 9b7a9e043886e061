import { sql, transaction } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import './events'
import { lockOffer } from './offers.queries.server'
import { nextRequestState } from './requests-table'
import { lockRequest, recordRequest } from './rows/request-reach.server'
import { allNumbers } from './settings.server'

const DAY = 86_400_000
/** At once; the job comes again. */
const MOST = 500

/** Whom nobody answered for the days of the setting: their mentor, or the officers for who has none yet, is reminded once. @returns how many */
export async function nudgeRequests(now = Date.now()): Promise<number> {
  const numbers = await allNumbers()
  // the clock may have moved on while the learner was asked back: what counts is what is left of it
  const left = (numbers['requests.expireDays'] - numbers['requests.nudgeDays']) * DAY
  const due = await sql<{ id: number }>('requests-to-nudge', `select id from mentoring_request where state in ('NEW', 'VIEWED') and nudged_at is null and wave_id is null and due_at <= $1 order by due_at limit ${MOST}`, [new Date(now + left)])
  let nudged = 0
  for (const { id } of due)
    await transaction(async tx => {
      const request = await lockRequest(tx, id)
      const first = await tx.mentoringRequest.updateMany({ where: { id, nudgedAt: null, state: { in: ['NEW', 'VIEWED'] } }, data: { nudgedAt: new Date(now) } })
      if (first.count === 0) return
      await recordRequest(tx, request, { act: 'nudge', state: request.state, actorId: null })
      nudged += 1
    })
  return nudged
}

/**
 * The days are over. The learner gets the request back with fresh suggestions; the offer of a mentor who did not answer rests until they open
 * it again. Where the learner was asked and stayed silent, or where no mentor was asked, no offer rests. @returns how many went back
 */
export async function expireRequests(now = Date.now()): Promise<number> {
  const due = await sql<{ id: number }>('requests-to-expire', `select id from mentoring_request where state in ('NEW', 'VIEWED', 'ASKED_BACK') and wave_id is null and due_at <= $1 order by due_at limit ${MOST}`, [new Date(now)])
  let expired = 0
  for (const { id } of due)
    await transaction(async tx => {
      const request = await lockRequest(tx, id)
      const state = nextRequestState(request.state, 'expire', 'CLOCK')
      if (state === null || request.dueAt.getTime() > now) return
      await recordRequest(tx, request, { act: 'expire', state, actorId: null })
      expired += 1
      if (request.offerId === null || request.mentorId === null || request.state === 'ASKED_BACK') return
      const offer = await lockOffer(tx, request.offerId)
      if (offer.state !== 'OPEN') return
      await tx.mentoringOffer.update({ where: { id: offer.id }, data: { state: 'PAUSED', pausedBy: 'SILENCE', pausedUntil: null } })
      await recordEvent(tx, 'mentoring.offer.changed', { offerId: offer.id, mentorId: offer.mentorId, fresh: false }, null)
      await recordEvent(tx, 'mentoring.offer.paused', { offerId: offer.id, mentorId: offer.mentorId, requestId: id }, null)
    })
  return expired
}

/** Both, in this order: who was never reminded is reminded first. */
export async function turnRequests(now = Date.now()): Promise<void> {
  await nudgeRequests(now)
  await expireRequests(now)
}

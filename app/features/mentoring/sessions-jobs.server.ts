import { sql, transaction, type Tx } from '~/platform/db/db.server'
import type { Consumer } from '~/platform/events/events.server'
import { recordEvent } from '~/platform/events/events.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import './requests-events'
import './sessions-events'
import { cancelComingSessions } from './sessions.server'

interface Turned { id: number; pair_id: number }

const dayBefore = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update mentoring_session set day_told_at = now() where state = 'BOOKED' and pair_id is not null and day_told_at is null
    and starts_at > ${now}::timestamptz + interval '1 hour' and starts_at <= ${now}::timestamptz + interval '1 day' returning id, pair_id`
const hourBefore = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update mentoring_session set hour_told_at = now() where state = 'BOOKED' and pair_id is not null and hour_told_at is null
    and starts_at > ${now}::timestamptz and starts_at <= ${now}::timestamptz + interval '1 hour' returning id, pair_id`
const over = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update mentoring_session set asked_at = now() where state in ('BOOKED', 'DONE', 'MISSED') and pair_id is not null and asked_at is null
    and ends_at <= ${now}::timestamptz and ends_at > ${now}::timestamptz - interval '14 days' returning id, pair_id`

/**
 * Says of every session what is due: tomorrow, in an hour, over. Each once, however many workers ask: the row that says it was told is written with
 * the fact. A portal that was off says late what still helps.
 */
export async function turnSessions(at = Date.now()): Promise<void> {
  const now = new Date(at)
  await transaction(async tx => {
    for (const { id, pair_id: pairId } of await dayBefore(tx, now)) await recordEvent(tx, 'mentoring.session.near', { sessionId: id, pairId, when: 'DAY' }, null)
    for (const { id, pair_id: pairId } of await hourBefore(tx, now)) await recordEvent(tx, 'mentoring.session.near', { sessionId: id, pairId, when: 'HOUR' }, null)
    for (const { id, pair_id: pairId } of await over(tx, now)) await recordEvent(tx, 'mentoring.session.over', { sessionId: id, pairId }, null)
  })
}

/** Holds nobody came back to. They block nobody before this either. */
const clearHolds = () => sql('holds-cleared', `delete from mentoring_session where state = 'HOLD' and request_id is null and hold_until < now() - interval '1 hour'`)

/** Every ten minutes; a reminder is at most that late. */
export const sessionJobs: JobContribution = {
  tasks: { session_clock: () => turnSessions(), clear_session_holds: async () => { await clearHolds() } },
  cron: ['*/10 * * * * session_clock', '40 18 * * * clear_session_holds'],
}

/** A pair that has ended has no sessions ahead. */
export const sessionConsumer: Consumer = {
  name: 'mentoring-sessions',
  on: {
    'mentoring.pair.changed': async ({ payload, actorId }) => {
      if (payload.state !== 'ENDED' && payload.state !== 'FINISHED') return
      await transaction(tx => cancelComingSessions(tx, { pairId: payload.pairId, byId: actorId, reason: '' }))
    },
  },
}

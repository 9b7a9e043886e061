import { sql, type Tx } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { canSeePair, type PairFacts } from '../pairs-policy'
import type { PairStateName } from '../pairs-table'
import '../requests-events'
import { asMember } from '../rules.server'

export { asMember } from '../rules.server'

/** Why a member may not: what can be helped is said. */
export const refused = (viewer: Member): Forbidden => new Forbidden(!viewer.verified ? 'unverified' : isSilenced(viewer) ? 'silenced' : 'generic')

export interface PairRow extends PairFacts {
  id: number
  offerId: number
  form: string
  title: string
  threadId: number | null
  waveId: number | null
}

const columns = `p.id, p.offer_id as "offerId", p.mentor_id as "mentorId", p.form::text as form, p.title, p.state::text as state, p.group_id as "groupId", p.thread_id as "threadId", p.wave_id as "waveId",
  array(select m.person_id from mentoring_member m where m.pair_id = p.id and (m.state = 'IN' or (p.state = 'ENDED' and exists (select 1 from people_group_member g where g.group_id = p.group_id and g.person_id = m.person_id)))
    order by m.joined_at, m.person_id) as "learnerIds"`

/** @throws NotFound also for a room that is not theirs: officers have none without a report */
export async function reachPair(viewer: Viewer, pairId: number): Promise<{ member: Member; pair: PairRow }> {
  const member = asMember(viewer)
  const [pair] = await sql<PairRow>('reach-pair', `select ${columns} from mentoring_pair p where p.id = $1`, [pairId])
  if (!pair || !canSeePair(member, pair)) throw new NotFound('pair')
  return { member, pair }
}

/**
 * The offer's row, then the pair's, ours until the transaction ends: always in this order, so that two people never wait for each other.
 * @returns the pair as it stands now
 */
export async function holdPair(tx: Tx, { id, offerId }: Pick<PairRow, 'id' | 'offerId'>): Promise<PairRow> {
  await tx.$queryRaw`select id from mentoring_offer where id = ${offerId}::int for update`
  await tx.$queryRaw`select id from mentoring_pair where id = ${id}::int for update`
  const [row] = await tx.$queryRawUnsafe<PairRow[]>(`select ${columns} from mentoring_pair p where p.id = $1`, id)
  if (!row) throw new NotFound('pair')
  return row
}

/** A pair goes on to another state; what hangs on it (seats, thread) is the caller's. */
export async function setPairState(tx: Tx, pair: PairRow, state: PairStateName, actorId: number | null): Promise<void> {
  if (pair.state === state) return
  await tx.$executeRaw`
    update mentoring_pair set state = ${state}::"PairState", last_sign_at = now(),
      started_at = case when ${state} = 'RUNNING' then coalesce(started_at, now()) else started_at end,
      ended_at = case when ${state} in ('CLOSING', 'ENDED') then now() else ended_at end,
      ended_by_id = case when ${state} in ('CLOSING', 'ENDED') then ${actorId}::int else ended_by_id end
    where id = ${pair.id}::int`
  await recordEvent(tx, 'mentoring.pair.changed', { pairId: pair.id, state, was: pair.state }, actorId)
}

/** Seats taken are counted, never added up: whatever happened before, they are right now. The offer's row must be held. */
export async function countSeats(tx: Tx, offerId: number): Promise<{ capacity: number; taken: number }> {
  const [row] = await tx.$queryRaw<{ capacity: number; taken: number }[]>`
    update mentoring_offer o set taken = least(o.capacity, (select count(*)::int from mentoring_member m join mentoring_pair p on p.id = m.pair_id
      where p.offer_id = o.id and p.state in ('AGREEING', 'RUNNING') and m.state = 'IN'))
    where o.id = ${offerId}::int returning o.capacity, o.taken`
  if (!row) throw new NotFound('offer')
  return row
}

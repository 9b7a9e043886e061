import { sql, type Tx } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import '../requests-events'
import { roleInRequest, type RequestFacts } from '../requests-policy'
import { isOpenRequest, type RequestAct, type RequestRole, type RequestStateName } from '../requests-table'
import { releaseHold } from '../sessions.server'
import { touchStanding } from '../standing.server'
import { asMember } from './pair-reach.server'

export interface RequestRow extends RequestFacts {
  id: number
  offerId: number | null
  goal: string
  dueAt: Date
  createdAt: Date
  pairId: number | null
  waveId: number | null
}

const columns = 'id, offer_id as "offerId", mentor_id as "mentorId", learner_id as "learnerId", state::text as state, goal, due_at as "dueAt", created_at as "createdAt", pair_id as "pairId", wave_id as "waveId"'

/** @throws NotFound also for one that is neither theirs nor, without a mentor, for an officer's eyes */
export async function reachRequest(viewer: Viewer, requestId: number): Promise<{ member: Member; request: RequestRow; role: Exclude<RequestRole, 'CLOCK'> }> {
  const member = asMember(viewer)
  const [request] = await sql<RequestRow>('reach-request', `select ${columns} from mentoring_request where id = $1`, [requestId])
  const role = request ? roleInRequest(member, request) : null
  if (!request || !role) throw new NotFound('request')
  return { member, request, role }
}

/** The request's row, ours until the transaction ends; before the offer's and the pair's, always. */
export async function lockRequest(tx: Tx, requestId: number): Promise<RequestRow> {
  const [row] = await tx.$queryRawUnsafe<RequestRow[]>(`select ${columns} from mentoring_request where id = $1 for update`, requestId)
  if (!row) throw new NotFound('request')
  return row
}

export interface Change {
  act: RequestAct | 'send' | 'nudge'
  state: RequestStateName
  actorId: number | null
  /** the question, its answer, or the reason */
  text?: string
  /** what the record calls it, where that is not the act */
  line?: 'QUESTION' | 'ANSWER'
}

const decided: readonly RequestStateName[] = ['ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED']

/** The line in the request's record, its new state, and the fact everybody else follows. A time held for it is free again unless it was accepted. */
export async function recordRequest(tx: Tx, request: RequestRow, change: Change, more: { dueAt?: Date; pairId?: number; offerId?: number; mentorId?: number } = {}): Promise<void> {
  const { act, state, actorId, text = '' } = change
  await tx.mentoringRequestLine.create({ data: { requestId: request.id, authorId: actorId, act: change.line ?? act, text } })
  if (act !== 'send')
    await tx.mentoringRequest.update({
      where: { id: request.id },
      data: { state, ...more, ...(act === 'view' ? { viewedAt: new Date() } : {}), ...(decided.includes(state) ? { decidedAt: new Date() } : {}), ...(act === 'decline' ? { reason: text } : {}) },
    })
  if (!isOpenRequest(state) && state !== 'ACCEPTED') await releaseHold(tx, request.id)
  const mentorId = more.mentorId ?? request.mentorId
  await recordEvent(tx, 'mentoring.request.acted', { requestId: request.id, offerId: more.offerId ?? request.offerId, mentorId, learnerId: request.learnerId, act, state }, actorId)
  if (mentorId !== null) await touchStanding(tx, mentorId)
}

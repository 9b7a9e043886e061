import { transaction } from '~/platform/db/db.server'
import { Conflict, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './care-events'
import { isOfficer } from './offers-policy'

/** A friendly word to a mentor who has not answered; at most one a day, whoever presses. @throws NotFound, Conflict when it was answered or was nudged today */
export async function nudgeRequest(member: Member, requestId: number): Promise<void> {
  if (!isOfficer(member)) throw new NotFound('request')
  await transaction(async tx => {
    const changed = await tx.$executeRaw`update mentoring_request set nudged_at = now() where id = ${requestId}::int and mentor_id is not null and state in ('NEW', 'VIEWED') and (nudged_at is null or nudged_at < now() - interval '1 day')`
    if (changed === 0) throw new Conflict('mentoringNudged')
    await recordEvent(tx, 'mentoring.care.nudged', { what: 'REQUEST', id: requestId }, member.personId)
  })
}

/** A friendly word to both sides of a pair that has gone silent; at most one a day. @throws NotFound, Conflict */
export async function nudgePair(member: Member, pairId: number): Promise<void> {
  if (!isOfficer(member)) throw new NotFound('pair')
  await transaction(async tx => {
    const changed = await tx.$executeRaw`update mentoring_pair set nudged_at = now() where id = ${pairId}::int and state in ('AGREEING', 'RUNNING') and (nudged_at is null or nudged_at < now() - interval '1 day')`
    if (changed === 0) throw new Conflict('mentoringNudged')
    await recordEvent(tx, 'mentoring.care.nudged', { what: 'PAIR', id: pairId }, member.personId)
  })
}

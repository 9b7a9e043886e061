import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { isSelf, type Viewer } from '~/platform/viewer'
import { canTake, CLAIM_MINUTES, mayModerate } from './policy'
import { openCase, reachCase, type NewCase } from './rows/case.server'
import { asMember } from './rows/member.server'
import { findThingUnscoped } from './things.server'

export { openCase, type NewCase } from './rows/case.server'

/** A moderator looks at a thing nobody flagged. The open case of it, made where there is none. @throws NotFound, Forbidden for one's own */
export async function startCase(viewer: Viewer, { kind, id }: { kind: string; id: number }): Promise<{ caseId: number }> {
  const member = asMember(viewer)
  const thing = await findThingUnscoped(kind, id)
  if (!thing || !mayModerate(member, thing)) throw new NotFound('thing')
  if (isSelf(member, thing.authorId)) throw new Forbidden('ownThing')
  if (thing.state !== 'standing' && thing.state !== 'held') throw new Conflict('deleted')
  const given: NewCase = { kind, thingId: id, shelf: thing.shelf, audience: thing.audience, authorId: thing.authorId, title: thing.title, origin: 'moderator' }
  return { caseId: await transaction(tx => openCase(tx, given, member.personId)) }
}

/** For `CLAIM_MINUTES` nobody else decides about it; taking it again begins anew. @throws NotFound, Forbidden for one's own, Conflict "claimed" or "decided" */
export async function claimCase(viewer: Viewer, { caseId }: { caseId: number }): Promise<void> {
  const member = asMember(viewer)
  const found = await reachCase(member, caseId)
  if (found.closed) throw new Conflict('decided')
  if (isSelf(member, found.authorId)) throw new Forbidden('ownThing')
  if (!canTake(member, found)) throw new Conflict('claimed')
  const taken = await sql<{ id: number }>('case-claim', `update moderation_case set claimed_by_id = $2, claimed_until = now() + make_interval(mins => $3)
    where id = $1 and closed_at is null and (claimed_by_id is null or claimed_by_id = $2 or claimed_until < now()) returning id`, [caseId, member.personId, CLAIM_MINUTES])
  if (taken.length === 0) throw new Conflict('claimed')
}

/** Gives a case back that one had taken; another's stays theirs. @throws NotFound */
export async function releaseCase(viewer: Viewer, { caseId }: { caseId: number }): Promise<void> {
  const member = asMember(viewer)
  await reachCase(member, caseId)
  await sql('case-release', 'update moderation_case set claimed_by_id = null, claimed_until = null where id = $1 and claimed_by_id = $2', [caseId, member.personId])
}

/** For the eyes of moderators. @throws NotFound, Invalid beside `note` */
export async function addNote(viewer: Viewer, { caseId, note }: { caseId: number; note: string }): Promise<void> {
  const member = asMember(viewer)
  await reachCase(member, caseId)
  const text = note.trim().slice(0, 2_000)
  if (text === '') throw new Invalid({ note: ['moderation:errors.noteEmpty'] })
  await sql('case-note', 'insert into moderation_note (case_id, person_id, text) values ($1, $2, $3)', [caseId, member.personId, text])
}

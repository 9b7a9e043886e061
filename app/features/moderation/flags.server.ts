import { transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { limiter, takeOrRefuse } from '~/platform/http/rate-limit.server'
import { mayRead, type Viewer } from '~/platform/viewer'
import type { ModeratedThing } from './contract'
import './events'
import { canFlag } from './policy'
import { openCase } from './rows/case.server'
import { asMember } from './rows/member.server'
import { findThingUnscoped } from './things.server'
import { flagReasons, type FlagReason } from './words'

const perPerson = limiter('flag', { points: 20, minutes: 60 })

/** What somebody is about to flag. @throws SignInNeeded, NotFound, Forbidden for one's own, Conflict "deleted" */
export async function getFlaggable(viewer: Viewer, { kind, id }: { kind: string; id: number }): Promise<ModeratedThing> {
  const member = asMember(viewer)
  const thing = await findThingUnscoped(kind, id)
  if (!thing || !mayRead(member, thing.audience) || thing.state === 'held') throw new NotFound('thing')
  if (thing.state !== 'standing') throw new Conflict('deleted')
  if (!canFlag(member, thing)) throw new Forbidden(member.verified ? 'ownThing' : 'unverified')
  return thing
}

export interface FlagInput {
  kind: string
  id: number
  reason: FlagReason
  note: string
}

/** Once per person and thing; a second time changes nothing. @throws as `getFlaggable`, Invalid beside `note`, TooMany */
export async function flag(viewer: Viewer, input: FlagInput): Promise<{ repeated: boolean }> {
  const thing = await getFlaggable(viewer, input)
  const member = asMember(viewer)
  const note = input.note.trim()
  if (!flagReasons.includes(input.reason)) throw new Invalid({ reason: ['moderation:errors.reason'] })
  if (input.reason === 'other' && note.length < 5) throw new Invalid({ note: ['moderation:errors.noteNeeded'] })
  await takeOrRefuse(perPerson, String(member.personId))
  return transaction(async tx => {
    const key = { kind: input.kind, thingId: thing.id, personId: member.personId }
    if (await tx.moderationFlag.findUnique({ where: { kind_thingId_personId: key }, select: { id: true } })) return { repeated: true }
    const caseId = await openCase(tx, { kind: input.kind, thingId: thing.id, shelf: thing.shelf, audience: thing.audience, authorId: thing.authorId, title: thing.title, origin: 'flag' }, member.personId)
    const made = await tx.$executeRaw`
      insert into moderation_flag (case_id, kind, thing_id, person_id, reason, note)
      values (${caseId}::int, ${input.kind}::text, ${thing.id}::int, ${member.personId}::int, ${input.reason}::text, ${note.slice(0, 500)}::text) on conflict do nothing`
    if (made === 0) return { repeated: true }
    await tx.moderationCase.update({ where: { id: caseId }, data: { flagCount: { increment: 1 } } })
    await recordEvent(tx, 'moderation.flag.made', { caseId, kind: input.kind, thingId: thing.id }, member.personId)
    return { repeated: false }
  })
}

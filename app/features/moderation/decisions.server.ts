import { findPersonFactsUnscoped, forgetStanding } from '~/features/people/standing.server'
import { transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isSelf, type Member, type Viewer } from '~/platform/viewer'
import type { Moderated } from './contract'
import './events'
import { canSanction, canTake, canUndo } from './policy'
import { reachCase, type CaseRow } from './rows/case.server'
import { getDecisionUnscoped, settleStanding, type DecisionRow } from './rows/decision.server'
import { asMember } from './rows/member.server'
import { findThingUnscoped, kindOf } from './things.server'
import { harsh, personal, terms, type Act } from './words'

/** What may be done about a thing of this kind. */
export function actsFor(kind: Moderated, held: boolean): Act[] {
  if (held) return ['APPROVE', 'REJECT', 'SILENCE', 'SUSPEND']
  return ['KEEP', ...(kind.rewrite ? ['EDIT' as const] : []), ...(kind.asks ? ['ASK' as const] : []), ...(kind.hide ? ['HIDE' as const] : []), 'WARN', 'SILENCE', 'SUSPEND']
}

export interface DecideInput {
  caseId: number
  act: Act
  /** told to the author; needed for whatever takes something from them */
  reason: string
  /** of a silence or suspension: one of `terms` */
  days?: number
  /** with a warning, silence or suspension: the thing goes too */
  hideToo?: boolean
  /** of a HIDE, where the kind has parts: which */
  parts?: readonly string[]
  /** the new text of an EDIT */
  markdown?: string
}

function checked(input: DecideInput, possible: readonly Act[], kind: Moderated): DecideInput {
  const fields: Record<string, string[]> = {}
  const reason = input.reason.trim().slice(0, 1_000)
  if (!possible.includes(input.act)) fields.act = ['moderation:errors.act']
  if (harsh.includes(input.act) && reason.length < 5) fields.reason = ['moderation:errors.reasonNeeded']
  if (personal.includes(input.act) && !terms.some(days => days === input.days)) fields.days = ['moderation:errors.daysNeeded']
  if (input.act === 'EDIT' && !input.markdown?.trim()) fields.markdown = ['moderation:errors.textNeeded']
  const parts = kind.parts?.filter(part => input.parts?.includes(part))
  if (input.act === 'HIDE' && parts?.length === 0) fields.parts = ['moderation:errors.parts']
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
  return { ...input, reason, ...(parts?.length ? { parts } : { parts: undefined }) }
}

async function perform(tx: Tx, by: Member, kind: Moderated, thingId: number, act: Act, input: DecideInput): Promise<void> {
  if (act === 'HIDE') await kind.hide?.(tx, by, thingId, input.reason, input.parts)
  else if (act === 'EDIT') await kind.rewrite?.(tx, by, thingId, input.markdown ?? '')
  else if (act === 'APPROVE') await kind.approve?.(tx, by, thingId)
  else if (act === 'REJECT') await kind.reject?.(tx, by, thingId, input.reason)
}

/** One decision or two (a sanction and what happens to the thing), in the order they are told. */
function decisionsOf(input: DecideInput, held: boolean, kind: Moderated): Act[] {
  const also: Act = held ? 'REJECT' : 'HIDE'
  if (also === 'HIDE' && !kind.hide) return [input.act]
  if (personal.includes(input.act) && held) return [also, input.act]
  return input.hideToo && (input.act === 'WARN' || personal.includes(input.act)) ? [also, input.act] : [input.act]
}

async function writeDecision(tx: Tx, by: Member, found: CaseRow, act: Act, input: DecideInput): Promise<void> {
  const until = personal.includes(act) ? new Date(Date.now() + (input.days ?? 0) * 86_400_000) : null
  const made = await tx.moderationDecision.create({
    data: { caseId: found.id, act, byId: by.personId, authorId: found.authorId, shelf: found.shelf, audience: found.audience, reason: harsh.includes(act) ? input.reason : '', until },
    select: { id: true },
  })
  await recordEvent(tx, 'moderation.case.decided', { caseId: found.id, decisionId: made.id, kind: found.kind, thingId: found.thingId, act, authorId: found.authorId }, by.personId)
}

/**
 * Decides and closes the case, and with it every flag of it. What is taken from an author is told to them with the reason.
 * @throws NotFound, Forbidden for one's own and for sanctions beyond one's place, Conflict "claimed" or "decided", Invalid beside act, reason, days, markdown
 */
export async function decide(viewer: Viewer, given: DecideInput): Promise<void> {
  const member = asMember(viewer)
  const found = await reachCase(member, given.caseId)
  if (found.closed) throw new Conflict('decided')
  if (isSelf(member, found.authorId)) throw new Forbidden('ownThing')
  if (!canTake(member, found)) throw new Conflict('claimed')
  const kind = kindOf(found.kind)
  if (!kind) throw new NotFound('thing')
  const thing = await findThingUnscoped(found.kind, found.thingId)
  const held = thing?.state === 'held'
  const input = checked(given, actsFor(kind, held), kind)
  if (personal.includes(input.act)) {
    const person = await findPersonFactsUnscoped(found.authorId)
    if (!person || !canSanction(member, person)) throw new Forbidden('sanction')
  }
  await transaction(async tx => {
    const closed = await tx.$executeRaw`
      update moderation_case set closed_at = now(), open_key = null, claimed_by_id = ${member.personId}::int, claimed_until = null
      where id = ${found.id}::int and closed_at is null and (claimed_by_id is null or claimed_by_id = ${member.personId}::int or claimed_until < now())`
    if (closed === 0) throw new Conflict('decided')
    for (const act of decisionsOf(input, held, kind)) {
      await perform(tx, member, kind, found.thingId, act, input)
      await writeDecision(tx, member, found, act, input)
    }
    if (personal.includes(input.act)) await settleStanding(tx, found.authorId, member.personId)
  })
  if (personal.includes(input.act)) await forgetStanding(found.authorId)
}

/** Puts everything back where a decision took it from, inside the caller's transaction. @returns whether it was still standing */
export async function takeBack(tx: Tx, by: Member, one: DecisionRow): Promise<boolean> {
  const undone = await tx.moderationDecision.updateMany({ where: { id: one.id, undoneAt: null }, data: { undoneAt: new Date(), undoneById: by.personId } })
  if (undone.count === 0) return false
  const kind = kindOf(one.kind)
  if (one.act === 'HIDE') await kind?.restore?.(tx, by, one.thingId)
  else if (one.act === 'EDIT') await kind?.unwrite?.(tx, by, one.thingId)
  else if (one.act === 'REJECT') await kind?.approve?.(tx, by, one.thingId)
  else if (personal.includes(one.act)) await settleStanding(tx, one.authorId, by.personId)
  await recordEvent(tx, 'moderation.decision.undone', { decisionId: one.id, act: one.act, kind: one.kind, thingId: one.thingId, authorId: one.authorId }, by.personId)
  return true
}

/** @throws NotFound, Forbidden, Conflict "appealed" while an appeal waits for somebody else */
export async function undoDecision(viewer: Viewer, { decisionId }: { decisionId: number }): Promise<{ caseId: number }> {
  const member = asMember(viewer)
  const one = await getDecisionUnscoped(decisionId)
  await reachCase(member, one.caseId)
  const answer = { caseId: one.caseId }
  if (one.undone) return answer
  if (one.appealed && !one.judged) throw new Conflict('appealed')
  if (!canUndo(member, one)) throw new Forbidden()
  await transaction(tx => takeBack(tx, member, one))
  if (personal.includes(one.act)) await forgetStanding(one.authorId)
  return answer
}

import { forgetStanding } from '~/features/people/standing.server'
import { transaction } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import { takeBack } from './decisions.server'
import './events'
import { canAppeal, canJudge } from './policy'
import { reachCase } from './rows/case.server'
import { getDecisionUnscoped } from './rows/decision.server'
import { asMember } from './rows/member.server'
import { personal } from './words'

/** Whom a decision may concern: somebody suspended is a stranger elsewhere and may still object. @throws SignInNeeded */
export function appellantOf(viewer: Viewer): number {
  const personId = viewer.personId ?? viewer.suspended?.personId
  if (personId === undefined) throw new SignInNeeded()
  return personId
}

/** The person and the names they write under: a decision about a post under a name concerns who wrote it. @throws SignInNeeded */
export const concernedOf = (viewer: Viewer): number[] => [appellantOf(viewer), ...viewer.aliases]

/** Once per decision; said by whom the decision names, so an appeal opens no name. @throws NotFound for another's, Conflict "appealed" or "late", Invalid beside `text` */
export async function appeal(viewer: Viewer, input: { decisionId: number; text: string }): Promise<void> {
  const concerned = concernedOf(viewer)
  const one = await getDecisionUnscoped(input.decisionId)
  if (!concerned.includes(one.authorId)) throw new NotFound('decision')
  if (one.appealed) throw new Conflict('appealed')
  if (!canAppeal(one.authorId, one)) throw new Conflict('late')
  const text = input.text.trim().slice(0, 2_000)
  if (text.length < 10) throw new Invalid({ text: ['moderation:errors.appealShort'] })
  await transaction(async tx => {
    const made = await tx.$executeRaw`insert into moderation_appeal (decision_id, text) values (${one.id}::int, ${text}::text) on conflict do nothing`
    if (made > 0) await recordEvent(tx, 'moderation.appeal.made', { decisionId: one.id, authorId: one.authorId }, one.authorId)
  })
}

/**
 * Somebody else than who decided says whether it stands. What is undone is undone everywhere.
 * @throws NotFound, Forbidden for who decided or is concerned, Conflict "decided", Invalid beside `answer`
 */
export async function judgeAppeal(viewer: Viewer, input: { decisionId: number; upheld: boolean; answer: string }): Promise<void> {
  const member = asMember(viewer)
  const one = await getDecisionUnscoped(input.decisionId)
  await reachCase(member, one.caseId)
  if (one.judged || one.undone) throw new Conflict('decided')
  if (!canJudge(member, one)) throw new Forbidden(one.byId === member.personId ? 'ownDecision' : 'generic')
  const answer = input.answer.trim().slice(0, 1_000)
  if (answer.length < 5) throw new Invalid({ answer: ['moderation:errors.answerNeeded'] })
  await transaction(async tx => {
    const judged = await tx.moderationAppeal.updateMany({
      where: { decisionId: one.id, decidedAt: null }, data: { upheld: input.upheld, answer, decidedById: member.personId, decidedAt: new Date() },
    })
    if (judged.count === 0) throw new Conflict('decided')
    if (!input.upheld) await takeBack(tx, member, one)
    await recordEvent(tx, 'moderation.appeal.judged', { decisionId: one.id, upheld: input.upheld, authorId: one.authorId }, member.personId)
  })
  if (!input.upheld && personal.includes(one.act)) await forgetStanding(one.authorId)
}

import type { NoticeContribution, NoticeRule, Told } from '~/features/notifications/contract'
import { holdersOfUnscoped } from '~/features/people/standing.server'
import './events'
import { getDecisionUnscoped } from './rows/decision.server'
import type { Act } from './words'

/** What is told of a decision to one person: never by whom. */
async function tell(decisionId: number, personIds: readonly number[], url: string): Promise<Told[]> {
  const one = await getDecisionUnscoped(decisionId)
  return personIds.map(personId => ({
    personId, audience: `user:${personId}`, url, groupKey: `decision:${decisionId}`, about: `decision:${decisionId}`, params: { name: '', title: one.title },
  }))
}

const decided = (act: Act): NoticeRule<'moderation.case.decided'> => ({
  name: `moderation.${act.toLowerCase()}`, event: 'moderation.case.decided', group: 'decisions',
  recipients: ({ payload }) => (payload.act === act ? tell(payload.decisionId, [payload.authorId], act === 'APPROVE' ? '/menunggu' : `/banding/${payload.decisionId}`) : Promise.resolve([])),
})

const judged = (upheld: boolean): NoticeRule<'moderation.appeal.judged'> => ({
  name: `moderation.${upheld ? 'upheld' : 'granted'}`, event: 'moderation.appeal.judged', group: 'decisions',
  recipients: ({ payload }) => (payload.upheld === upheld ? tell(payload.decisionId, [payload.authorId], `/banding/${payload.decisionId}`) : Promise.resolve([])),
})

const undone: NoticeRule<'moderation.decision.undone'> = {
  name: 'moderation.undone', event: 'moderation.decision.undone', group: 'decisions',
  recipients: async ({ payload }) => {
    const { judged } = await getDecisionUnscoped(payload.decisionId)
    // an appeal that was granted says so itself
    return judged ? [] : tell(payload.decisionId, [payload.authorId], `/banding/${payload.decisionId}`)
  },
}

/** Moderators of the house hear that somebody objects; whoever decided cannot judge it and is not asked. */
const appealed: NoticeRule<'moderation.appeal.made'> = {
  name: 'moderation.appealed', event: 'moderation.appeal.made', group: 'decisions',
  recipients: async ({ payload }) => {
    const { byId } = await getDecisionUnscoped(payload.decisionId)
    const moderators = await holdersOfUnscoped('MODERATOR')
    const others = moderators.filter(id => id !== byId)
    return tell(payload.decisionId, others.length > 0 ? others : await holdersOfUnscoped('ADMINISTRATOR'), `/moderasi/banding/${payload.decisionId}`)
  },
}

/** Authors are told of what was decided about them, with the way to the reason. */
export const moderationNotices: NoticeContribution = {
  rules: [decided('HIDE'), decided('EDIT'), decided('WARN'), decided('SILENCE'), decided('SUSPEND'), decided('REJECT'), decided('APPROVE'), judged(true), judged(false), undone, appealed],
}

import type { NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { holdersOfUnscoped } from '~/features/people/standing.server'
import { formatDateTime } from '~/platform/i18n/format'
import type { Tongue } from '~/platform/i18n/i18n'
import { translator } from '~/platform/i18n/words'
import './events'
import { getDecisionUnscoped, listDecisionsUnscoped, type DecisionRow } from './rows/decision.server'
import { harsh, type Act } from './words'

type Part = 'decision' | 'undone' | 'appeal'

/** What is told of a decision to one person: never by whom. */
async function tell(decisionId: number, personIds: readonly number[], url: string, part: Part): Promise<Told[]> {
  const one = await getDecisionUnscoped(decisionId)
  return personIds.map(personId => ({
    personId, audience: `user:${personId}`, url, groupKey: `decision:${decisionId}`, about: `${part}:${decisionId}`, params: { name: '', title: one.title },
  }))
}

const decided = (act: Act): NoticeRule<'moderation.case.decided'> => ({
  name: `moderation.${act.toLowerCase()}`, event: 'moderation.case.decided', group: 'decisions',
  recipients: ({ payload }) => (payload.act === act ? tell(payload.decisionId, [payload.authorId], act === 'APPROVE' ? '/menunggu' : `/banding/${payload.decisionId}`, 'decision') : Promise.resolve([])),
})

const judged = (upheld: boolean): NoticeRule<'moderation.appeal.judged'> => ({
  name: `moderation.${upheld ? 'upheld' : 'granted'}`, event: 'moderation.appeal.judged', group: 'decisions',
  recipients: ({ payload }) => (payload.upheld === upheld ? tell(payload.decisionId, [payload.authorId], `/banding/${payload.decisionId}`, 'appeal') : Promise.resolve([])),
})

const undone: NoticeRule<'moderation.decision.undone'> = {
  name: 'moderation.undone', event: 'moderation.decision.undone', group: 'decisions',
  recipients: async ({ payload }) => {
    const { judged } = await getDecisionUnscoped(payload.decisionId)
    // an appeal that was granted says so itself
    return judged ? [] : tell(payload.decisionId, [payload.authorId], `/banding/${payload.decisionId}`, 'undone')
  },
}

/** Moderators of the house hear that somebody objects; whoever decided cannot judge it and is not asked. */
const appealed: NoticeRule<'moderation.appeal.made'> = {
  name: 'moderation.appealed', event: 'moderation.appeal.made', group: 'decisions',
  recipients: async ({ payload }) => {
    const { byId } = await getDecisionUnscoped(payload.decisionId)
    const moderators = await holdersOfUnscoped('MODERATOR')
    const others = moderators.filter(id => id !== byId)
    return tell(payload.decisionId, others.length > 0 ? others : await holdersOfUnscoped('ADMINISTRATOR'), `/moderasi/banding/${payload.decisionId}`, 'appeal')
  },
}

const idsOf = (keys: readonly string[]): number[] => keys.map(key => Number(key.slice(key.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)

/** What a letter says of it, as it stands now: one that is gone says nothing. */
const reader = (part: Part, says: (one: DecisionRow, tongue: Pick<Tongue, 'locale' | 'timeZone'>) => string | null): SubjectReader => async abouts => {
  const rows = await listDecisionsUnscoped(idsOf(abouts))
  return new Map(rows.flatMap((one): [string, Subject][] => (says(one, { locale: 'id', timeZone: 'Asia/Jakarta' }) === null ? [] : [[`${part}:${one.id}`, {
    // each notice carries the one person it is for
    audience: 'public', title: one.title, url: `/banding/${one.id}`, name: '', text: tongue => says(one, tongue) ?? '', at: one.at,
  }]])))
}

/** Reason, until when, and the way to object: somebody suspended may not be able to look it up. */
const decision = reader('decision', (one, { locale, timeZone }) => {
  if (one.undone) return null
  const t = translator(locale, 'moderation')
  const until = one.until === null ? '' : t('own.until', { time: formatDateTime(one.until, { locale, timeZone, now: Date.now() }) })
  return [one.reason, until, harsh.includes(one.act) ? t('mail.appeal') : ''].filter(Boolean).join('. ').replace(/([.!?])\. /g, '$1 ')
})
/** The objection until it is answered, then the answer. */
const appeal = reader('appeal', one => (one.appeal ? one.appeal.answer || one.appeal.text : null))
const taken = reader('undone', one => (one.undone ? '' : null))

/** Authors are told of what was decided about them, with the reason: in the house, by mail and push as they chose for decisions. */
export const moderationNotices: NoticeContribution = {
  rules: [decided('HIDE'), decided('EDIT'), decided('ASK'), decided('WARN'), decided('SILENCE'), decided('SUSPEND'), decided('REJECT'), decided('APPROVE'), judged(true), judged(false), undone, appealed],
  subjects: { decision, appeal, undone: taken },
}

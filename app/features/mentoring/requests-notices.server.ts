import { ms } from '~/features/discussion/sql'
import { firstWords } from '~/features/discussion/written.server'
import type { NoticeAmendments, NoticeContribution, NoticeRule, Subject, SubjectReader, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import { offerPath, requestPath, requestsPath, roomPath } from './paths'
import { pairRules, pairSubject } from './rows/pair-notices.server'
import './requests-events'

interface Facts {
  id: number
  state: string
  title: string | null
  goal: string
  learnerId: number
  learner: string
  mentorId: number | null
  mentor: string | null
  pairId: number | null
  seated: boolean
  at: number
}

const factsOf = (ids: readonly number[]) => sql<Facts>('request-facts', `select r.id, r.state::text as state, o.title, left(r.goal, 300) as goal, r.learner_id as "learnerId", l.name as learner, r.mentor_id as "mentorId", m.name as mentor,
    r.pair_id as "pairId", coalesce(s.state = 'IN', false) as seated, ${ms('r.created_at')} as at
  from mentoring_request r join person l on l.id = r.learner_id left join person m on m.id = r.mentor_id left join mentoring_offer o on o.id = r.offer_id
    left join mentoring_member s on s.pair_id = r.pair_id and s.person_id = r.learner_id where r.id = any($1)`, [[...ids]])

/** Who looks for somebody has no offer to name it by. */
const nameOf = (one: Facts): string => one.title ?? firstWords(one.goal)

/** Each side has its own notice of a request: nobody else holds `user:<id>`. */
const toMentor = (one: Facts): Told[] => (one.mentorId === null ? [] : [{
  personId: one.mentorId, audience: `user:${one.mentorId}`, url: requestPath(one.id), groupKey: `request:${one.id}`, about: `requestto:${one.id}`, params: { name: one.learner, title: nameOf(one) },
}])
const toLearner = (one: Facts, url = requestPath(one.id)): Told[] => [{
  personId: one.learnerId, audience: `user:${one.learnerId}`, url, groupKey: `request:${one.id}`, about: `requestof:${one.id}`, params: { name: one.mentor ?? '', title: nameOf(one) },
}]

/** Officers hear of who looks for somebody; whom it is about stands on the page, which asks again who they are. */
async function toOfficers(one: Facts): Promise<Told[]> {
  const rows = await sql<{ id: number }>('programme-officers', "select distinct person_id as id from role_grant where role = 'HRD_OFFICER' order by person_id limit 100")
  return rows.map(({ id }) => ({ personId: id, audience: `user:${id}`, url: `${requestsPath}?daftar=carikan`, groupKey: 'requests:needs', about: `need:${one.id}`, params: { name: '', title: '' } }))
}

type Acted = RecordedEvent<'mentoring.request.acted'>

/** `still`: the states in which it is worth telling, should delivery be late. */
function onAct(name: string, act: Acted['payload']['act'], who: (one: Facts) => Promise<Told[]> | Told[], still: readonly string[], group?: 'reminders'): NoticeRule<'mentoring.request.acted'> {
  return {
    name, event: 'mentoring.request.acted', ...(group ? { group } : {}),
    async recipients(event) {
      if (event.payload.act !== act) return []
      const [one] = await factsOf([event.payload.requestId])
      return one && still.includes(one.state) ? who(one) : []
    },
  }
}

const waits = ['NEW', 'VIEWED', 'ASKED_BACK']
const asked = (one: Facts) => one.mentorId !== null
const rules: NoticeRule[] = [
  onAct('requests.new', 'send', one => (asked(one) ? toMentor(one) : []), waits),
  onAct('requests.need', 'send', one => (asked(one) ? [] : toOfficers(one)), waits),
  onAct('requests.question', 'ask', one => toLearner(one), ['ASKED_BACK']),
  onAct('requests.answer', 'answer', toMentor, waits),
  onAct('requests.accepted', 'accept', one => (one.seated ? toLearner(one, one.pairId ? roomPath(one.pairId, 'kesepakatan') : undefined) : []), ['ACCEPTED']),
  onAct('requests.queued', 'accept', one => (one.seated ? [] : toLearner(one)), ['ACCEPTED']),
  onAct('requests.declined', 'decline', one => toLearner(one), ['DECLINED']),
  onAct('requests.withdrawn', 'withdraw', toMentor, ['WITHDRAWN']),
  onAct('requests.expired', 'expire', one => toLearner(one), ['EXPIRED']),
  onAct('requests.nudge', 'nudge', one => (asked(one) ? toMentor(one) : []), waits, 'reminders'),
  onAct('requests.needNudge', 'nudge', one => (asked(one) ? [] : toOfficers(one)), waits, 'reminders'),
  onAct('requests.paired', 'pair', one => [...toLearner(one, one.pairId ? roomPath(one.pairId, 'kesepakatan') : undefined), ...toMentor(one).map(told => ({ ...told, url: one.pairId ? roomPath(one.pairId, 'kesepakatan') : told.url }))], ['ACCEPTED']),
]

/** Not to blame anybody: the offer rests so that nobody waits in vain. */
const paused: NoticeRule<'mentoring.offer.paused'> = {
  name: 'requests.paused', event: 'mentoring.offer.paused',
  async recipients({ payload }) {
    const [one] = await factsOf([payload.requestId])
    return one ? toMentor(one).map(told => ({ ...told, url: offerPath(payload.offerId), groupKey: `offer:${payload.offerId}` })) : []
  },
}

/** Decided: nobody is asked to answer any more. */
const decided: NoticeAmendments<'mentoring.request.acted'> = {
  event: 'mentoring.request.acted',
  amend: ({ payload }) => Promise.resolve([
    ...(['accept', 'decline', 'expire', 'pair'].includes(payload.act) ? [{ groupKey: `request:${payload.requestId}`, about: `requestto:${payload.requestId}`, audience: payload.act === 'pair' ? `user:${payload.mentorId}` : null }] : []),
    ...(payload.mentorId === null || payload.act === 'pair' ? (waits.includes(payload.state) ? [] : [{ groupKey: 'requests:needs', about: `need:${payload.requestId}`, audience: null }]) : []),
  ]),
}

const idsOf = (keys: readonly string[]): number[] => keys.map(key => Number(key.slice(key.indexOf(':') + 1))).filter(id => id <= 2_147_483_647)
const subject = (prefix: string, of: (one: Facts) => Omit<Subject, 'at' | 'title'> & { title?: string } | null): SubjectReader => async abouts =>
  new Map((await factsOf(idsOf(abouts))).flatMap((one): [string, Subject][] => {
    const found = of(one)
    return found ? [[`${prefix}:${one.id}`, { title: nameOf(one), at: one.at, ...found }]] : []
  }))

/** Who is told of requests and pairs: those concerned, and of a need the officers. */
export const requestNotices: NoticeContribution = {
  rules: [...rules, paused, ...pairRules],
  amendments: [decided],
  subjects: {
    requestto: subject('requestto', one => (one.mentorId === null ? null : { audience: `user:${one.mentorId}`, url: requestPath(one.id), name: one.learner, authorId: one.learnerId, text: one.goal })),
    requestof: subject('requestof', one => ({ audience: `user:${one.learnerId}`, url: requestPath(one.id), name: one.mentor ?? '', text: '' })),
    need: subject('need', one => (one.mentorId === null ? { audience: 'asn', url: `${requestsPath}?daftar=carikan`, name: '', text: '' } : null)),
    pair: pairSubject,
  },
}

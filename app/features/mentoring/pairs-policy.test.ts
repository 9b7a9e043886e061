import { describe, expect, test } from 'vitest'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { isOfficer } from './offers-policy'
import { canSeePair, mayInPair, mayWorkInPair, roleInPair, type PairFacts } from './pairs-policy'
import { canRequest, mayInRequest, roleInRequest, type RequestFacts } from './requests-policy'

const member = (personId: number, more: Partial<Member> = {}): Member => ({ ...stranger(), personId, kind: 'ASN', verified: true, audiences: ['public', 'asn', `user:${personId}`], ...more })
const inside = (personId: number, more: Partial<Member> = {}) => member(personId, { audiences: ['public', 'asn', `user:${personId}`, 'group:9'], ...more })
const silenced = { silencedUntil: Date.now() + 3_600_000 }
const who: Record<string, Viewer> = {
  stranger: stranger(), colleague: member(1), officer: member(2, { roles: ['HRD_OFFICER'] }), administrator: member(3, { roles: ['ADMINISTRATOR', 'MODERATOR'] }),
  mentor: inside(4), learner: inside(5), silencedLearner: inside(5, silenced),
  /** went, and lost the group with it */
  leaver: member(6),
  /** let in by a report: reads, is nobody there */
  guest: inside(7, { roles: ['HRD_OFFICER'] }),
}
const allowed = (ask: (viewer: Viewer) => boolean) => Object.keys(who).filter(name => ask(who[name] as Viewer))
const yes = (names: string) => names.split(' ').filter(Boolean)
const pair = (state: PairFacts['state']): PairFacts => ({ mentorId: 4, groupId: 9, state, learnerIds: [5] })

describe('a pair', () => {
  const table: [name: string, ask: (viewer: Viewer) => boolean, names: string][] = [
    ['1 is seen by its people alone', viewer => canSeePair(viewer, pair('RUNNING')), 'mentor learner silencedLearner guest'],
    ['2 has a mentor', viewer => roleInPair(viewer, pair('RUNNING')) === 'MENTOR', 'mentor'],
    ['3 has learners', viewer => roleInPair(viewer, pair('RUNNING')) === 'LEARNER', 'learner silencedLearner'],
    ['4 is worked in by its people', viewer => mayWorkInPair(viewer, pair('RUNNING')), 'mentor learner'],
    ['5 is worked in while it closes', viewer => mayWorkInPair(viewer, pair('CLOSING')), 'mentor learner'],
    ['6 is not worked in once finished', viewer => mayWorkInPair(viewer, pair('FINISHED')), ''],
    ['7 is not worked in once ended', viewer => mayWorkInPair(viewer, pair('ENDED')), ''],
    ['8 gets proposals of its people', viewer => mayInPair(viewer, pair('AGREEING'), 'propose'), 'mentor learner'],
    ['9 is confirmed also by who may not write', viewer => mayInPair(viewer, pair('AGREEING'), 'hold'), 'mentor learner silencedLearner'],
    ['10 is left also by who may not write', viewer => mayInPair(viewer, pair('RUNNING'), 'leave'), 'mentor learner silencedLearner'],
    ['11 is closed by its people once it runs', viewer => mayInPair(viewer, pair('RUNNING'), 'close'), 'mentor learner'],
    ['12 is not closed before', viewer => mayInPair(viewer, pair('AGREEING'), 'close'), ''],
    ['13 is rated while it closes', viewer => mayInPair(viewer, pair('CLOSING'), 'rate'), 'mentor learner'],
    ['14 is not rated afterwards', viewer => mayInPair(viewer, pair('FINISHED'), 'rate'), ''],
    ['15 is stopped by nobody of the room', viewer => mayInPair(viewer, pair('RUNNING'), 'stop'), ''],
    ['16 has officers of the programme outside it', viewer => isOfficer(viewer), 'officer administrator guest'],
  ]
  test.each(table)('%s', (_name, ask, names) => expect(allowed(ask)).toEqual(yes(names)))
})

describe('a request', () => {
  const request = (state: RequestFacts['state'], mentorId: number | null = 4): RequestFacts => ({ mentorId, learnerId: 5, state })
  const table: [name: string, ask: (viewer: Viewer) => boolean, names: string][] = [
    ['1 is known to its two alone', viewer => roleInRequest(viewer, request('NEW')) !== null, 'mentor learner silencedLearner'],
    ['2 without a mentor is known to officers', viewer => roleInRequest(viewer, request('NEW', null)) !== null, 'officer administrator learner silencedLearner guest'],
    ['3 is accepted by its mentor', viewer => mayInRequest(viewer, request('VIEWED'), 'accept'), 'mentor'],
    ['4 is withdrawn by its learner, silenced or not', viewer => mayInRequest(viewer, request('NEW'), 'withdraw'), 'learner silencedLearner'],
    ['5 is answered by its learner when asked', viewer => mayInRequest(viewer, request('ASKED_BACK'), 'answer'), 'learner'],
    ['6 is not answered unasked', viewer => mayInRequest(viewer, request('VIEWED'), 'answer'), ''],
    ['7 is paired by officers where nobody is asked', viewer => mayInRequest(viewer, request('NEW', null), 'pair'), 'officer administrator guest'],
    ['8 is not paired by officers where somebody is', viewer => mayInRequest(viewer, request('NEW'), 'pair'), ''],
    ['9 takes nothing once decided', viewer => mayInRequest(viewer, request('ACCEPTED'), 'decline') || mayInRequest(viewer, request('DECLINED'), 'accept') || mayInRequest(viewer, request('EXPIRED'), 'accept'), ''],
    ['10 is sent by colleagues who may write', viewer => canRequest(viewer), 'colleague officer administrator mentor learner leaver guest'],
  ]
  test.each(table)('%s', (_name, ask, names) => expect(allowed(ask)).toEqual(yes(names)))
})

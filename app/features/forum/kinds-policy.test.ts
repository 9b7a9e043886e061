import { describe, expect, test } from 'vitest'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { canReply } from '~/features/discussion/policy'
import { dayOf, endOfDay } from './dates'
import { officialStates, type OfficialStateName } from './kind-views'
import { mayBecome } from './kinds'
import { canAnswerOfficially, canMakePoll, canUseKind, canVote, kindFits, nextStates, seesResults } from './policy'
import { topicKinds, type TopicKindName } from './views'

const ME = 5
const member = (kind: Member['kind'], more: Partial<Member> = {}): Member =>
  ({ ...stranger(), personId: ME, kind, name: 'Orang', slug: 'orang', verified: true, audiences: ['public', ...(kind === 'ASN' ? ['asn', 'unit:1', 'unit:12'] : []), `user:${ME}`], unitIds: kind === 'ASN' ? [1, 12] : [], ...more })
const who = {
  stranger: stranger(), citizen: member('CITIZEN'), partner: member('PARTNER'), asn: member('ASN'), head: member('ASN', { headOf: [12] }), officer: member('ASN', { roles: ['SERVICE_OFFICER'], serves: [12] }),
  moderator: member('ASN', { roles: ['MODERATOR'] }), administrator: member('ASN', { roles: ['ADMINISTRATOR'] }), unverified: member('CITIZEN', { verified: false }),
} satisfies Record<string, Viewer>

const uses: [number, keyof typeof who, TopicKindName[]][] = [
  [1, 'citizen', ['DISCUSSION', 'QUESTION', 'EXPERIENCE']],
  [2, 'partner', ['DISCUSSION', 'QUESTION', 'EXPERIENCE']],
  [3, 'asn', ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'FEEDBACK']],
  [4, 'head', ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'FEEDBACK', 'CONSULTATION', 'ANNOUNCEMENT']],
  [5, 'officer', ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'FEEDBACK', 'CONSULTATION', 'ANNOUNCEMENT']],
  [6, 'moderator', ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'FEEDBACK', 'ANNOUNCEMENT']],
  [7, 'administrator', ['DISCUSSION', 'QUESTION', 'EXPERIENCE', 'FEEDBACK', 'CONSULTATION', 'ANNOUNCEMENT']],
]

const places: [number, TopicKindName, string, TopicKindName[], boolean][] = [
  // number, kind, audience of the category, kinds it lists, fits
  [1, 'CONSULTATION', 'public', [], true],
  [2, 'CONSULTATION', 'asn', [], false],
  [3, 'CONSULTATION', 'unit:12', ['CONSULTATION'], false],
  [4, 'FEEDBACK', 'public', [], false],
  [5, 'FEEDBACK', 'public', ['FEEDBACK'], false],
  [6, 'FEEDBACK', 'asn', [], true],
  [7, 'FEEDBACK', 'unit:12', [], true],
  [8, 'QUESTION', 'public', ['DISCUSSION'], false],
  [9, 'QUESTION', 'public', ['QUESTION'], true],
  [10, 'ANNOUNCEMENT', 'asn', [], true],
]

describe('kinds', () => {
  test.each(uses)('%i. %s opens %j', (_n, viewer, kinds) => {
    expect(topicKinds.filter(kind => canUseKind(who[viewer], kind))).toEqual(kinds)
  })
  test.each(places)('%i. %s in a category for %s that lists %j: %s', (_n, kind, audience, kinds, fits) => {
    expect(kindFits(kind, { audience, kinds })).toBe(fits)
  })
  test('only kinds that promise nobody anything are changed afterwards', () => {
    for (const from of topicKinds) for (const to of topicKinds) expect(mayBecome(from, to)).toBe(from === to || ![from, to].some(kind => kind === 'FEEDBACK' || kind === 'CONSULTATION'))
  })
})

const ladder: [number, OfficialStateName | null, OfficialStateName[]][] = [
  [1, null, ['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED']],
  [2, 'CONSIDERED', ['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED']],
  [3, 'ACCEPTED', ['ACCEPTED', 'PARTLY', 'DONE']],
  [4, 'PARTLY', ['ACCEPTED', 'PARTLY', 'DONE']],
  [5, 'DECLINED', ['CONSIDERED']],
  [6, 'DONE', ['DONE']],
]
const unit = { id: 12, path: [1, 12] }
const answers: [number, keyof typeof who, TopicKindName, string, boolean][] = [
  [1, 'stranger', 'CONSULTATION', 'public', false],
  [2, 'citizen', 'CONSULTATION', 'public', false],
  [3, 'asn', 'CONSULTATION', 'public', false],
  [4, 'moderator', 'CONSULTATION', 'public', false],
  [5, 'head', 'CONSULTATION', 'public', true],
  [6, 'officer', 'CONSULTATION', 'public', true],
  [7, 'administrator', 'CONSULTATION', 'public', true],
  [8, 'head', 'DISCUSSION', 'public', false],
  [9, 'head', 'CONSULTATION', 'unit:99', false],
]

describe('official answers', () => {
  test.each(ladder)('%i. after %s may come %j', (_n, from, expected) => {
    expect(officialStates.filter(state => nextStates(from).includes(state))).toEqual(officialStates.filter(state => expected.includes(state)))
  })
  test.each(answers)('%i. %s answers a %s for %s: %s', (_n, viewer, kind, audience, expected) => {
    expect(canAnswerOfficially(who[viewer], { kind, audience }, unit)).toBe(expected)
  })
  test('nobody answers for a unit that is not there', () => expect(canAnswerOfficially(who.administrator, { kind: 'CONSULTATION', audience: 'public' }, null)).toBe(false))
})

const own = { audience: 'public', authorId: ME, locked: false }
const others = { audience: 'public', authorId: 1, locked: false }
const polls: [number, keyof typeof who, typeof own, boolean, boolean, boolean][] = [
  // number, who, topic, poll closed, makes one, votes
  [1, 'stranger', others, false, false, false],
  [2, 'unverified', own, false, false, false],
  [3, 'citizen', own, false, true, true],
  [4, 'citizen', others, false, false, true],
  [5, 'citizen', others, true, false, false],
  [6, 'citizen', { ...own, locked: true }, false, false, false],
  [7, 'moderator', others, false, true, true],
  [8, 'citizen', { ...others, audience: 'asn' }, false, false, false],
]
const figures: [number, Parameters<typeof seesResults>[0], ReturnType<typeof seesResults>][] = [
  [1, { afterVote: false, anonymous: false, closed: false, voters: 1, voted: false }, 'yes'],
  [2, { afterVote: true, anonymous: false, closed: false, voters: 9, voted: false }, 'afterVote'],
  [3, { afterVote: true, anonymous: false, closed: false, voters: 9, voted: true }, 'yes'],
  [4, { afterVote: true, anonymous: false, closed: true, voters: 9, voted: false }, 'yes'],
  [5, { afterVote: false, anonymous: true, closed: false, voters: 4, voted: true }, 'few'],
  [6, { afterVote: false, anonymous: true, closed: true, voters: 4, voted: true }, 'few'],
  [7, { afterVote: false, anonymous: true, closed: false, voters: 5, voted: false }, 'yes'],
]

describe('polls', () => {
  test.each(polls)('%i. %s on %j, closed %s: makes %s, votes %s', (_n, viewer, topic, closed, makes, votes) => {
    expect(canMakePoll(who[viewer], topic)).toBe(makes)
    expect(canVote(who[viewer], topic, { closed })).toBe(votes)
  })
  test.each(figures)('%i. figures of %j: %s', (_n, poll, expected) => expect(seesResults(poll)).toBe(expected))
})

describe('whom a topic asks', () => {
  const thread = { audience: 'asn', authorId: 1, answerable: false, locked: false, removed: false }
  const asked: [number, keyof typeof who, string[], boolean][] = [
    [1, 'asn', [], true],
    [2, 'asn', ['unit:12'], true],
    [3, 'asn', ['unit:99'], false],
    [4, 'asn', [`user:${ME}`], true],
    [5, 'asn', ['user:6', 'user:7'], false],
    [6, 'moderator', ['user:6'], false],
    [7, 'citizen', ['user:5'], false],
  ]
  test.each(asked)('%i. %s where %j are asked: %s', (_n, viewer, repliers, expected) => expect(canReply(who[viewer], { ...thread, repliers })).toBe(expected))
  test('whoever asked answers too', () => expect(canReply(who.asn, { ...thread, authorId: ME, repliers: ['user:6'] })).toBe(true))
})

describe('days', () => {
  test.each([
    ['2026-12-05', 'Asia/Jakarta', '2026-12-05T16:59:00.000Z'], ['2026-12-05', 'Asia/Jayapura', '2026-12-05T14:59:00.000Z'], ['2027-02-29', 'Asia/Jakarta', null], ['besok', 'Asia/Jakarta', null], ['2026-13-01', 'UTC', null],
  ] as const)('%s in %s ends at %s', (day, zone, expected) => {
    const end = endOfDay(day, zone)
    expect(end?.toISOString() ?? null).toBe(expected)
    if (end) expect(dayOf(end.getTime(), zone)).toBe(day)
  })
})

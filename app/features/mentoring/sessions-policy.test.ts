import { expect, test } from 'vitest'
import { stranger, type Member } from '~/platform/viewer'
import { canBook, canChangeSession, canConfirm, canList, canPrepare } from './sessions-policy'

const person = (personId: number, more: Partial<Member> = {}): Member => ({ ...stranger(), personId, kind: 'ASN', verified: true, audiences: ['public', 'asn', 'group:9', `user:${personId}`], ...more })
const mentor = person(1)
const learner = person(2)
const outside = person(3, { audiences: ['public', 'asn', 'user:3'], roles: ['HRD_OFFICER', 'ADMINISTRATOR', 'MODERATOR'] })
const guest = person(4)
const silent = person(2, { silencedUntil: Date.now() + 60_000 })
const pair = (more: object = {}) => ({ mentorId: 1, groupId: 9, state: 'RUNNING' as const, learnerIds: [2], form: 'ONE_TO_ONE', ...more })
const AHEAD = { state: 'BOOKED', startsAt: 1_000, endsAt: 2_000 }
const BEFORE = 500
const DURING = 1_500
const AFTER = 2_500

test.each([
  [1, 'book', mentor, pair(), true], [2, 'book', learner, pair(), true], [3, 'book', outside, pair(), false], [4, 'book', guest, pair(), false], [5, 'book', silent, pair(), false], [6, 'book', stranger(), pair(), false],
  [7, 'book', learner, pair({ state: 'AGREEING' }), true], [8, 'book', learner, pair({ state: 'CLOSING' }), false], [9, 'book', mentor, pair({ state: 'FINISHED' }), false], [10, 'book', mentor, pair({ form: 'WRITTEN' }), false],
  [11, 'book', mentor, pair({ form: 'GROUP' }), true], [12, 'book', learner, pair({ form: 'GROUP' }), false],
])('%i. %s', (_number, _act, viewer, of, may) => { expect(canBook(viewer, of)).toBe(may) })

test.each([
  [1, mentor, pair(), AHEAD, BEFORE, true], [2, learner, pair(), AHEAD, BEFORE, true], [3, learner, pair(), AHEAD, DURING, false], [4, learner, pair({ form: 'GROUP' }), AHEAD, BEFORE, false], [5, mentor, pair({ form: 'GROUP' }), AHEAD, BEFORE, true],
  [6, mentor, pair(), { ...AHEAD, state: 'CANCELLED' }, BEFORE, false], [7, outside, pair(), AHEAD, BEFORE, false], [8, guest, pair(), AHEAD, BEFORE, false], [9, mentor, pair({ state: 'ENDED' }), AHEAD, BEFORE, false],
])('change %i', (_number, viewer, of, session, now, may) => { expect(canChangeSession(viewer, of, session, now)).toBe(may) })

test.each([
  [1, learner, pair({ form: 'GROUP' }), AHEAD, DURING, true], [2, learner, pair(), AHEAD, AFTER, false], [3, guest, pair(), AHEAD, BEFORE, false], [4, silent, pair(), AHEAD, BEFORE, false],
])('prepare %i', (_number, viewer, of, session, now, may) => { expect(canPrepare(viewer, of, session, now)).toBe(may) })

test.each([
  [1, learner, pair(), AHEAD, BEFORE, false], [2, learner, pair(), AHEAD, DURING, true], [3, mentor, pair({ state: 'FINISHED' }), { ...AHEAD, state: 'DONE' }, AFTER, true], [4, guest, pair(), AHEAD, AFTER, false], [5, outside, pair(), AHEAD, AFTER, false],
  [6, mentor, pair(), { ...AHEAD, state: 'CANCELLED' }, AFTER, false], [7, silent, pair(), AHEAD, AFTER, false],
])('confirm %i', (_number, viewer, of, session, now, may) => { expect(canConfirm(viewer, of, session, now)).toBe(may) })

test.each([[1, mentor, 'GROUP', true], [2, learner, 'GROUP', false], [3, mentor, 'ONE_TO_ONE', false]])('list %i', (_number, viewer, form, may) => { expect(canList(viewer, pair({ form }), AHEAD, AFTER)).toBe(may) })

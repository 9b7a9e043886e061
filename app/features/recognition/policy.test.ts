import { describe, expect, test } from 'vitest'
import { stranger, type Viewer } from '~/platform/viewer'
import { canInvite, mayBeAsked, type Asked } from './policy'

const now = Date.parse('2026-11-22T00:00:00Z')
const day = 86_400_000
const member: Viewer = { ...stranger(), personId: 7, kind: 'CITIZEN', verified: true, audiences: ['public', 'user:7'] }
const question = { audience: 'public', authorId: 3, answerable: true, locked: false, removed: false, acceptedNumber: null }

describe('who may invite to answer', () => {
  test.each<[no: number, what: string, viewer: Viewer, thread: Partial<Omit<typeof question, 'acceptedNumber'>> & { acceptedNumber?: number }, may: boolean]>([
    [1, 'a member, to an open question', member, {}, true],
    [2, 'a stranger', stranger(), {}, false],
    [3, 'an unconfirmed address', { ...member, verified: false }, {}, false],
    [4, 'somebody told to be silent', { ...member, silencedUntil: Date.now() + day }, {}, false],
    [5, 'to what is no question', member, { answerable: false }, false],
    [6, 'to an answered question', member, { acceptedNumber: 4 }, false],
    [7, 'to a locked question', member, { locked: true }, false],
    [8, 'to one they may not read', member, { audience: 'asn' }, false],
    [9, 'to a removed one', member, { removed: true }, false],
  ])('%i. %s', (_no, _what, viewer, thread, may) => {
    expect(canInvite(viewer, { ...question, ...thread })).toBe(may)
  })
})

describe('who may be asked', () => {
  const person: Asked = { id: 9, reads: true, wrote: false, invitedHere: false, lastInvited: 0, open: 0, blocked: false, away: false }
  test.each<[no: number, what: string, person: Partial<Asked>, may: boolean]>([
    [1, 'somebody who reads and has not written', {}, true],
    [2, 'oneself', { id: 7 }, false],
    [3, 'who may not read', { reads: false }, false],
    [4, 'who wrote in it', { wrote: true }, false],
    [5, 'who was invited to it before', { invitedHere: true }, false],
    [6, 'who was invited to something six days ago', { lastInvited: now - 6 * day }, false],
    [7, 'who was invited to something seven days ago', { lastInvited: now - 7 * day }, true],
    [8, 'who has three open invitations', { open: 3 }, false],
    [9, 'who has two, the last long ago', { open: 2, lastInvited: now - 9 * day }, true],
    [10, 'who blocked or is blocked', { blocked: true }, false],
    [11, 'who is away', { away: true }, false],
  ])('%i. %s', (_no, _what, given, may) => {
    expect(mayBeAsked(member, { ...person, ...given }, now)).toBe(may)
  })
})

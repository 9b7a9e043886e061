import { describe, expect, test } from 'vitest'
import { stranger, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import { canAppeal, canFlag, canJudge, canKeepRules, canSanction, canTake, canUndo, isEstablished, isNewcomer, mayModerate, moderatesSomething, type CaseState, type DecisionState, type Writer } from './policy'

const now = Date.parse('2026-11-22T02:00:00Z')
const day = 86_400_000

function member(id: number, given: { kind?: Member['kind']; roles?: RoleName[]; moderates?: string[]; verified?: boolean; audiences?: string[] } = {}): Member {
  const kind = given.kind ?? 'ASN'
  return {
    ...stranger(), personId: id, kind, name: 'Orang', slug: `orang-${id}`, verified: given.verified ?? true, roles: given.roles ?? [], moderates: given.moderates ?? [],
    audiences: given.audiences ?? ['public', ...(kind === 'ASN' ? ['asn'] : []), `user:${id}`],
  }
}

const who = {
  stranger: stranger(), suspended: { ...stranger(), suspended: { personId: 1, until: now + day } }, author: member(1, { kind: 'CITIZEN' }), citizen: member(2, { kind: 'CITIZEN' }), unverified: member(3, { kind: 'CITIZEN', verified: false }), asn: member(4),
  moderator: member(5, { roles: ['MODERATOR'] }), second: member(6, { roles: ['MODERATOR'] }), administrator: member(7, { roles: ['ADMINISTRATOR'] }), officer: member(8, { roles: ['HRD_OFFICER'] }),
  ofList: member(9, { moderates: ['category:5'] }), ofOther: member(10, { moderates: ['category:6'] }), citizenOfList: member(11, { kind: 'CITIZEN', moderates: ['category:5'] }), authorModerator: member(1, { roles: ['MODERATOR'] }),
  nameModerates: { ...member(13, { roles: ['MODERATOR'] }), aliases: [70] },
} satisfies Record<string, Viewer>
type Who = keyof typeof who

const places = {
  here: { audience: 'public', shelf: 'category:5' }, asn: { audience: 'asn', shelf: 'category:5' }, unit: { audience: 'unit:12', shelf: 'category:5' }, nowhere: { audience: 'public', shelf: '' },
}
const cases = {
  open: {}, taken: { claimedById: 6, claimedUntil: now + 60_000 }, lapsed: { claimedById: 6, claimedUntil: now - 1 }, mine: { claimedById: 5, claimedUntil: now + 60_000 }, closed: { closed: true }, ofName: { authorId: 70 },
}
const decisions: Record<string, Partial<DecisionState>> = {
  hidden: {}, old: { at: now - 31 * day }, kept: { act: 'KEEP' }, undone: { undone: true }, appealed: { appealed: true }, judged: { appealed: true, judged: true }, suspension: { act: 'SUSPEND', appealed: true }, silence: { act: 'SILENCE' }, asked: { act: 'ASK' }, approved: { act: 'APPROVE' }, rejected: { act: 'REJECT' }, warned: { act: 'WARN' }, ofName: { authorId: 70 },
}

const rules = {
  moderate: (viewer: Viewer, place: string) => mayModerate(viewer, places[place as keyof typeof places]),
  queue: (viewer: Viewer) => moderatesSomething(viewer),
  rules: (viewer: Viewer) => canKeepRules(viewer),
  flag: (viewer: Viewer, what: string) => canFlag(viewer, { ...places[what === 'asn' ? 'asn' : 'here'], authorId: 1, state: what === 'hidden' || what === 'gone' ? what : 'standing' }),
  take: (viewer: Viewer, what: string) => canTake(viewer, { ...places.here, authorId: 1, closed: false, claimedById: null, claimedUntil: 0, ...cases[what as keyof typeof cases] } as CaseState, now),
  sanction: (viewer: Viewer, role: string) => canSanction(viewer, { id: 1, roles: role === 'plain' ? [] : [role] }),
  appeal: (viewer: Viewer, what: string) => canAppeal(viewer.personId ?? viewer.suspended?.personId ?? null, decision(what), now),
  judge: (viewer: Viewer, what: string) => canJudge(viewer, decision(what)),
  undo: (viewer: Viewer, what: string) => canUndo(viewer, decision(what)),
}
const decision = (what: string): DecisionState => ({ ...places.here, act: 'HIDE', byId: 5, authorId: 1, at: now - day, undone: false, appealed: false, judged: false, ...decisions[what] })

const table: [number, keyof typeof rules, Who, string, boolean][] = [
  [1, 'moderate', 'moderator', 'here', true],
  [2, 'moderate', 'administrator', 'asn', true],
  [3, 'moderate', 'moderator', 'unit', false],
  [4, 'moderate', 'ofList', 'here', true],
  [5, 'moderate', 'ofOther', 'here', false],
  [6, 'moderate', 'citizenOfList', 'asn', false],
  [7, 'moderate', 'ofList', 'nowhere', false],
  [8, 'moderate', 'officer', 'here', false],
  [9, 'moderate', 'stranger', 'here', false],
  [10, 'queue', 'ofOther', '', true],
  [11, 'queue', 'asn', '', false],
  [12, 'queue', 'stranger', '', false],
  [13, 'rules', 'administrator', '', true],
  [14, 'rules', 'moderator', '', false],
  [15, 'flag', 'citizen', 'standing', true],
  [16, 'flag', 'author', 'standing', false],
  [17, 'flag', 'stranger', 'standing', false],
  [18, 'flag', 'suspended', 'standing', false],
  [19, 'flag', 'unverified', 'standing', false],
  [20, 'flag', 'citizen', 'asn', false],
  [21, 'flag', 'citizen', 'hidden', false],
  [22, 'flag', 'asn', 'gone', false],
  [23, 'take', 'moderator', 'open', true],
  [24, 'take', 'moderator', 'taken', false],
  [25, 'take', 'second', 'taken', true],
  [26, 'take', 'moderator', 'lapsed', true],
  [27, 'take', 'administrator', 'mine', false],
  [28, 'take', 'moderator', 'closed', false],
  [29, 'take', 'authorModerator', 'open', false],
  [30, 'take', 'ofList', 'open', true],
  [31, 'take', 'ofOther', 'open', false],
  [32, 'take', 'citizen', 'open', false],
  [33, 'sanction', 'moderator', 'plain', true],
  [34, 'sanction', 'ofList', 'plain', false],
  [35, 'sanction', 'moderator', 'MODERATOR', false],
  [36, 'sanction', 'moderator', 'ADMINISTRATOR', false],
  [37, 'sanction', 'administrator', 'MODERATOR', true],
  [38, 'sanction', 'moderator', 'HRD_OFFICER', true],
  [39, 'sanction', 'authorModerator', 'plain', false],
  [40, 'appeal', 'author', 'hidden', true],
  [41, 'appeal', 'suspended', 'hidden', true],
  [42, 'appeal', 'citizen', 'hidden', false],
  [43, 'appeal', 'author', 'old', false],
  [44, 'appeal', 'author', 'kept', false],
  [45, 'appeal', 'author', 'undone', false],
  [46, 'appeal', 'author', 'appealed', false],
  [47, 'appeal', 'stranger', 'hidden', false],
  [48, 'judge', 'moderator', 'appealed', false],
  [49, 'judge', 'second', 'appealed', true],
  [50, 'judge', 'ofList', 'appealed', true],
  [51, 'judge', 'ofList', 'suspension', false],
  [52, 'judge', 'second', 'suspension', true],
  [53, 'judge', 'authorModerator', 'appealed', false],
  [54, 'judge', 'second', 'judged', false],
  [55, 'judge', 'second', 'hidden', false],
  [56, 'judge', 'ofOther', 'appealed', false],
  [57, 'undo', 'moderator', 'hidden', true],
  [58, 'undo', 'second', 'hidden', true],
  [59, 'undo', 'moderator', 'appealed', false],
  [60, 'undo', 'second', 'judged', true],
  [61, 'undo', 'authorModerator', 'hidden', false],
  [62, 'undo', 'ofList', 'silence', false],
  [63, 'undo', 'moderator', 'undone', false],
  [64, 'undo', 'moderator', 'kept', false],
  [65, 'appeal', 'author', 'asked', true],
  [66, 'appeal', 'author', 'rejected', true],
  [67, 'appeal', 'author', 'warned', true],
  [68, 'appeal', 'author', 'approved', false],
  [69, 'moderate', 'moderator', 'nowhere', true],
  [70, 'take', 'moderator', 'ofName', true],
  [71, 'take', 'nameModerates', 'ofName', false],
  [72, 'undo', 'nameModerates', 'ofName', false],
  [73, 'undo', 'second', 'ofName', true],
]

describe('powers of moderation', () => {
  test.each(table)('%i. %s: %s, %s: %s', (_n, rule, viewer, what, expected) => {
    expect(rules[rule](who[viewer], what)).toBe(expected)
  })
})

const writers: [number, Writer, established: boolean, newcomer: boolean][] = [
  [1, { kind: 'ASN', age: 0, accepted: 0 }, true, false],
  [2, { kind: 'CITIZEN', age: 0, accepted: 0 }, false, true],
  [3, { kind: 'CITIZEN', age: 30 * day, accepted: 1 }, false, true],
  [4, { kind: 'CITIZEN', age: 30 * day, accepted: 2 }, false, false],
  [5, { kind: 'CITIZEN', age: 6 * day, accepted: 9 }, false, false],
  [6, { kind: 'CITIZEN', age: 7 * day, accepted: 3 }, true, false],
  [7, { kind: 'PARTNER', age: 44 * day, accepted: 2 }, false, false],
  [8, { kind: 'PARTNER', age: 400 * day, accepted: 5 }, true, false],
  [9, { kind: 'PARTNER', age: 45 * day, accepted: 0 }, true, true],
]

describe('who is known', () => {
  test.each(writers)('%i. %o: established %s, newcomer %s', (_n, writer, established, newcomer) => {
    expect([isEstablished(writer), isNewcomer(writer)]).toEqual([established, newcomer])
  })
})

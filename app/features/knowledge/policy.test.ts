import { describe, expect, test } from 'vitest'
import { stranger, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import { isWithin } from './audience'
import { canCheck, canDecide, canEdit, canKeepCollection, canManage, canPublishAtOnce, canReadArticle, canReport, canSeeWork, canSend, canWriteIn, isReviewer, type ArticleState, type CollectionState } from './policy'

const UNIT = 12
function asn(personId: number, more: Partial<Member> = {}, roles: RoleName[] = []): Member {
  return { ...stranger(), personId, kind: 'ASN', name: 'Orang', slug: `orang-${personId}`, verified: true, roles, unitIds: [1, UNIT], audiences: ['public', 'asn', 'unit:1', `unit:${UNIT}`, `user:${personId}`], ...more }
}
const who = {
  stranger: stranger(),
  citizen: { ...asn(2), kind: 'CITIZEN', unitIds: [], audiences: ['public'] },
  colleague: asn(3), writer: asn(4), owner: asn(5), named: asn(6), reviewer: asn(7), trusted: asn(8), head: asn(9, { headOf: [UNIT] }), outsider: asn(10, { unitIds: [1, 13], audiences: ['public', 'asn', 'unit:1', 'unit:13'] }),
  officer: asn(11, {}, ['HRD_OFFICER']), silenced: asn(4, { silencedUntil: Date.now() + 3_600_000 }), unverified: asn(4, { verified: false }),
} satisfies Record<string, Viewer>

const collection: CollectionState = { audience: 'asn', ownerUnit: { id: UNIT, path: [1, UNIT] }, reviewerIds: [7], trustedIds: [8], trustPublishes: false }
const base: ArticleState = { audience: 'asn', ownerId: 5, createdById: 4, editorIds: [4], lastEditorId: 4, sentById: null, reviewerId: null, work: 'DRAFT', approved: null, binned: false }
const articles = {
  draft: base, review: { ...base, work: 'REVIEW', sentById: 4, reviewerId: 6 }, returned: { ...base, work: 'RETURNED', sentById: 4 }, shown: { ...base, work: 'NONE', approved: 1 }, unit: { ...base, audience: `unit:${UNIT}`, work: 'NONE', approved: 1 },
  binned: { ...base, work: 'NONE', approved: 1, binned: true }, ownReview: { ...base, work: 'REVIEW', sentById: 7, lastEditorId: 7, editorIds: [4, 7] },
} satisfies Record<string, ArticleState>

const rights = (viewer: Viewer, article: ArticleState): string => [
  canReadArticle(viewer, article) && 'read', canSeeWork(viewer, article, collection) && 'work', canEdit(viewer, article, collection) && 'edit', canSend(viewer, article, collection) && 'send', canDecide(viewer, article, collection) && 'decide',
  canManage(viewer, article, collection) && 'manage', canCheck(viewer, article, collection) && 'check', canReport(viewer, article) && 'report',
].filter(Boolean).join(' ')

const table: [number, keyof typeof who, keyof typeof articles, string][] = [
  [1, 'stranger', 'draft', ''],
  [2, 'stranger', 'shown', ''],
  [3, 'citizen', 'shown', ''],
  [4, 'colleague', 'draft', ''],
  [5, 'colleague', 'review', ''],
  [6, 'colleague', 'shown', 'read report'],
  [7, 'writer', 'draft', 'work edit send'],
  [8, 'writer', 'review', 'work edit'],
  [9, 'writer', 'returned', 'work edit send'],
  [10, 'writer', 'shown', 'read work edit report'],
  [11, 'writer', 'binned', 'work'],
  [12, 'owner', 'draft', 'work edit send manage'],
  [13, 'owner', 'shown', 'read work edit manage check report'],
  [14, 'owner', 'binned', 'work manage'],
  [15, 'named', 'draft', ''],
  [16, 'named', 'review', 'work edit decide'],
  [17, 'reviewer', 'draft', 'work edit send manage'],
  [18, 'reviewer', 'review', 'work edit decide manage'],
  [19, 'reviewer', 'ownReview', 'work edit manage'],
  [20, 'head', 'review', 'work edit decide manage'],
  [21, 'officer', 'review', 'work edit decide manage'],
  [22, 'trusted', 'review', ''],
  [23, 'outsider', 'shown', 'read report'],
  [24, 'outsider', 'unit', ''],
  [25, 'colleague', 'unit', 'read report'],
  [26, 'silenced', 'draft', 'work'],
  [27, 'silenced', 'shown', 'read work'],
  [28, 'unverified', 'draft', ''],
  [29, 'unverified', 'shown', 'read'],
  [30, 'colleague', 'binned', ''],
]

describe('articles', () => {
  test.each(table)('%i. %s and the %s one: %s', (_n, viewer, article, expected) => {
    expect(rights(who[viewer], articles[article])).toBe(expected)
  })
})

const kept: [number, keyof typeof who, boolean, boolean, boolean][] = [
  // writes in it, checks in it, keeps it
  [1, 'stranger', false, false, false],
  [2, 'citizen', false, false, false],
  [3, 'colleague', true, false, false],
  [4, 'reviewer', true, true, false],
  [5, 'trusted', true, false, false],
  [6, 'head', true, true, true],
  [7, 'officer', true, true, true],
  [8, 'silenced', false, false, false],
  [9, 'unverified', false, false, false],
]
describe('collections', () => {
  test.each(kept)('%i. %s: writes %s, checks %s, keeps %s', (_n, viewer, writes, checks, keeps) => {
    expect([canWriteIn(who[viewer], collection), isReviewer(who[viewer], collection), canKeepCollection(who[viewer], collection)]).toEqual([writes, checks, keeps])
  })
  test('an officer who does not read it does not keep it', () => {
    expect(canKeepCollection(who.officer, { ...collection, audience: 'unit:99' })).toBe(false)
  })
})

describe('publishing at once', () => {
  test.each([[1, 'trusted', false, false], [2, 'trusted', true, false], [3, 'reviewer', true, true], [4, 'writer', true, false], [5, 'colleague', true, false]] as const)('%i. %s where the collection allows it (%s): %s', (_n, viewer, allows, expected) => {
    expect(canPublishAtOnce(who[viewer], articles.draft, { ...collection, trustPublishes: allows })).toBe(expected)
  })
  test('a trusted person publishes what they wrote themselves', () => {
    expect(canPublishAtOnce(who.trusted, { ...base, createdById: 8, editorIds: [8], lastEditorId: 8 }, { ...collection, trustPublishes: true })).toBe(true)
    expect(canPublishAtOnce(who.trusted, { ...base, work: 'NONE', createdById: 8, editorIds: [8] }, { ...collection, trustPublishes: true })).toBe(false)
  })
})

const paths = new Map([[12, [1, 12]], [1, [1]], [13, [1, 13]]])
test.each([
  [1, 'public', 'public', true], [2, 'asn', 'public', true], [3, 'public', 'asn', false], [4, 'unit:12', 'asn', true], [5, 'unit:12', 'unit:1', true], [6, 'unit:1', 'unit:12', false], [7, 'unit:13', 'unit:12', false],
  [8, 'group:3', 'public', true], [9, 'group:3', 'asn', false], [10, 'user:5', 'user:5', true], [11, 'unit:99', 'unit:1', false],
] as const)('%i. %s stands within %s: %s', (_n, inner, outer, expected) => {
  expect(isWithin(inner, outer, paths)).toBe(expected)
})

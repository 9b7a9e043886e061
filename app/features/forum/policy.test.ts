import { describe, expect, test } from 'vitest'
import { stranger, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import { canEditTopic, canKeepCategories, canModerateTopic, canOpenTopic, canSeeCategory, canUseKind } from './policy'

const ME = 5
function member(kind: Member['kind'], audiences: string[] = [], roles: RoleName[] = [], verified = true): Member {
  return { ...stranger(), personId: ME, kind, name: 'Orang', slug: 'orang', verified, roles, audiences: ['public', ...(kind === 'ASN' ? ['asn'] : []), ...audiences] }
}
const who = {
  stranger: stranger(), citizen: member('CITIZEN'), unverified: member('CITIZEN', [], [], false), partner: member('PARTNER'), asn: member('ASN', ['unit:1', 'unit:12']), asnElsewhere: member('ASN', ['unit:1', 'unit:13']),
  moderator: member('ASN', [], ['MODERATOR']), administrator: member('ASN', [], ['ADMINISTRATOR']), officer: member('ASN', [], ['SERVICE_OFFICER']),
} satisfies Record<string, Viewer>

const categories = {
  public: { audience: 'public', openAudience: 'public', archived: false },
  asn: { audience: 'asn', openAudience: 'asn', archived: false },
  unit: { audience: 'unit:12', openAudience: 'unit:12', archived: false },
  hearing: { audience: 'public', openAudience: 'asn', archived: false },
  odd: { audience: 'asn', openAudience: 'public', archived: false },
  archived: { audience: 'public', openAudience: 'public', archived: true },
}

const seen: [number, keyof typeof who, keyof typeof categories, boolean, boolean][] = [
  // number, who, category, sees, opens
  [1, 'stranger', 'public', true, false],
  [2, 'stranger', 'asn', false, false],
  [3, 'stranger', 'unit', false, false],
  [4, 'citizen', 'public', true, true],
  [5, 'citizen', 'asn', false, false],
  [6, 'citizen', 'hearing', true, false],
  [7, 'citizen', 'odd', false, false],
  [8, 'citizen', 'archived', true, false],
  [9, 'unverified', 'public', true, false],
  [10, 'partner', 'public', true, true],
  [11, 'partner', 'unit', false, false],
  [12, 'asn', 'public', true, true],
  [13, 'asn', 'asn', true, true],
  [14, 'asn', 'hearing', true, true],
  [15, 'asn', 'unit', true, true],
  [16, 'asnElsewhere', 'unit', false, false],
  [17, 'moderator', 'unit', false, false],
  [18, 'administrator', 'unit', false, false],
  [19, 'administrator', 'archived', true, false],
]

describe('categories', () => {
  test.each(seen)('%i. %s and the %s category: sees %s, opens %s', (_n, viewer, category, sees, opens) => {
    expect(canSeeCategory(who[viewer], categories[category])).toBe(sees)
    expect(canOpenTopic(who[viewer], categories[category])).toBe(opens)
  })
  test.each([['stranger', false], ['asn', false], ['moderator', false], ['officer', false], ['administrator', true]] as const)('%s keeps categories: %s', (viewer, expected) => {
    expect(canKeepCategories(who[viewer])).toBe(expected)
  })
})

const topics = {
  own: { audience: 'public', authorId: ME, locked: false }, ownLocked: { audience: 'public', authorId: ME, locked: true },
  others: { audience: 'public', authorId: 1, locked: false }, othersLocked: { audience: 'public', authorId: 1, locked: true }, hidden: { audience: 'unit:12', authorId: 1, locked: false },
}
const changes: [number, keyof typeof who, keyof typeof topics, boolean, boolean][] = [
  // number, who, topic, edits, moderates
  [1, 'citizen', 'own', true, false],
  [2, 'citizen', 'ownLocked', false, false],
  [3, 'citizen', 'others', false, false],
  [4, 'unverified', 'own', false, false],
  [5, 'stranger', 'others', false, false],
  [6, 'moderator', 'others', true, true],
  [7, 'moderator', 'othersLocked', true, true],
  [8, 'moderator', 'hidden', false, false],
  [9, 'administrator', 'others', true, true],
  [10, 'officer', 'others', false, false],
]

describe('topics', () => {
  test.each(changes)('%i. %s and %s: edits %s, moderates %s', (_n, viewer, topic, edits, moderates) => {
    expect(canEditTopic(who[viewer], topics[topic])).toBe(edits)
    expect(canModerateTopic(who[viewer], topics[topic])).toBe(moderates)
  })
  test.each([['citizen', false], ['asn', false], ['officer', true], ['moderator', true]] as const)('%s announces: %s', (viewer, expected) => {
    expect(canUseKind(who[viewer], 'ANNOUNCEMENT')).toBe(expected)
    expect(canUseKind(who[viewer], 'QUESTION')).toBe(true)
  })
})

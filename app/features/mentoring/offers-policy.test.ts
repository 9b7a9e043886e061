import { describe, expect, test } from 'vitest'
import { stranger, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import type { OfferStateName } from './kinds'
import { canChangeOffer, canLearn, canOffer, canPauseOffer, canSeeOffer, isFor, seesDirectory, type WhomFor } from './offers-policy'

const member = (personId: number, more: Partial<Member> = {}, roles: RoleName[] = []): Member =>
  ({ ...stranger(), personId, kind: 'ASN', name: 'Orang', slug: `orang-${personId}`, verified: true, roles, unitIds: [1, 12], audiences: ['public', 'asn', `user:${personId}`], ...more })
const MENTOR = 4
const who = {
  stranger: [stranger(), false], citizen: [member(2, { kind: 'CITIZEN' }), false], partner: [member(3, { kind: 'PARTNER' }), false], guest: [member(6, { kind: 'PARTNER' }), true], unproven: [member(7, { kind: 'PARTNER', verified: false }), true],
  colleague: [member(5), false], silenced: [member(5, { silencedUntil: Date.now() + 3_600_000 }), false], mentor: [member(MENTOR), false], mentorSilenced: [member(MENTOR, { silencedUntil: Date.now() + 3_600_000 }), false], officer: [member(9, {}, ['HRD_OFFICER']), false],
} satisfies Record<string, [Viewer, boolean]>

const rights = (viewer: Viewer, invited: boolean, state: OfferStateName): string => {
  const offer = { mentorId: MENTOR, state }
  return [seesDirectory(viewer, invited) && 'list', canOffer(viewer, invited) && 'offer', canLearn(viewer) && 'learn', canSeeOffer(viewer, invited, offer) && 'see', canChangeOffer(viewer, offer) && 'change', canPauseOffer(viewer, offer) && 'pause'].filter(Boolean).join(' ')
}

const table: [number, keyof typeof who, OfferStateName, string][] = [
  [1, 'stranger', 'OPEN', ''],
  [2, 'citizen', 'OPEN', ''],
  [3, 'partner', 'OPEN', ''],
  [4, 'guest', 'OPEN', 'list offer see'],
  [5, 'guest', 'DRAFT', 'list offer'],
  [6, 'unproven', 'OPEN', ''],
  [7, 'colleague', 'OPEN', 'list offer learn see'],
  [8, 'colleague', 'PAUSED', 'list offer learn see'],
  [9, 'colleague', 'CLOSED', 'list offer learn see'],
  [10, 'colleague', 'DRAFT', 'list offer learn'],
  [11, 'silenced', 'OPEN', 'list see'],
  [12, 'mentor', 'DRAFT', 'list offer learn see change pause'],
  [13, 'mentor', 'CLOSED', 'list offer learn see change pause'],
  [14, 'mentorSilenced', 'OPEN', 'list see'],
  [15, 'officer', 'OPEN', 'list offer learn see pause'],
  [16, 'officer', 'DRAFT', 'list offer learn pause'],
]

describe('rights', () => {
  test.each(table)('%i: %s, %s', (_number, name, state, expected) => {
    const [viewer, invited] = who[name]
    expect(rights(viewer, invited, state)).toBe(expected)
  })
})

describe('whom an offer is for', () => {
  const anyone: WhomFor = { forGroups: [], forUnits: [], forPositions: [] }
  const lurah = { group: 'SUPERVISOR' as const, path: [1, 12], position: 'Lurah Aek Manis' }
  const cases: [number, Partial<WhomFor>, boolean][] = [
    [1, {}, true], [2, { forGroups: ['SUPERVISOR'] }, true], [3, { forGroups: ['SENIOR_LEADERSHIP'] }, false], [4, { forUnits: [12] }, true], [5, { forUnits: [13] }, false], [6, { forPositions: ['lurah'] }, true], [7, { forPositions: ['Camat'] }, false],
    [8, { forGroups: ['SUPERVISOR'], forUnits: [13] }, false], [9, { forGroups: ['SUPERVISOR'], forUnits: [12], forPositions: ['Camat', 'Lurah'] }, true],
  ]
  test.each(cases)('%i', (_number, whom, expected) => expect(isFor({ ...anyone, ...whom }, lurah)).toBe(expected))
  test('nobody without a level fits one', () => expect(isFor({ ...anyone, forGroups: ['SUPERVISOR'] }, { ...lurah, group: null })).toBe(false))
})

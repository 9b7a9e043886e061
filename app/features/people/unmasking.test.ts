import { expect, test } from 'vitest'
import { stranger, type Member, type RoleName } from '~/platform/viewer'
import { canAgreeToUnmask, canAskToUnmask, canReadUnmasked, type UnmaskingState } from './unmasking'

const NAME = 90
const NOW = 1_800_000_000_000
const HOUR = 3_600_000
const member = (personId: number, roles: RoleName[] = [], aliases: number[] = []): Member => ({ ...stranger(), personId, kind: 'ASN', verified: true, roles, aliases, audiences: ['public', 'asn'] })
const who = {
  stranger: stranger(), asn: member(1), moderator: member(2, ['MODERATOR']), service: member(3, ['SERVICE_OFFICER']), administrator: member(4, ['ADMINISTRATOR']), officer: member(5, ['HRD_OFFICER']),
  third: member(6, ['HRD_OFFICER']), writer: member(7, ['ADMINISTRATOR'], [NAME]),
}
const asked: UnmaskingState = { personId: NAME, askedById: 4, expiresAt: NOW + HOUR, agreedById: null, agreedAt: null }
const states = {
  asked, late: { ...asked, expiresAt: NOW - 1 }, agreed: { ...asked, agreedById: 5, agreedAt: NOW - HOUR }, old: { ...asked, agreedById: 5, agreedAt: NOW - 8 * 24 * HOUR },
}

const table: [number, keyof typeof who, keyof typeof states, boolean, boolean, boolean][] = [
  // number, who, state, asks, agrees, reads
  [1, 'stranger', 'asked', false, false, false],
  [2, 'asn', 'asked', false, false, false],
  [3, 'moderator', 'asked', false, false, false],
  [4, 'service', 'agreed', false, false, false],
  [5, 'administrator', 'asked', true, false, false],
  [6, 'officer', 'asked', true, true, false],
  [7, 'officer', 'late', true, false, false],
  [8, 'writer', 'asked', false, false, false],
  [9, 'writer', 'agreed', false, false, false],
  [10, 'administrator', 'agreed', true, false, true],
  [11, 'officer', 'agreed', true, false, true],
  [12, 'third', 'agreed', true, false, false],
  [13, 'third', 'asked', true, true, false],
  [14, 'administrator', 'old', true, false, false],
  [15, 'officer', 'old', true, false, false],
]

test.each(table)('%i. %s, %s: asks %s, agrees %s, reads %s', (_n, viewer, state, asks, agrees, reads) => {
  expect(canAskToUnmask(who[viewer], NAME)).toBe(asks)
  expect(canAgreeToUnmask(who[viewer], states[state], NOW)).toBe(agrees)
  expect(canReadUnmasked(who[viewer], states[state], NOW)).toBe(reads)
})

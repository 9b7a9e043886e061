import { expect, test } from 'vitest'
import { stranger, type RoleName, type Viewer } from '~/platform/viewer'
import { audiencesOf, canClose, canGrant, canImportStaff, canRevoke, seesField, seesIdentifier, seesUnits, type OpenableField } from './policy'

const viewer = (personId: number | null, kind: Viewer['kind'], ...roles: RoleName[]): Viewer => ({ ...stranger(), personId, kind, roles })
const who = {
  stranger: stranger(), citizen: viewer(2, 'CITIZEN'), partner: viewer(3, 'PARTNER'), colleague: viewer(4, 'ASN'), self: viewer(1, 'ASN'),
  officer: viewer(5, 'ASN', 'HRD_OFFICER'), moderator: viewer(6, 'ASN', 'MODERATOR'), administrator: viewer(7, 'ASN', 'ADMINISTRATOR'), citizenSelf: viewer(8, 'CITIZEN'),
}
type Who = keyof typeof who
const asn = { id: 1, kind: 'ASN' as const, publicFields: ['position'], closedAt: null }
const citizen = { id: 8, kind: 'CITIZEN' as const, publicFields: ['place'], closedAt: null }

test.each<[number, string, Parameters<typeof audiencesOf>[0], string[]]>([
  [1, 'an ASN with a unit', { personId: 1, kind: 'ASN', unitIds: [10, 12], groupIds: [] }, ['public', 'asn', 'unit:10', 'unit:12', 'user:1']],
  [2, 'an ASN without a unit', { personId: 1, kind: 'ASN', unitIds: [], groupIds: [7] }, ['public', 'asn', 'group:7', 'user:1']],
  [3, 'a citizen, even with a unit by mistake', { personId: 2, kind: 'CITIZEN', unitIds: [10], groupIds: [] }, ['public', 'user:2']],
  [4, 'a partner member in a group', { personId: 3, kind: 'PARTNER', unitIds: [], groupIds: [7, 8] }, ['public', 'group:7', 'group:8', 'user:3']],
])('audiences %i: %s', (_n, _name, person, expected) => {
  expect(audiencesOf(person)).toEqual(expected)
})

test.each<[number, Who, typeof asn | typeof citizen, OpenableField, boolean]>([
  [1, 'stranger', asn, 'position', true], [2, 'stranger', asn, 'about', false], [3, 'citizen', asn, 'photo', false], [4, 'colleague', asn, 'photo', true],
  [5, 'self', asn, 'about', true], [6, 'partner', asn, 'expertise', false], [7, 'officer', citizen, 'about', true], [8, 'colleague', citizen, 'about', false],
  [9, 'stranger', citizen, 'place', true], [10, 'citizenSelf', citizen, 'photo', true], [11, 'moderator', citizen, 'photo', false],
])('fields %i: %s', (_n, name, person, field, expected) => {
  expect(seesField(who[name], person, field)).toBe(expected)
})

test.each<[number, Who, { number: boolean; units: boolean; imports: boolean; grants: boolean; closesAsn: boolean; closesCitizen: boolean }]>([
  [1, 'stranger', { number: false, units: false, imports: false, grants: false, closesAsn: false, closesCitizen: false }],
  [2, 'citizen', { number: false, units: false, imports: false, grants: false, closesAsn: false, closesCitizen: false }],
  [3, 'citizenSelf', { number: false, units: false, imports: false, grants: false, closesAsn: false, closesCitizen: true }],
  [4, 'colleague', { number: false, units: true, imports: false, grants: false, closesAsn: false, closesCitizen: false }],
  [5, 'self', { number: true, units: true, imports: false, grants: false, closesAsn: false, closesCitizen: false }],
  [6, 'moderator', { number: false, units: true, imports: false, grants: false, closesAsn: false, closesCitizen: false }],
  [7, 'officer', { number: true, units: true, imports: true, grants: false, closesAsn: true, closesCitizen: false }],
  [8, 'administrator', { number: true, units: true, imports: true, grants: true, closesAsn: true, closesCitizen: true }],
])('rights %i: %s', (_n, name, expected) => {
  const one = who[name]
  expect({ number: seesIdentifier(one, asn), units: seesUnits(one), imports: canImportStaff(one), grants: canGrant(one), closesAsn: canClose(one, asn), closesCitizen: canClose(one, citizen) }).toEqual(expected)
})

test('an administrator takes every role away but their own administrator role', () => {
  expect(canRevoke(who.administrator, { personId: 7, role: 'ADMINISTRATOR' })).toBe(false)
  expect(canRevoke(who.administrator, { personId: 7, role: 'MODERATOR' })).toBe(true)
  expect(canRevoke(who.administrator, { personId: 1, role: 'ADMINISTRATOR' })).toBe(true)
  expect(canRevoke(who.officer, { personId: 1, role: 'MODERATOR' })).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { stranger, type Member, type RoleName, type Viewer } from '~/platform/viewer'
import { speaksAtAll, speaksFor, type UnitInTree } from './voices'

const asn = (more: Partial<Member> = {}): Member => ({ ...stranger(), personId: 5, kind: 'ASN', name: 'Orang', slug: 'orang', verified: true, audiences: ['public', 'asn'], unitIds: [1, 10, 11], ...more })
const role = (name: RoleName, serves: number[] = []) => ({ roles: [name], serves })

// 1 city · 10 department · 11 its section · 12 another section · 20 another department
const units = { city: { id: 1, path: [1] }, own: { id: 10, path: [1, 10] }, section: { id: 11, path: [1, 10, 11] }, sister: { id: 12, path: [1, 10, 12] }, other: { id: 20, path: [1, 20] } } satisfies Record<string, UnitInTree>
const who = {
  stranger: stranger(), citizen: { ...asn(), kind: 'CITIZEN' as const, unitIds: [] }, colleague: asn(), departmentHead: asn({ headOf: [10] }), sectionHead: asn({ headOf: [11] }),
  officer: asn(role('SERVICE_OFFICER', [0])), officerOfDepartment: asn(role('SERVICE_OFFICER', [10])), officerElsewhere: asn(role('SERVICE_OFFICER', [20])),
  personnel: asn(role('HRD_OFFICER')), administrator: asn(role('ADMINISTRATOR')), moderator: asn(role('MODERATOR')), unverifiedHead: asn({ headOf: [10], verified: false }),
} satisfies Record<string, Viewer>

const table: [number, keyof typeof who, keyof typeof units, ReturnType<typeof speaksFor>][] = [
  [1, 'stranger', 'own', null],
  [2, 'citizen', 'own', null],
  [3, 'colleague', 'own', null],
  [4, 'departmentHead', 'own', 'HEAD'],
  [5, 'departmentHead', 'section', 'HEAD'],
  [6, 'departmentHead', 'other', null],
  [7, 'departmentHead', 'city', null],
  [8, 'sectionHead', 'section', 'HEAD'],
  [9, 'sectionHead', 'own', null],
  [10, 'officer', 'own', 'OFFICER'],
  [11, 'officer', 'section', 'OFFICER'],
  [12, 'officer', 'sister', null],
  [13, 'officer', 'city', null],
  [14, 'officerOfDepartment', 'sister', 'OFFICER'],
  [15, 'officerOfDepartment', 'city', null],
  [16, 'officerElsewhere', 'own', null],
  [17, 'officerElsewhere', 'other', 'OFFICER'],
  [18, 'personnel', 'other', 'CITY'],
  [19, 'administrator', 'city', 'CITY'],
  [20, 'moderator', 'own', null],
  [21, 'unverifiedHead', 'own', null],
]

describe('who speaks for a unit', () => {
  test.each(table)('%i. %s for the %s unit: %s', (_n, viewer, unit, expected) => {
    expect(speaksFor(who[viewer], units[unit])).toBe(expected)
    if (expected) expect(speaksAtAll(who[viewer])).toBe(true)
  })
  test.each([['stranger', false], ['citizen', false], ['colleague', false], ['moderator', false], ['sectionHead', true], ['administrator', true]] as const)('%s speaks at all: %s', (viewer, expected) => {
    expect(speaksAtAll(who[viewer])).toBe(expected)
  })
})

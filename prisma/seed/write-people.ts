import type pg from 'pg'
import { citizens, named, partnerOrgs, partners, type AsnSeed } from './persons'
import { chance } from './random'
import { insertRows, personColumns, takeIds, type Row } from './rows'
import { otherStaff } from './staff'
import { namedHeads, units } from './units'

const DAY = 86_400_000
/** civil servants in the demonstration, heads and the named ones included */
const STAFF = 240

export interface SeededPerson {
  id: number
  key: string
  name: string
  slug: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  /** ids of the units from the root to the person's own */
  path: readonly number[]
}

export interface SeededPeople {
  byKey: ReadonlyMap<string, SeededPerson>
  all: readonly SeededPerson[]
  units: ReadonlyMap<string, { id: number; path: number[] }>
}

const plain = (name: string) => name.normalize('NFKD').replace(/[^\p{L}\p{N} ]/gu, '').trim().toLowerCase().replace(/\s+/g, '-')

async function writeUnits(client: pg.ClientBase) {
  const ids = await takeIds(client, 'org_unit', units.length)
  const made = new Map<string, { id: number; path: number[] }>()
  const rows = units.map((unit, at) => {
    const id = ids[at] as number
    const parent = unit.parent ? made.get(unit.parent) : undefined
    const path = [...(parent?.path ?? []), id]
    made.set(unit.code, { id, path })
    return { id, code: unit.code, name: unit.name, short_name: unit.short ?? '', kind: unit.kind, parent_id: parent?.id ?? null, path, valid_from: '2017-01-02T00:00:00+07:00' }
  })
  await insertRows(client, 'org_unit', { id: 'int', code: 'text', name: 'text', short_name: 'text', kind: '"OrgUnitKind"', parent_id: 'int', path: 'int[]', valid_from: 'timestamptz' }, rows)
  return made
}

/** Where a career began: an appointment of one day ago would be nobody's. */
function startOf(person: AsnSeed, random: () => number): string {
  const appointed = Number(person.nip.slice(8, 12))
  const year = Math.max(appointed, 2019 + Math.floor(random() * 6))
  return `${year}-${random() < 0.5 ? '01' : '07'}-02`
}

async function writeCareers(client: pg.ClientBase, staff: readonly AsnSeed[], people: ReadonlyMap<string, SeededPerson>, unitOf: ReadonlyMap<string, { id: number }>) {
  const random = chance(9).next
  const names = new Map(staff.map(person => [`${person.position}|${person.group}`, { name: person.position, group: person.group }]))
  const positions = await insertRows<{ id: number; name: string; group: string }>(client, 'position', { name: 'text', group: '"PositionGroup"' }, [...names.values()], 'id, name, "group"::text as group')
  const idOf = new Map(positions.map(one => [`${one.name}|${one.group}`, one.id]))
  const clerk = positions.find(one => one.name === 'Pengadministrasi Perkantoran')?.id
  const assignments: Row[] = []
  const identifiers: Row[] = []
  const roles: Row[] = []
  staff.forEach((person, place) => {
    const { id = 0, path = [] } = people.get(person.key) ?? {}
    const starts = startOf(person, random)
    const row = { person_id: id, unit_id: unitOf.get(person.unit)?.id, kind: 'DEFINITIVE' }
    const years = Number(starts.slice(0, 4)) - Number(person.nip.slice(8, 12))
    if (years >= 3 && clerk && place % 4 === 1)
      assignments.push({ ...row, unit_id: unitOf.get(units[(place * 7) % units.length]?.code ?? 'SETDA')?.id, position_id: clerk, starts_on: `${Number(starts.slice(0, 4)) - 3}-01-02`, ends_on: starts })
    assignments.push({ ...row, position_id: idOf.get(`${person.position}|${person.group}`), starts_on: starts, ends_on: null })
    identifiers.push({ person_id: id, kind: person.employment.startsWith('PPPK') ? 'NI_PPPK' : 'NIP', value: person.nip })
    for (const role of person.roles ?? []) roles.push({ person_id: id, role, unit_id: role === 'SERVICE_OFFICER' ? (path[1] ?? 0) : 0 })
  })
  await insertRows(client, 'position_assignment', { person_id: 'int', position_id: 'int', unit_id: 'int', kind: '"AssignmentKind"', starts_on: 'date', ends_on: 'date' }, assignments)
  await insertRows(client, 'employee_identifier', { person_id: 'int', kind: '"IdentifierKind"', value: 'text' }, identifiers)
  await insertRows(client, 'role_grant', { person_id: 'int', role: '"RoleName"', unit_id: 'int' }, roles)
}

/** Units, 240 civil servants with positions, numbers and heads, citizens, partners. All invented. */
export async function writePeople(client: pg.ClientBase, now: number, passwordHash: string): Promise<SeededPeople> {
  const unitOf = await writeUnits(client)
  const staff = [...named, ...otherStaff(STAFF, named.length)]
  const orgs = await insertRows<{ id: number; name: string }>(client, 'partner_org', { name: 'text', kind: 'text' }, partnerOrgs, 'id, name')
  const orgOf = new Map(orgs.map(org => [org.name, org.id]))
  const slugs = new Set<string>()
  const keys: { key: string; slug: string; path: readonly number[] }[] = []
  const known = new Set(named.map(person => person.key))
  const base = (key: string, name: string, domain: string, path: readonly number[]): Row => {
    let slug = plain(name)
    for (let n = 2; slugs.has(slug); n++) slug = `${plain(name)}-${n}`
    slugs.add(slug)
    keys.push({ key, slug, path })
    const mail = domain === 'sibolga.example' ? slug.replaceAll('-', '.') : key
    return {
      name, slug, email: `${mail}@${domain}`, email_verified_at: new Date(now - 90 * DAY), password_hash: passwordHash, title_before: '', title_after: '', salutation: '', about: '',
      expertise: [], place: '', public_fields: ['position', 'place'], employment_kind: null, grade: '', sex: null, unit_id: null, position_name: '', partner_org_id: null,
      read_before: new Date(now - (domain === 'sibolga.example' && !known.has(key) ? 0 : 30) * DAY), created_at: new Date(now - 120 * DAY), updated_at: new Date(now - 60 * DAY),
    }
  }
  const rows: Row[] = [
    ...staff.map(person => ({
      ...base(person.key, person.name, 'sibolga.example', unitOf.get(person.unit)?.path ?? []), kind: 'ASN', title_before: person.before ?? '', title_after: person.after ?? '',
      salutation: person.salutation ?? '', about: person.about ?? '', expertise: person.expertise ?? [], employment_kind: person.employment, grade: person.grade,
      sex: Number(person.nip[14]), unit_id: unitOf.get(person.unit)?.id ?? null, position_name: person.position,
    })),
    ...citizens.map(one => ({ ...base(one.key, one.name, 'warga.example', []), kind: 'CITIZEN', place: one.place ?? '', about: one.about ?? '' })),
    ...partners.map(one => ({ ...base(one.key, one.name, 'mitra.example', []), kind: 'PARTNER', partner_org_id: orgOf.get(one.org ?? '') ?? null, about: one.about ?? '' })),
  ]
  const back = await insertRows<{ id: number; slug: string; name: string; kind: SeededPerson['kind'] }>(client, 'person', personColumns, rows, 'id, slug, name, kind::text as kind')
  const bySlug = new Map(back.map(row => [row.slug, row]))
  const all = keys.flatMap(({ key, slug, path }): SeededPerson[] => {
    const row = bySlug.get(slug)
    return row ? [{ id: row.id, key, name: row.name, slug, kind: row.kind, path }] : []
  })
  const byKey = new Map(all.map(person => [person.key, person]))
  await writeCareers(client, staff, byKey, unitOf)
  const heads = units.flatMap(unit => {
    const head = byKey.get(namedHeads[unit.code] ?? `kepala:${unit.code}`)
    return head ? [{ code: unit.code, head: head.id }] : []
  })
  await client.query('update org_unit u set head_id = x.head from json_to_recordset($1) as x(code text, head int) where x.code = u.code', [JSON.stringify(heads)])
  return { byKey, all, units: unitOf }
}

import { db, sql, type Prisma } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { mayRead, type RoleName, type Viewer } from '~/platform/viewer'
import { maskStaffNumber } from './nip'
import { photoUrl } from './photo'
import { canManagePeople } from './policy'

/** As much of a person as a completion list shows. */
export interface PersonHit {
  id: number
  name: string
  slug: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  photo: string | null
  position: string
  unit: string
}

/** SQL for "person p may read this audience"; null for a word that is no audience. */
function readersOf(audience: string, parameter: '$2' | '$4'): { text: string; value: number | null } | null {
  if (audience === 'public') return { text: 'true', value: null }
  if (audience === 'asn') return { text: "p.kind = 'ASN'", value: null }
  const [, kind, id] = /^(unit|group|user):(\d{1,9})$/.exec(audience) ?? []
  if (kind === 'unit') return { text: `p.kind = 'ASN' and ${parameter} = any(u.path)`, value: Number(id) }
  if (kind === 'group') return { text: `exists (select 1 from people_group_member g where g.person_id = p.id and g.group_id = ${parameter})`, value: Number(id) }
  return kind === 'user' ? { text: `p.id = ${parameter}`, value: Number(id) } : null
}

/**
 * People to mention: by the beginning of any part of their name, only those who may read what stands under `audience`, colleagues of
 * the viewer's own unit first. Citizens are found by nobody but colleagues; a stranger and an audience the viewer does not hold find nobody.
 */
export async function searchPeople(viewer: Viewer, query: string, audience: string, most = 6): Promise<PersonHit[]> {
  const words = query.normalize('NFKC').trim().slice(0, 60)
  const readers = readersOf(audience, '$4')
  if (viewer.personId === null || words.length < 1 || !readers || !mayRead(viewer, audience)) return []
  const like = words.replace(/[\\%_]/g, sign => `\\${sign}`)
  const kinds = viewer.kind === 'ASN' ? ['ASN', 'CITIZEN', 'PARTNER'] : ['ASN']
  const rows = await sql<{ id: number; name: string; slug: string; kind: PersonHit['kind']; photo_key: string | null; position_name: string; unit: string | null }>(
    `people-mention-${audience.split(':')[0]}`,
    `select p.id, p.name, p.slug, p.kind::text, p.photo_key, p.position_name, coalesce(nullif(u.short_name, ''), u.name) as unit
     from person p left join org_unit u on u.id = p.unit_id
     where p.closed_at is null and not exists (select 1 from person_block b where b.person_id = p.id and b.blocked_id = $${readers.value === null ? 4 : 5}) and p.kind::text = any($3) and (p.name ilike $1 || '%' or p.name ilike '% ' || $1 || '%')
       and (p.kind = 'ASN' or p.email_verified_at is not null) and ${readers.text}
     order by (p.unit_id is not distinct from $2) desc, p.name, p.id limit ${Math.min(Math.max(1, Math.trunc(most)), 20)}`,
    [like, viewer.unitIds.at(-1) ?? null, kinds, ...(readers.value === null ? [] : [readers.value]), viewer.personId],
  )
  return rows.map(row => ({ id: row.id, name: row.name, slug: row.slug, kind: row.kind, photo: photoUrl(row.photo_key), position: row.position_name, unit: row.unit ?? '' }))
}

/** Of these people, those who may read what stands under `audience` now: for mentions and notices. Closed accounts may not. Unscoped: for jobs. */
export async function whoMayReadUnscoped(personIds: readonly number[], audience: string): Promise<number[]> {
  const readers = readersOf(audience, '$2')
  if (!readers || personIds.length === 0) return []
  const rows = await sql<{ id: number }>(
    `people-readers-${audience.split(':')[0]}`,
    `select p.id from person p left join org_unit u on u.id = p.unit_id
     where p.closed_at is null and p.id = any($1) and ${readers.text} order by p.id`,
    [[...personIds], ...(readers.value === null ? [] : [readers.value])],
  )
  return rows.map(row => row.id)
}

export interface ListedPerson {
  id: number
  name: string
  slug: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER'
  /** masked */
  number: string | null
  email: string | null
  position: string
  unit: string
  organisation: string
  roles: RoleName[]
  hasPassword: boolean
  closedAt: Date | null
}

export interface PeopleFilter {
  words: string
  kind: 'ASN' | 'CITIZEN' | 'PARTNER' | ''
  state: 'open' | 'closed' | 'waiting' | ''
  /** last id of the page before */
  after: { name: string; id: number } | null
}

const pageSize = 50
const oneOf = <T extends string>(value: string | null, all: readonly T[]): T | '' => all.find(one => one === value) ?? ''

/** The filter as it stands in an address; what is no filter filters nothing. */
export function peopleFilter(asked: URLSearchParams): PeopleFilter {
  const id = Number(asked.get('sesudah'))
  return {
    words: (asked.get('q') ?? '').replaceAll('\0', '').slice(0, 100), kind: oneOf(asked.get('jenis'), ['ASN', 'CITIZEN', 'PARTNER'] as const), state: oneOf(asked.get('keadaan'), ['open', 'closed', 'waiting'] as const),
    after: Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? { name: (asked.get('nama') ?? '').replaceAll('\0', ''), id } : null,
  }
}

/** People for officers, by name. @throws Forbidden */
export async function listPeople(viewer: Viewer, filter: PeopleFilter): Promise<{ people: ListedPerson[]; next: { name: string; id: number } | null; total: number }> {
  if (!canManagePeople(viewer)) throw new Forbidden('officersOnly')
  const words = filter.words.trim()
  const digits = words.replace(/\D/g, '')
  const matching: Prisma.PersonWhereInput = {
    alias: false,
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.state === 'open' ? { closedAt: null } : filter.state === 'closed' ? { closedAt: { not: null } } : {}),
    ...(filter.state === 'waiting' ? { closedAt: null, kind: 'ASN', passwordHash: null } : {}),
    ...(words ? { OR: [{ name: { contains: words, mode: 'insensitive' } }, { email: { contains: words } }, ...(digits.length === 18 ? [{ identifiers: { some: { value: digits } } }] : [])] } : {}),
  }
  const { after } = filter
  const found = await db.person.findMany({
    where: { AND: [matching, ...(after ? [{ OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }] : [])] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }], take: pageSize + 1,
    select: {
      id: true, name: true, slug: true, kind: true, email: true, positionName: true, passwordHash: true, closedAt: true,
      unit: { select: { name: true } }, partnerOrg: { select: { name: true } }, roles: { select: { role: true } },
      identifiers: { where: { validTo: null, kind: { in: ['NIP', 'NI_PPPK', 'OTHER'] } }, select: { value: true }, take: 1 },
    },
  })
  const people = found.slice(0, pageSize).map(({ unit, partnerOrg, roles, identifiers, passwordHash, positionName, ...person }) => ({
    ...person, position: positionName, unit: unit?.name ?? '', organisation: partnerOrg?.name ?? '', roles: roles.map(one => one.role),
    number: identifiers[0] ? maskStaffNumber(identifiers[0].value) : null, hasPassword: passwordHash !== null,
  }))
  const last = found.length > pageSize ? people.at(-1) : undefined
  return { people, next: last ? { name: last.name, id: last.id } : null, total: await db.person.count({ where: matching }) }
}

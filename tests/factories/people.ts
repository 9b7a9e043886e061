import { hash } from '@node-rs/argon2'
import { viewerOfPersonUnscoped } from '~/features/people/viewer.server'
import type { OrgUnitKind } from '~/generated/prisma/enums'
import { broadcast } from '~/platform/db/broadcast.server'
import { db } from '~/platform/db/db.server'
import { newToken, sessionCookie } from '~/platform/http/session-cookie.server'
import type { Locale, Member, RoleName } from '~/platform/viewer'

/** The password of everyone made here with `password: true`. */
export const demoPassword = 'teluk-tapian-nauli-26'
let demoHash: Promise<string> | undefined
/** One hash for many people: seeds and tests do not wait for argon2 each time. */
export const demoPasswordHash = () => (demoHash ??= hash(demoPassword))

let counter = 0
const next = () => `${process.pid % 1000}${(counter += 1)}`

export interface MadeUnit {
  id: number
  code: string
  name: string
  path: number[]
}

export async function makeUnit(given: { name?: string; code?: string; shortName?: string; kind?: OrgUnitKind; parent?: { id: number; path: number[] } | null; headId?: number } = {}): Promise<MadeUnit> {
  const n = next()
  const unit = await db.orgUnit.create({
    data: {
      code: given.code ?? `U${n}`, name: given.name ?? `Dinas Contoh ${n}`, shortName: given.shortName ?? '', kind: given.kind ?? 'DEPARTMENT',
      parentId: given.parent?.id ?? null, headId: given.headId ?? null,
    },
  })
  const path = [...(given.parent?.path ?? []), unit.id]
  await db.orgUnit.update({ where: { id: unit.id }, data: { path } })
  return { id: unit.id, code: unit.code, name: unit.name, path }
}

export interface PersonGiven {
  kind?: 'ASN' | 'CITIZEN' | 'PARTNER'
  name?: string
  slug?: string
  email?: string | null
  /** true: `demoPassword` */
  password?: boolean
  verified?: boolean
  unit?: { id: number } | null
  position?: string
  roles?: RoleName[]
  nip?: string
  about?: string
  expertise?: string[]
  place?: string
  publicFields?: string[]
  partnerOrg?: string
  locale?: Locale
  /** days since the account was made; by default long enough not to be a new one */
  days?: number
}

export async function makePerson(given: PersonGiven = {}) {
  const n = next()
  const kind = given.kind ?? 'ASN'
  const position = given.position ?? (kind === 'ASN' ? 'Pengadministrasi Perkantoran' : '')
  const person = await db.person.create({
    data: {
      kind, name: given.name ?? `Orang Contoh ${n}`, slug: given.slug ?? `orang-contoh-${n}`,
      email: given.email === undefined ? `orang${n}@balai.contoh` : given.email,
      emailVerifiedAt: (given.verified ?? true) ? new Date() : null,
      passwordHash: given.password ? await demoPasswordHash() : null,
      unit: kind === 'ASN' && given.unit ? { connect: { id: given.unit.id } } : undefined, positionName: position,
      about: given.about ?? '', createdAt: new Date(Date.now() - (given.days ?? 90) * 86_400_000), expertise: given.expertise ?? [], place: given.place ?? '',
      ...(given.publicFields ? { publicFields: given.publicFields } : {}),
      employmentKind: kind === 'ASN' ? 'PNS' : null, locale: given.locale ?? 'id',
      ...(given.partnerOrg ? { partnerOrg: { connectOrCreate: { where: { name: given.partnerOrg }, create: { name: given.partnerOrg } } } } : {}),
      roles: { create: (given.roles ?? []).map(role => ({ role })) },
      identifiers: given.nip ? { create: { kind: /^\d{12}(0[1-9]|1[0-2])/.test(given.nip) ? 'NIP' : 'NI_PPPK', value: given.nip } } : undefined,
    },
  })
  if (kind === 'ASN' && given.unit)
    await db.positionAssignment.create({
      data: {
        person: { connect: { id: person.id } }, unit: { connect: { id: given.unit.id } }, startsOn: new Date('2024-01-02'),
        position: { connectOrCreate: { where: { name_group: { name: position, group: 'OPERATIONAL' } }, create: { name: position, group: 'OPERATIONAL' } } },
      },
    })
  return person
}

/** The person as the policies see them now. */
export const viewerFor = (person: { id: number }): Promise<Member> => viewerOfPersonUnscoped(person.id)

/** A person and their viewer in one go. */
export async function makeMember(given: PersonGiven = {}): Promise<Member> {
  return viewerFor(await makePerson(given))
}

export async function giveRole(person: { id: number }, role: RoleName): Promise<void> {
  await db.roleGrant.create({ data: { personId: person.id, role } })
  await broadcast('person', String(person.id))
}

/** A live session. `cookie` is what a Cookie header carries. */
export async function signedIn(person: { id: number }, remember = false): Promise<{ cookie: string; sessionId: number; tokenHash: string }> {
  const { token, hash: tokenHash } = newToken()
  const session = await db.session.create({ data: { tokenHash, personId: person.id, remember, expiresAt: new Date(Date.now() + 3_600_000) } })
  return { cookie: sessionCookie(token, null).split(';')[0] ?? '', sessionId: session.id, tokenHash }
}

export const requestAs = (cookie: string, path = '/', init: RequestInit = {}): Request =>
  new Request(`http://localhost${path}`, { ...init, headers: { Cookie: cookie, ...init.headers } })

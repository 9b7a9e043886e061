import { db } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { Member, Viewer, ViewerKind } from '~/platform/viewer'
import { groupStaffNumber, maskStaffNumber } from './nip'
import { photoUrl } from './photo'
import { isSelf, openableFields, seesColleaguePart, seesField, seesIdentifier, type OpenableField } from './policy'

export interface Profile {
  id: number
  slug: string
  /** without titles, with the salutation the person chose */
  name: string
  fullName: string
  salutation: string
  kind: Exclude<ViewerKind, 'STRANGER'>
  closed: boolean
  photo: string | null
  about: string
  expertise: string[]
  position: string
  unit: { code: string; name: string } | null
  place: string
  organisation: string
  /** for colleagues: rank and when they took the position */
  grade: string
  positionSince: Date | null
  /** masked; null for everyone but the owner and officers */
  number: string | null
  email: string | null
  /** what of this anyone may see; only told to the owner */
  openFields: OpenableField[] | null
  own: boolean
  colleagueView: boolean
  /** the viewer may see what they gave to conversations */
  showsContributions: boolean
}

/** "Dr. Rotua Simanungkalit, S.E., M.Si." */
export function fullNameOf(person: { name: string; titleBefore: string; titleAfter: string }): string {
  return `${person.titleBefore ? `${person.titleBefore} ` : ''}${person.name}${person.titleAfter ? `, ${person.titleAfter}` : ''}`
}

/** One person, as much of them as this viewer may see. @throws NotFound, also for accounts nobody ever confirmed */
export async function getProfile(viewer: Viewer, slug: string): Promise<Profile> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) throw new NotFound('person')
  const person = await db.person.findUnique({
    where: { slug },
    include: {
      unit: { select: { code: true, name: true } }, partnerOrg: { select: { name: true } },
      identifiers: { where: { validTo: null, kind: { in: ['NIP', 'NI_PPPK', 'OTHER'] } }, take: 1, select: { value: true } },
      assignments: { where: { endsOn: null, kind: 'DEFINITIVE' }, take: 1, select: { startsOn: true } },
    },
  })
  const own = person !== null && isSelf(viewer, person)
  if (!person || person.alias || (person.kind !== 'ASN' && !person.emailVerifiedAt && !own && !person.closedAt)) throw new NotFound('person')
  const colleagueView = seesColleaguePart(viewer, person)
  const sees = (field: OpenableField) => !person.closedAt && seesField(viewer, person, field)
  return {
    id: person.id, slug: person.slug, name: person.name, salutation: person.salutation, kind: person.kind, closed: person.closedAt !== null,
    fullName: fullNameOf(person), photo: sees('photo') ? photoUrl(person.photoKey) : null,
    about: sees('about') ? person.about : '', expertise: sees('expertise') ? person.expertise : [],
    position: sees('position') ? person.positionName : '', unit: sees('position') ? person.unit : null,
    place: sees('place') ? person.place : '', organisation: person.partnerOrg?.name ?? '',
    grade: colleagueView ? person.grade : '', positionSince: colleagueView ? (person.assignments[0]?.startsOn ?? null) : null,
    number: seesIdentifier(viewer, person) && person.identifiers[0] ? maskStaffNumber(person.identifiers[0].value) : null,
    email: seesIdentifier(viewer, person) || (colleagueView && person.kind === 'ASN') ? person.email : null,
    openFields: own ? openableFields.filter(field => person.publicFields.includes(field)) : null, own, colleagueView, showsContributions: sees('contributions'),
  }
}

/** What the owner may change and see of themselves; the number in full, grouped for reading. */
export async function getOwnProfile(viewer: Member) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: {
      name: true, titleBefore: true, titleAfter: true, salutation: true, slug: true, kind: true, about: true, expertise: true, place: true, photoKey: true,
      publicFields: true, positionName: true, email: true, emailVerifiedAt: true, unit: { select: { name: true } }, partnerOrg: { select: { name: true } },
      identifiers: { where: { validTo: null, kind: { in: ['NIP', 'NI_PPPK', 'OTHER'] } }, take: 1, select: { value: true } },
    },
  })
  const { identifiers, photoKey, positionName, unit, partnerOrg, ...rest } = person
  return {
    ...rest, fullName: fullNameOf(person), photo: photoUrl(photoKey), position: positionName, unit: unit?.name ?? '', organisation: partnerOrg?.name ?? '',
    number: identifiers[0] ? groupStaffNumber(identifiers[0].value) : null,
    publicFields: openableFields.filter(field => person.publicFields.includes(field)),
  }
}

export interface OwnSession {
  id: number
  userAgent: string
  /** network part only */
  address: string
  createdAt: Date
  seenAt: Date
  remember: boolean
  current: boolean
}

/** Live sessions of the viewer, the one in use first. */
export async function listSessions(viewer: Member): Promise<OwnSession[]> {
  const found = await db.session.findMany({
    where: { personId: viewer.personId, revokedAt: null, expiresAt: { gt: new Date() } }, orderBy: { seenAt: 'desc' }, take: 100,
    select: { id: true, userAgent: true, address: true, createdAt: true, seenAt: true, remember: true },
  })
  return found.map(one => ({ ...one, current: one.id === viewer.sessionId })).sort((a, b) => Number(b.current) - Number(a.current))
}

import { hasRole, type RoleName, type Viewer, type ViewerKind } from '~/platform/viewer'

export const roleNames: readonly RoleName[] = ['ADMINISTRATOR', 'HRD_OFFICER', 'SERVICE_OFFICER', 'MODERATOR']

/**
 * The audience tokens a person holds. Units are those from the root to the person's own, so that what is written for a
 * department reaches its sections; nothing flows the other way.
 */
export function audiencesOf(person: { personId: number; kind: ViewerKind; unitIds: readonly number[]; groupIds: readonly number[]; aliases?: readonly number[] }): string[] {
  const asn = person.kind === 'ASN'
  return [
    'public',
    ...(asn ? ['asn', ...person.unitIds.map(id => `unit:${id}`)] : []),
    ...person.groupIds.map(id => `group:${id}`),
    `user:${person.personId}`,
    // what is for a name they write under is for them
    ...(person.aliases ?? []).map(id => `user:${id}`),
  ]
}

/** What a page needs to know of a person to decide how much of them to show. */
export interface SeenPerson {
  id: number
  kind: ViewerKind
  publicFields: readonly string[]
  closedAt: Date | null
}

/** Profile fields a person may open to everyone; the rest is for colleagues. */
export const openableFields = ['photo', 'about', 'expertise', 'position', 'place', 'contributions'] as const
export type OpenableField = (typeof openableFields)[number]

export const isSelf = (viewer: Viewer, person: { id: number }): boolean => viewer.personId === person.id

/** Colleagues see each other's whole profile; officers see everyone's. */
export function seesColleaguePart(viewer: Viewer, person: SeenPerson): boolean {
  if (isSelf(viewer, person) || hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')) return true
  return viewer.kind === 'ASN' && person.kind === 'ASN'
}

export function seesField(viewer: Viewer, person: SeenPerson, field: OpenableField): boolean {
  return person.publicFields.includes(field) || seesColleaguePart(viewer, person)
}

/** NIP and NI PPPK, masked: the owner and personnel officers only (UU 27/2022; domain facts 1.2). */
export function seesIdentifier(viewer: Viewer, person: { id: number }): boolean {
  return isSelf(viewer, person) || hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')
}

/** Units and who works in them are for colleagues. */
export const seesUnits = (viewer: Viewer): boolean => viewer.kind === 'ASN' || hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')

export const canImportStaff = (viewer: Viewer): boolean => hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')
export const canInvite = (viewer: Viewer): boolean => hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')
export const canManagePeople = (viewer: Viewer): boolean => hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')
export const canSetHeads = (viewer: Viewer): boolean => hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')
export const canReadMail = (viewer: Viewer): boolean => hasRole(viewer, 'ADMINISTRATOR')

/** Only administrators give roles, and nobody takes their own administrator role away. */
export function canGrant(viewer: Viewer): boolean {
  return hasRole(viewer, 'ADMINISTRATOR')
}

export function canRevoke(viewer: Viewer, grant: { personId: number; role: string }): boolean {
  return hasRole(viewer, 'ADMINISTRATOR') && !(grant.personId === viewer.personId && grant.role === 'ADMINISTRATOR')
}

/** Officers close accounts of others; citizens and partner members their own. */
export function canClose(viewer: Viewer, person: { id: number; kind: ViewerKind }): boolean {
  if (isSelf(viewer, person)) return person.kind !== 'ASN'
  return hasRole(viewer, 'ADMINISTRATOR') || (hasRole(viewer, 'HRD_OFFICER') && person.kind === 'ASN')
}

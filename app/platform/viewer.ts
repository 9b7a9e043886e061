/** Who is looking. Every query takes a viewer first; a page for strangers has one too. */

export type ViewerKind = 'STRANGER' | 'ASN' | 'CITIZEN' | 'PARTNER'
export type RoleName = 'ADMINISTRATOR' | 'HRD_OFFICER' | 'SERVICE_OFFICER' | 'MODERATOR'
export type Locale = 'id' | 'en'

export interface Viewer {
  /** null for a stranger */
  personId: number | null
  kind: ViewerKind
  name: string
  slug: string
  /** url of the person's picture, or null */
  photo: string | null
  /** true once the mail address was confirmed; ASN made by import count as confirmed */
  verified: boolean
  roles: readonly RoleName[]
  /** ids of the units from the root to the viewer's own; empty unless ASN */
  unitIds: readonly number[]
  /** ids of the units the viewer heads */
  headOf: readonly number[]
  /** audience tokens the viewer holds: `public`, `asn`, `unit:12`, `group:7`, `user:5` */
  audiences: readonly string[]
  locale: Locale
  /** IANA name, default Asia/Jakarta */
  timeZone: string
  /** row id of the session, null for a stranger */
  sessionId: number | null
}

/** A viewer who is somebody: what verbs that write take. */
export interface Member extends Viewer {
  personId: number
  kind: Exclude<ViewerKind, 'STRANGER'>
}

export function stranger(locale: Locale = 'id'): Viewer {
  return {
    personId: null, kind: 'STRANGER', name: '', slug: '', photo: null, verified: false, roles: [], unitIds: [], headOf: [],
    audiences: ['public'], locale, timeZone: 'Asia/Jakarta', sessionId: null,
  }
}

/** The one question lists, pages, live rooms and the search index all ask. */
export function mayRead(viewer: Viewer, audience: string): boolean {
  return viewer.audiences.includes(audience)
}

export function hasRole(viewer: Viewer, ...roles: RoleName[]): boolean {
  return viewer.roles.some(role => roles.includes(role))
}

export function isMember(viewer: Viewer): viewer is Member {
  return viewer.personId !== null
}

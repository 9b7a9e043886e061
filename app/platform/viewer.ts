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
  /** keys of the lists the viewer moderates ("category:5"), besides what the role MODERATOR gives */
  moderates: readonly string[]
  /** milliseconds since 1970 until which the viewer reads and does not write; 0 when never told so */
  silencedUntil: number
  /** ids of the names the viewer writes under, each in one thread; known to nobody else */
  aliases: readonly number[]
  /** ids of people the viewer does not want to hear from */
  blocks: readonly number[]
  /** a stranger whose session is somebody's that is suspended, and until when (milliseconds); null for everybody else */
  suspended: { personId: number; until: number } | null
  /** ids of the units the viewer is a service officer of; 0: of their own */
  serves: readonly number[]
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
    personId: null, kind: 'STRANGER', name: '', slug: '', photo: null, verified: false, roles: [], unitIds: [], headOf: [], serves: [], moderates: [], silencedUntil: 0, aliases: [], blocks: [], suspended: null,
    audiences: ['public'], locale, timeZone: 'Asia/Jakarta', sessionId: null,
  }
}

/** The one question lists, pages, live rooms and the search index all ask. */
export function mayRead(viewer: Viewer, audience: string): boolean {
  return viewer.audiences.includes(audience)
}

/** The viewer under their own name or one of those they write under. */
export const isSelf = (viewer: Viewer, personId: number): boolean => viewer.personId !== null && (viewer.personId === personId || viewer.aliases.includes(personId))

/** Under which of their names a member acts on what `authorId` wrote: nothing they do with it may tell who they are. */
export const shownAs = (viewer: Member, authorId: number): number => (viewer.aliases.includes(authorId) ? authorId : viewer.personId)

export function hasRole(viewer: Viewer, ...roles: RoleName[]): boolean {
  return viewer.roles.some(role => roles.includes(role))
}

/** Told not to write for a time that is not over. */
export const isSilenced = (viewer: Viewer, now = Date.now()): boolean => viewer.silencedUntil > now

export function isMember(viewer: Viewer): viewer is Member {
  return viewer.personId !== null
}

import { hasRole, isMember, isSelf, type Viewer } from '~/platform/viewer'

/** Hours within which a second officer agrees, or the request is over. */
export const UNMASK_HOURS = 72
/** Days after that in which the two officers may read the name. */
export const UNMASK_DAYS = 7

export interface UnmaskingState {
  /** the name that is to be opened */
  personId: number
  askedById: number
  /** milliseconds */
  expiresAt: number
  agreedById: number | null
  agreedAt: number | null
}

const isOfficer = (viewer: Viewer): boolean => isMember(viewer) && hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')

/** Administrators and officers of the personnel agency, never about themselves. `personId` null: whether they ask at all. */
export const canAskToUnmask = (viewer: Viewer, personId: number | null): boolean => isOfficer(viewer) && (personId === null || !isSelf(viewer, personId))

/** Another officer than who asked, in time, once, and not whom it is about. */
export const canAgreeToUnmask = (viewer: Viewer, one: UnmaskingState, now = Date.now()): boolean =>
  isOfficer(viewer) && viewer.personId !== one.askedById && !isSelf(viewer, one.personId) && one.agreedById === null && one.expiresAt > now

/** The two officers, for `UNMASK_DAYS` after the second agreed. */
export const canReadUnmasked = (viewer: Viewer, one: UnmaskingState, now = Date.now()): boolean =>
  isOfficer(viewer) && one.agreedAt !== null && now - one.agreedAt <= UNMASK_DAYS * 86_400_000 && (viewer.personId === one.askedById || viewer.personId === one.agreedById)

import { canReply } from '~/features/discussion/policy'
import type { ThreadView } from '~/features/discussion/views'
import { isMember, type Viewer } from '~/platform/viewer'

/** Days between two invitations of one person, whoever sends them. */
export const INVITE_DAYS = 7
/** Invitations one person has before them at most. */
export const INVITE_OPEN = 3
/** Invitations to one question at most. */
export const INVITE_PER_THREAD = 5

type Thread = Pick<ThreadView, 'audience' | 'authorId' | 'answerable' | 'locked' | 'removed' | 'acceptedNumber'> & { shelf?: string }

/** Whoever may answer an open question may ask others to. */
export const canInvite = (viewer: Viewer, thread: Thread): boolean => isMember(viewer) && thread.answerable && thread.acceptedNumber === null && canReply(viewer, thread)

export interface Asked {
  id: number
  /** may read the question */
  reads: boolean
  /** wrote in it already, opened it included */
  wrote: boolean
  /** was invited to it already, by anybody */
  invitedHere: boolean
  /** milliseconds of the last invitation to anything; 0 without */
  lastInvited: number
  open: number
  /** does not want to hear from the viewer, or the viewer not from them */
  blocked: boolean
  /** closed, suspended or told to be silent */
  away: boolean
}

/** Never oneself, never somebody who cannot answer, and nobody too often. */
export const mayBeAsked = (viewer: Viewer, person: Asked, now = Date.now()): boolean =>
  person.id !== viewer.personId && person.reads && !person.wrote && !person.invitedHere && !person.blocked && !person.away
  && person.open < INVITE_OPEN && now - person.lastInvited >= INVITE_DAYS * 86_400_000

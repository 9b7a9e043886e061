import { Conflict, Forbidden, SignInNeeded } from '~/platform/errors'
import { isMember, isSilenced, type Member, type Viewer } from '~/platform/viewer'
import type { ThreadView } from '../views'

export function asMember(viewer: Viewer): Member {
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

/** Why not: an unconfirmed address can be helped, a lock is a state, the rest is nobody's to ask. */
export function refuse(viewer: Viewer, thread: Pick<ThreadView, 'locked'>): never {
  if (isMember(viewer) && !viewer.verified) throw new Forbidden('unverified')
  if (isSilenced(viewer)) throw new Forbidden('silenced')
  if (thread.locked) throw new Conflict('locked')
  throw new Forbidden()
}

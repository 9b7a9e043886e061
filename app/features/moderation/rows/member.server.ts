import { Forbidden, SignInNeeded } from '~/platform/errors'
import { isMember, type Member, type Viewer } from '~/platform/viewer'

export function asMember(viewer: Viewer): Member {
  if (viewer.suspended) throw new Forbidden('suspended')
  if (!isMember(viewer)) throw new SignInNeeded()
  return viewer
}

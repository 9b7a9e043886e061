import { isSilenced, type Viewer } from '~/platform/viewer'
import { isOfficer } from './offers-policy'
import { nextRequestState, type RequestAct, type RequestRole, type RequestStateName } from './requests-table'

export interface RequestFacts {
  learnerId: number
  /** null: "find someone for me" */
  mentorId: number | null
  state: RequestStateName
}

/** As whom the viewer meets the request: its learner, the mentor asked, or an officer where nobody is asked yet. Everybody else does not know of it. */
export function roleInRequest(viewer: Viewer, request: RequestFacts): Exclude<RequestRole, 'CLOCK'> | null {
  if (viewer.personId === null) return null
  if (viewer.personId === request.learnerId) return 'LEARNER'
  if (viewer.personId === request.mentorId) return 'MENTOR'
  return request.mentorId === null && isOfficer(viewer) ? 'OFFICER' : null
}

/** Colleagues learn; whoever was told to be silent for a time asks nobody. */
export const canRequest = (viewer: Viewer): boolean => viewer.kind === 'ASN' && viewer.verified && !isSilenced(viewer)

export function mayInRequest(viewer: Viewer, request: RequestFacts, act: RequestAct): boolean {
  const role = roleInRequest(viewer, request)
  if (!role || nextRequestState(request.state, act, role) === null) return false
  return !isSilenced(viewer) || act === 'withdraw' || act === 'view' || act === 'decline'
}

import { hasRole, isMember, isSilenced, type Viewer } from '~/platform/viewer'
import type { OfferStateName, PositionGroupName } from './kinds'

/** Officers of the programme. */
export const isOfficer = (viewer: Viewer): boolean => isMember(viewer) && hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')

/** `invited`: an officer asked this retired senior or partner's expert to be a mentor. */
export const seesDirectory = (viewer: Viewer, invited: boolean): boolean => isMember(viewer) && viewer.verified && (viewer.kind === 'ASN' || invited || isOfficer(viewer))

export const canOffer = (viewer: Viewer, invited: boolean): boolean => isMember(viewer) && viewer.verified && !isSilenced(viewer) && (viewer.kind === 'ASN' || invited)

/** Learners are colleagues. */
export const canLearn = (viewer: Viewer): boolean => isMember(viewer) && viewer.kind === 'ASN' && viewer.verified && !isSilenced(viewer)

interface OfferSeen {
  mentorId: number
  state: OfferStateName
}

/** Its mentor always; a draft nobody else. What is closed stays readable for those it was given to, by its address. */
export const canSeeOffer = (viewer: Viewer, invited: boolean, offer: OfferSeen): boolean =>
  isMember(viewer) && (offer.mentorId === viewer.personId || (offer.state !== 'DRAFT' && seesDirectory(viewer, invited)))

export const canChangeOffer = (viewer: Viewer, offer: Pick<OfferSeen, 'mentorId'>): boolean => isMember(viewer) && viewer.personId === offer.mentorId && viewer.verified && !isSilenced(viewer)

/** Officers stop an offer for a while; whose it is opens it again. */
export const canPauseOffer = (viewer: Viewer, offer: Pick<OfferSeen, 'mentorId'>): boolean => canChangeOffer(viewer, offer) || isOfficer(viewer)

export interface WhomFor {
  forGroups: readonly PositionGroupName[]
  forUnits: readonly number[]
  forPositions: readonly string[]
}

/** Every list that says something has to be met; three empty ones are met by anyone. Positions by how they begin: "Lurah". */
export const isFor = (offer: WhomFor, learner: { group: PositionGroupName | null; path: readonly number[]; position: string }): boolean =>
  (offer.forGroups.length === 0 || (learner.group !== null && offer.forGroups.includes(learner.group)))
  && (offer.forUnits.length === 0 || offer.forUnits.some(id => learner.path.includes(id)))
  && (offer.forPositions.length === 0 || offer.forPositions.some(name => learner.position.toLowerCase().startsWith(name.toLowerCase())))

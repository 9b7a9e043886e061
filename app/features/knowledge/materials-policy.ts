import { isMember, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import { isReviewer, type CollectionState } from './policy'

export interface MaterialState {
  audience: string
  ownerId: number
  createdById: number
  /** who added the newest version */
  lastById: number
  /** the version readers see; null: none yet */
  shown: number | null
  lastVersion: number
  binned: boolean
}

const isColleague = (viewer: Viewer, audience: string): boolean => isMember(viewer) && viewer.kind === 'ASN' && viewer.verified && mayRead(viewer, audience)

/** What somebody else looked at is its audience's to read. */
export const canReadMaterial = (viewer: Viewer, material: Pick<MaterialState, 'audience' | 'shown' | 'binned'>): boolean => !material.binned && material.shown !== null && mayRead(viewer, material.audience)

/** Versions nobody approved yet: who brought them, who owns it, who checks in the collection. */
export const canSeeMaterialWork = (viewer: Viewer, material: MaterialState, collection: CollectionState): boolean =>
  isColleague(viewer, material.audience) && ([material.ownerId, material.createdById, material.lastById].includes(viewer.personId ?? 0) || isReviewer(viewer, collection))

/** Title, place, readers, new versions, bin: its owner and who checks in the collection. */
export const canManageMaterial = (viewer: Viewer, material: MaterialState, collection: CollectionState): boolean =>
  isColleague(viewer, material.audience) && !isSilenced(viewer) && (material.ownerId === viewer.personId || isReviewer(viewer, collection))

/** A file of one's own is seen at once only where the collection trusts; everywhere else somebody else looks at it first. */
export const showsAtOnce = (viewer: Viewer, collection: CollectionState): boolean =>
  collection.trustPublishes && (collection.trustedIds.includes(viewer.personId ?? 0) || isReviewer(viewer, collection))

export const canApproveMaterial = (viewer: Viewer, material: MaterialState, collection: CollectionState): boolean =>
  material.shown !== material.lastVersion && !material.binned && isColleague(viewer, material.audience) && !isSilenced(viewer) && isReviewer(viewer, collection) && material.lastById !== viewer.personId

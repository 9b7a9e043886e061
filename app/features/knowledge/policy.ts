import { speaksFor, type UnitInTree } from '~/features/people/voices'
import { hasRole, isMember, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import type { ArticleWorkName } from './kinds'

export interface CollectionState {
  audience: string
  ownerUnit: UnitInTree | null
  reviewerIds: readonly number[]
  trustedIds: readonly number[]
  trustPublishes: boolean
}

export interface ArticleState {
  audience: string
  ownerId: number
  createdById: number
  /** everybody who ever saved a revision */
  editorIds: readonly number[]
  /** who saved the newest one */
  lastEditorId: number
  sentById: number | null
  /** asked by name */
  reviewerId: number | null
  work: ArticleWorkName
  /** number of the revision readers see */
  approved: number | null
  binned: boolean
}

const isAsn = (viewer: Viewer, audience: string): boolean => isMember(viewer) && viewer.kind === 'ASN' && viewer.verified && mayRead(viewer, audience)

export const canSeeCollection = (viewer: Viewer, collection: Pick<CollectionState, 'audience'>): boolean => mayRead(viewer, collection.audience)

/** Administrators and BKPSDM any collection they read; those who speak for the owning unit theirs. */
export function canKeepCollection(viewer: Viewer, collection: Pick<CollectionState, 'audience' | 'ownerUnit'>): boolean {
  if (!isAsn(viewer, collection.audience)) return false
  return hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER') || (collection.ownerUnit !== null && speaksFor(viewer, collection.ownerUnit) !== null)
}

export const canOpenCollections = (viewer: Viewer): boolean => isMember(viewer) && viewer.kind === 'ASN' && hasRole(viewer, 'ADMINISTRATOR', 'HRD_OFFICER')

/** Any colleague who reads a collection may propose an article for it. */
export const canWriteIn = (viewer: Viewer, collection: Pick<CollectionState, 'audience'>): boolean => isAsn(viewer, collection.audience) && !isSilenced(viewer)

export const isReviewer = (viewer: Viewer, collection: CollectionState): boolean =>
  isAsn(viewer, collection.audience) && ((viewer.personId !== null && collection.reviewerIds.includes(viewer.personId)) || canKeepCollection(viewer, collection))

/** What was approved is the audience's to read, obsolete or not. */
export const canReadArticle = (viewer: Viewer, article: Pick<ArticleState, 'audience' | 'approved' | 'binned'>): boolean =>
  !article.binned && article.approved !== null && mayRead(viewer, article.audience)

const wrote = (viewer: Viewer, article: ArticleState): boolean =>
  viewer.personId !== null && (article.ownerId === viewer.personId || article.createdById === viewer.personId || article.editorIds.includes(viewer.personId))

/** Drafts, reasons and the whole record: who wrote, who owns, who checks. */
export const canSeeWork = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  isAsn(viewer, article.audience) && (wrote(viewer, article) || article.reviewerId === viewer.personId || isReviewer(viewer, collection))

export const canEdit = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  !article.binned && !isSilenced(viewer) && canSeeWork(viewer, article, collection)

export const canSend = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  (article.work === 'DRAFT' || article.work === 'RETURNED') && canEdit(viewer, article, collection)

/** Approve or send back: whoever was asked by name and the collection's reviewers, never who wrote or sent what is judged. */
export const canDecide = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  article.work === 'REVIEW' && !article.binned && isAsn(viewer, article.audience) && !isSilenced(viewer)
  && (article.reviewerId === viewer.personId || isReviewer(viewer, collection)) && article.sentById !== viewer.personId && article.lastEditorId !== viewer.personId

/** Without a second pair of eyes, where the collection allows it to those it trusts. */
export const canPublishAtOnce = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  article.work !== 'NONE' && collection.trustPublishes && canEdit(viewer, article, collection)
  && (collection.trustedIds.includes(viewer.personId ?? 0) || isReviewer(viewer, collection))

/** Place, readers, owner, date of the next check, obsolete, bin: its owner and who checks in the collection. */
export const canManage = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  isAsn(viewer, article.audience) && !isSilenced(viewer) && (article.ownerId === viewer.personId || isReviewer(viewer, collection))

/** "It is still true": of what readers see. Its owner and who checks in the collection. */
export const canCheck = (viewer: Viewer, article: ArticleState, collection: CollectionState): boolean =>
  article.approved !== null && !article.binned && canManage(viewer, article, collection)

/** Pages of somebody who left or works elsewhere: whoever keeps them, and the head of the unit they belonged to, who reads them. */
export const canHandOver = (viewer: Viewer, article: ArticleState, collection: CollectionState, ownerUnitPath: readonly number[]): boolean =>
  !article.binned && (canManage(viewer, article, collection) || (isAsn(viewer, article.audience) && !isSilenced(viewer) && ownerUnitPath.some(id => viewer.headOf.includes(id))))

/** Whoever reads may write below it and thank, under their name. */
export const canComment = (viewer: Viewer, article: Pick<ArticleState, 'audience' | 'approved' | 'binned'>): boolean =>
  isMember(viewer) && viewer.verified && !isSilenced(viewer) && canReadArticle(viewer, article)

/** Whoever reads a collection may say which article is missing in it. */
export const canRequest = (viewer: Viewer, collection: Pick<CollectionState, 'audience'>): boolean =>
  isMember(viewer) && viewer.verified && !isSilenced(viewer) && mayRead(viewer, collection.audience)

/** Anybody who reads says whether it helped; what is wrong in it is said under one's name. */
export const canReport = (viewer: Viewer, article: Pick<ArticleState, 'audience' | 'approved' | 'binned'>): boolean =>
  isMember(viewer) && viewer.verified && !isSilenced(viewer) && canReadArticle(viewer, article)

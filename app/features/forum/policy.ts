import type { Prisma } from '~/generated/prisma/client'
import { mayModerate } from '~/features/moderation/policy'
import { hasRole, isMember, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import { shelfOf } from './shelf'
import type { TopicKindName } from './views'

interface CategoryState {
  audience: string
  openAudience: string
  archived: boolean
}

interface TopicState {
  audience: string
  authorId: number
  locked: boolean
  category?: { id: number }
}

export const canSeeCategory = (viewer: Viewer, category: Pick<CategoryState, 'audience'>): boolean => mayRead(viewer, category.audience)

/** The same as `canSeeCategory`, for Prisma. */
export const categoriesVisibleTo = (viewer: Viewer): Prisma.CategoryWhereInput => ({ audience: { in: [...viewer.audiences] } })

/** Needs both words of the category: who may read and who may open. */
export const canOpenTopic = (viewer: Viewer, category: CategoryState): boolean =>
  isMember(viewer) && viewer.verified && !isSilenced(viewer) && !category.archived && canSeeCategory(viewer, category) && mayRead(viewer, category.openAudience)

/** An announcement speaks for the administration. */
export const canUseKind = (viewer: Viewer, kind: TopicKindName): boolean => kind !== 'ANNOUNCEMENT' || viewer.roles.length > 0

export const canModerateTopic = (viewer: Viewer, topic: Pick<TopicState, 'audience' | 'category'>): boolean =>
  mayModerate(viewer, { audience: topic.audience, shelf: topic.category ? shelfOf(topic.category.id) : '' })

/** Title, kind and tags: its author while it is open, moderators always. */
export const canEditTopic = (viewer: Viewer, topic: TopicState): boolean =>
  canModerateTopic(viewer, topic) || (isMember(viewer) && viewer.verified && !isSilenced(viewer) && mayRead(viewer, topic.audience) && !topic.locked && topic.authorId === viewer.personId)

export const canKeepCategories = (viewer: Viewer): boolean => isMember(viewer) && hasRole(viewer, 'ADMINISTRATOR')

import type { Prisma } from '~/generated/prisma/client'
import { mayModerate } from '~/features/moderation/policy'
import { speaksAtAll, speaksFor, type UnitInTree } from '~/features/people/voices'
import { hasRole, isMember, isSelf, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import type { OfficialStateName } from './kind-views'
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
  kind?: TopicKindName
}

export const canSeeCategory = (viewer: Viewer, category: Pick<CategoryState, 'audience'>): boolean => mayRead(viewer, category.audience)

/** The same as `canSeeCategory`, for Prisma. */
export const categoriesVisibleTo = (viewer: Viewer): Prisma.CategoryWhereInput => ({ audience: { in: [...viewer.audiences] } })

/** Needs both words of the category: who may read and who may open. */
export const canOpenTopic = (viewer: Viewer, category: CategoryState): boolean =>
  isMember(viewer) && viewer.verified && !isSilenced(viewer) && !category.archived && canSeeCategory(viewer, category) && mayRead(viewer, category.openAudience)

/** An announcement speaks for the administration, a consultation for the unit that will answer it; feedback is among colleagues. */
export function canUseKind(viewer: Viewer, kind: TopicKindName): boolean {
  if (kind === 'ANNOUNCEMENT') return viewer.roles.length > 0 || speaksAtAll(viewer)
  if (kind === 'CONSULTATION') return speaksAtAll(viewer)
  return kind !== 'FEEDBACK' || viewer.kind === 'ASN'
}

/** A consultation is for everybody's eyes, feedback for none but colleagues', whatever a category lists. */
export function kindFits(kind: TopicKindName, category: Pick<CategoryState, 'audience'> & { kinds: readonly TopicKindName[] }): boolean {
  if (kind === 'CONSULTATION' && category.audience !== 'public') return false
  if (kind === 'FEEDBACK' && category.audience === 'public') return false
  return category.kinds.length === 0 || category.kinds.includes(kind)
}

/** Official answers, verdicts on proposals, summary and closing date: whoever may speak for the responsible unit, also after the closing. */
export const canAnswerOfficially = (viewer: Viewer, topic: Pick<TopicState, 'audience'> & { kind: TopicKindName }, unit: UnitInTree | null): boolean =>
  topic.kind === 'CONSULTATION' && unit !== null && mayRead(viewer, topic.audience) && speaksFor(viewer, unit) !== null

const steps: Record<OfficialStateName | 'NONE', readonly OfficialStateName[]> = {
  NONE: ['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED'],
  CONSIDERED: ['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED'],
  ACCEPTED: ['ACCEPTED', 'PARTLY', 'DONE'],
  PARTLY: ['PARTLY', 'ACCEPTED', 'DONE'],
  DECLINED: ['CONSIDERED'],
  DONE: ['DONE'],
}

/** Where an official answer may go from where it stands. What was accepted is not declined afterwards; what was declined may be considered anew. */
export const nextStates = (state: OfficialStateName | null): readonly OfficialStateName[] => steps[state ?? 'NONE']

/** One poll for a topic, by its author or a moderator, while people write in it. */
export const canMakePoll = (viewer: Viewer, topic: TopicState & { removed?: boolean }): boolean =>
  isMember(viewer) && viewer.verified && !isSilenced(viewer) && mayRead(viewer, topic.audience) && !topic.locked && (isSelf(viewer, topic.authorId) || canModerateTopic(viewer, topic))

/** Whoever reads the topic and has a confirmed address, until the poll closes or the topic is locked. */
export const canVote = (viewer: Viewer, topic: Pick<TopicState, 'audience' | 'locked'>, poll: { closed: boolean }): boolean =>
  isMember(viewer) && viewer.verified && mayRead(viewer, topic.audience) && !topic.locked && !poll.closed

/** Figures of a poll: once one has voted where the asker wants it so; of an anonymous one never while fewer than this many have. */
export const FEW = 5
export function seesResults(poll: { afterVote: boolean; anonymous: boolean; closed: boolean; voters: number; voted: boolean }): 'yes' | 'afterVote' | 'few' {
  if (poll.anonymous && poll.voters < FEW) return 'few'
  return poll.afterVote && !poll.closed && !poll.voted ? 'afterVote' : 'yes'
}

export const canModerateTopic = (viewer: Viewer, topic: Pick<TopicState, 'audience' | 'category'>): boolean =>
  mayModerate(viewer, { audience: topic.audience, shelf: topic.category ? shelfOf(topic.category.id) : '' })

/** "An official has seen it": moderators of the place, and whoever holds an office and reads it. */
export const canListTopic = (viewer: Viewer, topic: Pick<TopicState, 'audience' | 'category'>): boolean =>
  canModerateTopic(viewer, topic) || (isMember(viewer) && viewer.roles.length > 0 && mayRead(viewer, topic.audience))

/** Title, kind and tags: its author while it is open, moderators always. A meeting is called after its series and day. */
export const canEditTopic = (viewer: Viewer, topic: TopicState): boolean =>
  topic.kind !== 'MEETING' && (canModerateTopic(viewer, topic) || (isMember(viewer) && viewer.verified && !isSilenced(viewer) && mayRead(viewer, topic.audience) && !topic.locked && isSelf(viewer, topic.authorId)))

export const canKeepCategories = (viewer: Viewer): boolean => isMember(viewer) && hasRole(viewer, 'ADMINISTRATOR')

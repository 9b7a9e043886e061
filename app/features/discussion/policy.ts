import { mayModerate } from '~/features/moderation/policy'
import { isMember, isSelf, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import type { PostView, ReactionName, ThreadView } from './views'

/** Days within which authors may take back their own deleting. */
export const RESTORE_DAYS = 30

type ThreadState = Pick<ThreadView, 'audience' | 'authorId' | 'answerable' | 'locked' | 'removed' | 'repliers'> & { shelf?: string }
type PostState = Pick<PostView, 'authorId' | 'deleted' | 'deletedAt'>

/** Reading is the audience's business alone; a removed thread is for nobody's eyes here. */
export const canRead = (viewer: Viewer, thread: Pick<ThreadState, 'audience' | 'removed'>): boolean => !thread.removed && mayRead(viewer, thread.audience)

/** Whoever writes has confirmed their mail address. */
const takesPart = (viewer: Viewer, thread: ThreadState): boolean => isMember(viewer) && viewer.verified && canRead(viewer, thread)

export const canModerate = (viewer: Viewer, thread: Pick<ThreadState, 'audience' | 'removed' | 'shelf'>): boolean =>
  canRead(viewer, thread) && mayModerate(viewer, thread)

/** A thread may name who answers in it; whoever opened it answers too. */
const isAsked = (viewer: Viewer, thread: ThreadState): boolean =>
  !thread.repliers?.length || thread.repliers.some(audience => mayRead(viewer, audience)) || isSelf(viewer, thread.authorId)

/** Whoever was told to be silent for a time reads, thanks and takes back, and writes nothing. */
export const canReply = (viewer: Viewer, thread: ThreadState): boolean => takesPart(viewer, thread) && !thread.locked && !isSilenced(viewer) && isAsked(viewer, thread)

const isOwn = (viewer: Viewer, post: PostState): boolean => isSelf(viewer, post.authorId)

/** Nobody changes another's words, moderators neither. */
export const canEdit = (viewer: Viewer, thread: ThreadState, post: PostState): boolean =>
  takesPart(viewer, thread) && !thread.locked && !isSilenced(viewer) && isOwn(viewer, post) && !post.deleted

/** Own posts while the thread is open; moderators always. A note with the number stays. */
export const canDelete = (viewer: Viewer, thread: ThreadState, post: PostState): boolean =>
  !post.deleted && (canModerate(viewer, thread) || (takesPart(viewer, thread) && !thread.locked && isOwn(viewer, post)))

/** Moderators at any time; authors what they deleted themselves, within `RESTORE_DAYS`, while the thread is open. */
export function canRestore(viewer: Viewer, thread: ThreadState, post: PostState, now = Date.now()): boolean {
  if (!post.deleted || post.deleted === 'moved') return false
  if (canModerate(viewer, thread)) return true
  return takesPart(viewer, thread) && !thread.locked && isOwn(viewer, post) && post.deleted === 'author'
    && now - (post.deletedAt ?? 0) <= RESTORE_DAYS * 86_400_000
}

/** Who opened the question, or a moderator; also after it was locked. */
export const canAccept = (viewer: Viewer, thread: ThreadState): boolean =>
  thread.answerable && (canModerate(viewer, thread) || (takesPart(viewer, thread) && isSelf(viewer, thread.authorId)))

/** Under a name of the thread, where its shelf allows it: colleagues and citizens; partners speak for their organisation. */
export const canMask = (viewer: Viewer, allowed: boolean): boolean => allowed && (viewer.kind === 'ASN' || viewer.kind === 'CITIZEN')

/** Any thread one takes part in, locked ones too; a post only when it is another's and stands. */
export function canReact(viewer: Viewer, thread: ThreadState, post?: PostState, kind?: ReactionName): boolean {
  if (!takesPart(viewer, thread)) return false
  if (kind === 'ME_TOO' && !thread.answerable) return false
  return !post || (!post.deleted && !isOwn(viewer, post))
}

/** The history of a deleted post is for moderators. */
export const canSeeHistory = (viewer: Viewer, thread: ThreadState, post: PostState): boolean =>
  canRead(viewer, thread) && (!post.deleted || (post.deleted !== 'moved' && canModerate(viewer, thread)))

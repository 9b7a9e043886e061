import { getPosts } from '~/features/discussion/posts.queries.server'
import type { PostPage } from '~/features/discussion/views'
import type { Viewer } from '~/platform/viewer'

/** Comments shown at a time; the newest first page holds the end of the conversation. */
export const COMMENTS = 20

export interface CommentPage extends PostPage {
  threadId: number
  lastNumber: number
  /** first number shown */
  from: number
}

/** The comments that end with `until`, the newest without it. Empty where the viewer may not read. */
export async function listComments(viewer: Viewer, thread: { id: number; lastNumber: number }, until?: number | null): Promise<CommentPage> {
  const to = Math.max(1, Math.min(until ?? thread.lastNumber, thread.lastNumber))
  const from = Math.max(1, to - COMMENTS + 1)
  return { ...(await getPosts(viewer, thread.id, { from, to })), threadId: thread.id, lastNumber: thread.lastNumber, from }
}

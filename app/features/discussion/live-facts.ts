import type { AuthorCard, PostView } from './views'

/** What the live room `thread:<id>` tells browsers, by event. Rendered once and the same for everybody in the room. */
export interface ThreadFacts {
  /** a new post, whole */
  post: { threadId: number; post: PostView; author: AuthorCard; lastNumber: number; postCount: number }
  /** edited, deleted (a note without text) or restored */
  'post-changed': { threadId: number; post: PostView; author: AuthorCard; postCount: number }
  reaction: { threadId: number; number: number; thanks: number; agree: number; meToo: number }
  accepted: { threadId: number; accepted: AcceptedFact | null }
  /** among a few people: how far one of them has read, and when */
  read: { threadId: number; personId: number; number: number; at: number }
  /** locked or opened again */
  thread: { threadId: number; locked: boolean }
}

export interface AcceptedFact {
  number: number
  byName: string
  /** milliseconds since 1970, UTC */
  at: number
}

/** What a page shows of a post, as short as can be compared: number, revision, deleted, thanks, agree, me too. */
export type PostMark = [number, number, 0 | 1, number, number, number]

export const markOf = (post: PostView): PostMark =>
  [post.number, post.revision ?? 1, post.deleted ? 1 : 0, post.thanks ?? 0, post.agree ?? 0, post.meToo ?? 0]

/** Answer to `thread:since`: what came after a number, and those of the shown posts that look different by now. */
export interface SinceAnswer {
  posts: PostView[]
  changed: PostView[]
  authors: Record<number, AuthorCard>
  lastNumber: number
  accepted: AcceptedFact | null
}

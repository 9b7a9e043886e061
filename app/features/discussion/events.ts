import type { ReactionName } from './views'

interface PostFact {
  threadId: number
  postId: number
  number: number
}

/** The facts this room records. Payloads carry ids; who needs the text reads it. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    /** among a few people: how far one of them has read */
    'discussion.thread.read': { threadId: number; personId: number; number: number }
    /** also for number 1, which opens the thread; `mentions` are ids of persons; `kind` is the thread's, missing in facts of before */
    'discussion.post.created': PostFact & { authorId: number; replyTo: number | null; mentions: number[]; kind?: string }
    /** `mentions` are only those who were not mentioned before */
    'discussion.post.edited': PostFact & { authorId: number; revision: number; mentions: number[] }
    'discussion.post.deleted': PostFact & { authorId: number; by: 'author' | 'moderator' }
    'discussion.post.restored': PostFact & { authorId: number }
    /** `on` is false when it was taken back; the counts stood so when it was written */
    'discussion.reaction.changed': PostFact & { authorId: number; kind: ReactionName; on: boolean; thanks: number; agree: number; meToo: number }
    'discussion.answer.accepted': PostFact & { authorId: number }
    'discussion.answer.unaccepted': PostFact & { authorId: number }
    /** the day somebody wanted to be reminded of a post has come */
    'discussion.bookmark.due': { personId: number; postId: number }
    /** they stand in another thread now, each with its number there; notes with their old numbers stay */
    'discussion.posts.moved': { fromThreadId: number; toThreadId: number; count: number }
    /** a thread that was read by its address only has come into the lists; the facts are of its opening post */
    'discussion.thread.listed': PostFact
    /** locked or unlocked, listed or not, put on another shelf, or read by another audience */
    'discussion.thread.changed': { threadId: number }
  }
}

export {}

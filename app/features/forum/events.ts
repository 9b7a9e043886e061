import type { OfficialStateName } from './kind-views'

/** The facts this room records. The opening post has its own `discussion.post.created`. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'forum.topic.opened': { topicId: number; categoryId: number; authorId: number }
    /** title, kind or tags */
    'forum.topic.edited': { topicId: number; categoryId: number }
    /** `locked` is the new state */
    'forum.topic.locked': { topicId: number; categoryId: number; locked: boolean }
    /** what its kind has beside the posts, or its poll, looks different now */
    'forum.topic.changed': { topicId: number; categoryId: number }
    /** one more official answer stands on top */
    'forum.official.answered': { topicId: number; categoryId: number; answerId: number; unitId: number; state: OfficialStateName; authorId: number }
    'forum.consultation.closed': { topicId: number; categoryId: number }
    /** somebody voted, changed or took back a vote. Who, is known of named polls only */
    'forum.poll.voted': { topicId: number; pollId: number }
    'forum.poll.closed': { topicId: number; pollId: number }
    /** a unit follows other tags: what concerns it is gathered anew */
    'forum.unit.tagsChanged': { unitId: number; tags: string[] }
    'forum.topic.moved': { topicId: number; fromCategoryId: number; categoryId: number }
    /** `audience` is true when the audience of its threads changed with it: they must be indexed anew and their rooms asked again */
    'forum.category.changed': { categoryId: number; shelf: string; audience: boolean }
  }
}

export {}

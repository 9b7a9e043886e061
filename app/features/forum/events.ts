/** The facts this room records. The opening post has its own `discussion.post.created`. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'forum.topic.opened': { topicId: number; categoryId: number; authorId: number }
    /** title, kind or tags */
    'forum.topic.edited': { topicId: number; categoryId: number }
    /** `locked` is the new state */
    'forum.topic.locked': { topicId: number; categoryId: number; locked: boolean }
    'forum.topic.moved': { topicId: number; fromCategoryId: number; categoryId: number }
    /** `audience` is true when the audience of its threads changed with it: they must be indexed anew and their rooms asked again */
    'forum.category.changed': { categoryId: number; shelf: string; audience: boolean }
  }
}

export {}

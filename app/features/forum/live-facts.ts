/** What `list:<audience>` tells the topic lists: enough to move a row and its counts, never text. */
export interface TopicHint {
  topicId: number
  categoryId: number
  /** visible posts, the opening one among them */
  postCount: number
  lastNumber: number
  /** the newest post, when this hint is about one: milliseconds since 1970 and the author's name */
  at?: number
  name?: string
  /** the topic was opened just now */
  opened?: true
}

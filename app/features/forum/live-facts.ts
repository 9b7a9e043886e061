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

/** What `thread:<id>` tells of who comes to its meeting, by the event `meeting-answers`: figures alone, names are for colleagues. */
export interface AnswersFact {
  topicId: number
  counts: { COME: number; MAYBE: number; NOT: number }
}

/** What `thread:<id>` tells of the topic's poll, by the event `poll`. */
export interface PollFact {
  threadId: number
  voters: number
  closed: boolean
  /** in the order of the options; null while not everybody may see them */
  votes: number[] | null
}

/** Shapes of the demonstration data. People and topics name persons by key (`persons.ts`). */
export type Kind = 'DISCUSSION' | 'QUESTION' | 'EXPERIENCE' | 'FEEDBACK' | 'CONSULTATION' | 'ANNOUNCEMENT' | 'MEETING'

export interface ReplyMore {
  /** number of the post it answers; the opening post is 1 */
  to?: number
  thanks?: number
  agree?: number
  meToo?: number
  deleted?: 'author' | 'moderator'
  /** what stood there before it was edited */
  before?: string
}

/** Who, Markdown, and more. `>{2} words` quotes post 2, `@{key}` mentions a person. */
export type ReplySeed = readonly [by: string, text: string, more?: ReplyMore]

export interface TopicSeed {
  /** slug of the category */
  in: string
  kind: Kind
  by: string
  title: string
  tags: readonly string[]
  /** days before now of the opening post and of the last reply */
  days: readonly [opened: number, last: number]
  text: string
  thanks?: number
  agree?: number
  meToo?: number
  /** number of the accepted answer */
  accepted?: number
  locked?: true
  replies: readonly ReplySeed[]
}

/** What people who finish say of each other. */
export interface ReviewView {
  fromId: number
  from: string
  aboutId: number
  rating: number
  words: string
  testimonial: string
  shown: boolean
}

export interface ClosingView {
  /** what the viewer gave */
  given: ReviewView[]
  /** what was said of the viewer; empty until everybody gave theirs or the days are over */
  received: ReviewView[]
  /** how many forms are there, of how many: without whose */
  count: number
  of: number
  certificate: { code: string; number: string } | null
}

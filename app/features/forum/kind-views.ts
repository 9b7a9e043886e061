/** What pages receive of the things only some kinds of topics have. Times are milliseconds since 1970, UTC; `html` is stored and safe. */

export type TopicPartName = 'SITUATION' | 'OUTCOME' | 'REPEAT' | 'ASKED' | 'SUMMARY'

/** As what the responsible unit has answered; `DECLINED` gives its reasons. */
export type OfficialStateName = 'CONSIDERED' | 'ACCEPTED' | 'PARTLY' | 'DECLINED' | 'DONE'
export const officialStates: readonly OfficialStateName[] = ['CONSIDERED', 'ACCEPTED', 'PARTLY', 'DECLINED', 'DONE']

export interface OfficialView {
  id: number
  state: OfficialStateName
  html: string
  unit: string
  name: string
  slug: string
  position: string
  at: number
}

export interface VerdictView {
  /** of the post that proposes it */
  number: number
  state: OfficialStateName
  note: string
  author: string
}

export interface ConsultationView {
  unitId: number
  unit: string
  code: string
  path: number[]
  /** working days after closing within which the unit promises to answer */
  promisedDays: number
}

export interface PollOptionView {
  id: number
  label: string
  /** null while the results are not for this viewer */
  votes: number | null
}

export interface PollView {
  id: number
  question: string
  /** 1: one answer */
  maxChoices: number
  anonymous: boolean
  afterVote: boolean
  closesAt: number | null
  closed: boolean
  voters: number
  options: PollOptionView[]
  /** ids of what the viewer has chosen; null when they have not voted */
  mine: number[] | null
  /** why there are no figures yet: for those who voted, or fewer than five in an anonymous poll */
  hidden: 'afterVote' | 'few' | null
}

export interface AskedOf {
  unit: string | null
  people: { name: string; slug: string }[]
}

export interface TopicMore {
  parts: Partial<Record<TopicPartName, string>>
  consultation: ConsultationView | null
  /** newest first, at most 20 */
  official: OfficialView[]
  verdicts: VerdictView[]
  poll: PollView | null
  /** whom a request for feedback asks; null: all who read */
  askedOf: AskedOf | null
}

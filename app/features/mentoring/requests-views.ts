import type { FormName } from './kinds'
import type { Reason } from './match'
import type { PairPerson } from './pairs-views'
import type { RequestAct, RequestStateName } from './requests-table'

/** What pages are given of requests. Times are milliseconds. */

export interface RequestRowView {
  id: number
  state: RequestStateName
  /** of the offer; null: "find someone for me" */
  title: string | null
  goal: string
  /** who is on the other side: the mentor asked, or the learner who asks */
  other: PairPerson | null
  /** who must answer until when */
  dueAt: number
  nudged: boolean
  createdAt: number
  pairId: number | null
}

export interface RequestLine {
  id: number
  act: string
  author: string | null
  mine: boolean
  text: string
  at: number
}

export interface SuggestedOffer {
  offerId: number
  title: string
  name: string
  reasons: Reason[]
}

export interface RequestView {
  id: number
  role: 'LEARNER' | 'MENTOR' | 'OFFICER'
  state: RequestStateName
  offer: { id: number; title: string; form: FormName; full: boolean; paused: boolean } | null
  mentor: PairPerson | null
  learner: PairPerson
  /** what the learner shares with those they ask */
  learnerAbout: string
  goal: string
  situation: string
  tried: string
  wishedForm: FormName | null
  wishedTimes: string
  tags: string[]
  slotAt: number | null
  dueAt: number
  createdAt: number
  reason: string
  pairId: number | null
  carries: boolean
  lines: RequestLine[]
  acts: RequestAct[]
  /** others, where this one came to nothing or nobody is asked yet */
  suggestions: SuggestedOffer[]
}

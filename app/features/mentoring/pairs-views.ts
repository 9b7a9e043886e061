import type { PairStateName } from './pairs-table'

/** What pages and other parts of this room are given of pairs. Times are milliseconds, days "2026-11-29". */

export interface PairPerson {
  id: number
  name: string
  slug: string
  photo: string | null
  position: string
  unit: string
}

export interface GoalLine {
  text: string
  measure: string
  /** "" without a day */
  dueOn: string
}

export interface AgreementView {
  revision: number
  goals: GoalLine[]
  rhythm: string
  sessions: number
  minutes: number
  confidential: string
  endsOn: string
  proposedById: number
  confirmedBy: number[]
  /** null: still waits for somebody */
  holdsAt: number | null
}

export interface GoalView extends GoalLine {
  id: number
  progress: number
  standing: string
  achieved: 'YES' | 'PARTLY' | 'NO' | null
  evidence: string
}

export interface PairView {
  id: number
  offerId: number
  form: string
  title: string
  state: PairStateName
  /** MENTOR, LEARNER, or null for who was let in to look */
  role: 'MENTOR' | 'LEARNER' | null
  mentor: PairPerson
  /** who are in, in the order they came */
  learners: PairPerson[]
  waiting: number
  groupId: number
  threadId: number | null
  rhythm: string
  sessions: number
  minutes: number
  confidential: string
  startsOn: string
  endsOn: string
  startedAt: number | null
  endedAt: number | null
  endedById: number | null
  /** the agreement that holds */
  held: AgreementView | null
  /** a newer one that waits for somebody */
  proposed: AgreementView | null
  goals: GoalView[]
}

export interface PairListRow {
  id: number
  title: string
  state: PairStateName
  form: string
  mentorId: number
  mentor: string
  learners: string[]
  endsOn: string
  lastSignAt: number
  /** the viewer waits for a seat and does not see the room yet */
  waiting: boolean
}

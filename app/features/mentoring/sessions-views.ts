import type { ModeName } from './kinds'

/** What pages are given of sessions, notes and steps. Times are milliseconds, days "2026-11-29". */

export interface AttendanceView {
  personId: number
  name: string
  /** null: said nothing yet */
  attended: boolean | null
  minutes: number
  /** the mentor's list, in groups; null: not on it yet */
  present: boolean | null
  /** minutes that count for this learner; null for the mentor and for who does not count */
  counted: number | null
}

export interface SessionView {
  id: number
  pairId: number
  /** its place among the sessions that took place or will, from 1; 0 for those called off or missed */
  number: number
  startsAt: number
  endsAt: number
  state: 'BOOKED' | 'DONE' | 'MISSED' | 'CANCELLED'
  topic: string
  agenda: string
  mode: ModeName
  place: string
  link: string
  sequence: number
  /** who called it off, and why */
  cancelledBy: string
  reason: string
  /** the mentor first */
  attendance: AttendanceView[]
  can: { change: boolean; prepare: boolean; confirm: boolean; list: boolean }
  /** the viewer has not said yet whether they were there */
  asked: boolean
}

export interface NoteView {
  id: number
  sessionId: number | null
  author: string
  mine: boolean
  shared: boolean
  text: string
  at: number
  edited: boolean
}

export interface StepView {
  id: number
  text: string
  assigneeId: number
  assignee: string
  dueOn: string
  overdue: boolean
  doneAt: number | null
  /** may be taken away by the viewer */
  removable: boolean
}

export interface SharedFile {
  slug: string
  name: string
  size: number
}

/** How far somebody has read the conversation. */
export interface ReadMark {
  personId: number
  name: string
  number: number
  at: number
}

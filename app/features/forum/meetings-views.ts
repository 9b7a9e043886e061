import type { RhythmName } from './meetings-rhythm'
import type { MeetingTimes } from './meetings-times'
import type { CategoryBadge } from './views'

export { phaseOf, type MeetingPhase, type MeetingTimes } from './meetings-times'

/** What pages of regular discussions receive. Moments are milliseconds since 1970, UTC; days are "2026-12-05". */

export type ReplyName = 'COME' | 'MAYBE' | 'NOT'
export const replyNames: readonly ReplyName[] = ['COME', 'MAYBE', 'NOT']

/** letters of one agenda point */
export const POINT_LENGTH = 200

export interface PersonBrief {
  id: number
  name: string
  slug: string
}

export interface AgendaPointView {
  id: number
  text: string
  author: PersonBrief
  /** for a moderator: only its author is shown it */
  waits: boolean
  /** the viewer may take it away */
  withdraw: boolean
}

export interface TaskView {
  id: number
  text: string
  assignee: PersonBrief
  dueOn: string
  overdue: boolean
  doneAt: number | null
  meeting: { id: number; slug: string; title: string }
  /** the viewer may say it is done */
  finish: boolean
}

export interface SeriesBrief {
  id: number
  slug: string
  title: string
}

export interface MeetingView extends MeetingTimes {
  id: number
  slug: string
  title: string
  series: SeriesBrief
  timeZone: string
  reason: string
  place: string
  /** '' for strangers: it opens a room */
  link: string
  hosts: PersonBrief[]
  counts: Record<ReplyName, number>
  mine: ReplyName | null
  /** null where only numbers are shown */
  people: (PersonBrief & { reply: ReplyName })[] | null
  /** points of every meeting of the series */
  standing: string[]
  points: AgendaPointView[]
  minutes: { html: string; revision: number; at: number } | null
  decisions: string[]
  tasks: TaskView[]
  can: { answer: boolean; propose: boolean; steer: boolean; minutes: boolean }
}

export interface SeriesView extends SeriesBrief {
  purpose: string
  category: CategoryBadge
  rhythm: RhythmName
  weekday: number
  nth: number
  firstDay: string
  startMinute: number
  duration: number
  timeZone: string
  place: string
  link: string
  agenda: string[]
  hosts: PersonBrief[]
  ended: boolean
}

export interface MeetingRow extends MeetingTimes {
  id: number
  slug: string
  title: string
  come: number
  points: number
  /** first words of the minutes, '' while there are none */
  minutes: string
  decisions: number
  openTasks: number
}

export interface SeriesPage {
  series: SeriesView
  /** running or ahead, the next one first */
  next: MeetingRow[]
  past: MeetingRow[]
  /** opaque; null on the last page */
  older: string | null
  tasks: TaskView[]
  keep: boolean
}

export interface SeriesRow extends SeriesBrief {
  purpose: string
  category: CategoryBadge
  rhythm: RhythmName
  weekday: number
  nth: number
  startMinute: number
  timeZone: string
  ended: boolean
  hosts: string[]
  next: (MeetingTimes & { id: number; slug: string }) | null
}

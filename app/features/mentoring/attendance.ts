/** What becomes of a session by what its people say of it. Pure. */

/** Null: said nothing yet. */
export type Said = boolean | null

/**
 * DONE once the mentor and a learner both say so; MISSED once nobody was there and nobody is left to ask, or the mentor and all learners who
 * answered say no. Until then, and where they say different things, it waits (BOOKED).
 */
export function outcomeOf(mentor: Said, learners: readonly Said[]): 'BOOKED' | 'DONE' | 'MISSED' {
  if (mentor === true && learners.includes(true)) return 'DONE'
  if (mentor === false && learners.length > 0 && learners.includes(false) && !learners.includes(true)) return 'MISSED'
  if (mentor === true && learners.length > 0 && learners.every(said => said === false)) return 'MISSED'
  return 'BOOKED'
}

export interface SaidAttendance {
  attended: boolean
  minutes: number
}

/** Minutes that count for a learner: the smaller of the two, where both were there; in a group the mentor's list names them too. Null: they do not count. */
export function countedMinutes(mentor: SaidAttendance | null, learner: SaidAttendance | null, present: boolean | null, group: boolean): number | null {
  if (!mentor?.attended || !learner?.attended || (group && present !== true)) return null
  return Math.min(mentor.minutes, learner.minutes)
}

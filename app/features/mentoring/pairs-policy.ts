import { isMember, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import { isLivePair, nextPairState, type PairAct, type PairStateName } from './pairs-table'

export interface PairFacts {
  mentorId: number
  /** the audience of everything they share is `group:<id>` */
  groupId: number
  state: PairStateName
  /** learners who are in; who waits for a seat is not */
  learnerIds: readonly number[]
}

export const pairAudience = (groupId: number): string => `group:${groupId}`

/** The people of the room alone, officers and administrators not. */
export const canSeePair = (viewer: Viewer, pair: Pick<PairFacts, 'groupId'>): boolean => isMember(viewer) && mayRead(viewer, pairAudience(pair.groupId))

/** As whom the viewer is in the room; null for who is let in to look by a report. */
export function roleInPair(viewer: Viewer, pair: PairFacts): 'MENTOR' | 'LEARNER' | null {
  if (!canSeePair(viewer, pair) || viewer.personId === null) return null
  if (viewer.personId === pair.mentorId) return 'MENTOR'
  return pair.learnerIds.includes(viewer.personId) ? 'LEARNER' : null
}

/** Whoever was told to be silent for a time may still leave and confirm, and writes nothing. */
export function mayInPair(viewer: Viewer, pair: PairFacts, act: PairAct): boolean {
  const role = roleInPair(viewer, pair)
  if (!role || nextPairState(pair.state, act, role) === null) return false
  return !isSilenced(viewer) || act === 'leave' || act === 'part' || act === 'hold'
}

/** Notes, steps, goals, sessions and words of the room. */
export const mayWorkInPair = (viewer: Viewer, pair: PairFacts): boolean => isLivePair(pair.state) && roleInPair(viewer, pair) !== null && !isSilenced(viewer)

/** The states of a pair or group and who moves it from one to the next. Pure; whatever is not in the table cannot happen. */

export const pairStates = ['AGREEING', 'RUNNING', 'CLOSING', 'FINISHED', 'ENDED'] as const
export type PairStateName = (typeof pairStates)[number]

/** CLOCK: its day has come. OFFICER: through a report. */
export const pairRoles = ['MENTOR', 'LEARNER', 'OFFICER', 'CLOCK'] as const
export type PairRole = (typeof pairRoles)[number]

/**
 * propose: new words of the agreement · hold: the last who had to confirm them did · leave: the mentor, or the last learner, goes ·
 * part: a learner goes and others stay · join: a learner comes into a group · close: its work is done, before its term or at it ·
 * rate: one closing form · finish: the last closing form, or the days for them are over · stop: an officer ends it.
 */
export const pairActs = ['propose', 'hold', 'leave', 'part', 'join', 'close', 'rate', 'finish', 'stop'] as const
export type PairAct = (typeof pairActs)[number]

type Row = Partial<Record<PairAct, Partial<Record<PairRole, PairStateName>>>>

const both = (state: PairStateName) => ({ MENTOR: state, LEARNER: state })
const going = { leave: both('ENDED'), stop: { OFFICER: 'ENDED' as const } }

export const pairTable: Record<PairStateName, Row> = {
  // nothing was agreed until its term: it ends without closing forms
  AGREEING: { ...going, propose: both('AGREEING'), hold: both('RUNNING'), part: { LEARNER: 'AGREEING' }, join: { MENTOR: 'AGREEING', OFFICER: 'AGREEING', CLOCK: 'AGREEING' }, close: { CLOCK: 'ENDED' } },
  RUNNING: { ...going, propose: both('RUNNING'), hold: both('RUNNING'), part: { LEARNER: 'RUNNING' }, join: { MENTOR: 'RUNNING', OFFICER: 'RUNNING', CLOCK: 'RUNNING' }, close: { ...both('CLOSING'), CLOCK: 'CLOSING' } },
  CLOSING: { ...going, part: { LEARNER: 'CLOSING' }, rate: both('CLOSING'), finish: { ...both('FINISHED'), CLOCK: 'FINISHED' } },
  FINISHED: {},
  ENDED: {},
}

/** @returns null where the table has no such move */
export const nextPairState = (state: PairStateName, act: PairAct, role: PairRole): PairStateName | null => pairTable[state][act]?.[role] ?? null

/** Its learners hold seats of the offer. */
export const seatedPairStates: readonly PairStateName[] = ['AGREEING', 'RUNNING']
/** Something can still happen in its room. */
export const livePairStates: readonly PairStateName[] = ['AGREEING', 'RUNNING', 'CLOSING']
export const isLivePair = (state: PairStateName): boolean => livePairStates.includes(state)

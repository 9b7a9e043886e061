/** The states of a request and who moves it from one to the next. Pure; whatever is not in the table cannot happen. */

export const requestStates = ['NEW', 'VIEWED', 'ASKED_BACK', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED'] as const
export type RequestStateName = (typeof requestStates)[number]

/** CLOCK: nobody answered in time. OFFICER: pairs who looks for somebody. */
export const requestRoles = ['LEARNER', 'MENTOR', 'OFFICER', 'CLOCK'] as const
export type RequestRole = (typeof requestRoles)[number]

export const requestActs = ['view', 'ask', 'answer', 'accept', 'decline', 'withdraw', 'expire', 'pair'] as const
export type RequestAct = (typeof requestActs)[number]

type Row = Partial<Record<RequestAct, Partial<Record<RequestRole, RequestStateName>>>>

const waiting: Row = {
  ask: { MENTOR: 'ASKED_BACK' },
  accept: { MENTOR: 'ACCEPTED' },
  decline: { MENTOR: 'DECLINED' },
  withdraw: { LEARNER: 'WITHDRAWN' },
  expire: { CLOCK: 'EXPIRED' },
  pair: { OFFICER: 'ACCEPTED' },
}

export const requestTable: Record<RequestStateName, Row> = {
  NEW: { ...waiting, view: { MENTOR: 'VIEWED' } },
  VIEWED: waiting,
  // one question at a time; meanwhile the mentor may still decide
  ASKED_BACK: { ...waiting, ask: {}, answer: { LEARNER: 'VIEWED' } },
  ACCEPTED: {},
  DECLINED: {},
  WITHDRAWN: {},
  EXPIRED: {},
}

/** @returns null where the table has no such move */
export const nextRequestState = (state: RequestStateName, act: RequestAct, role: RequestRole): RequestStateName | null => requestTable[state][act]?.[role] ?? null

export const requestActsOf = (state: RequestStateName, role: RequestRole): RequestAct[] => requestActs.filter(act => nextRequestState(state, act, role) !== null)

/** Still waits for somebody; these count towards the most one may have. */
export const openRequestStates = requestStates.filter(state => Object.keys(requestTable[state]).length > 0)
export const isOpenRequest = (state: RequestStateName): boolean => openRequestStates.includes(state)

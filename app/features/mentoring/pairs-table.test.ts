import { describe, expect, test } from 'vitest'
import { isLivePair, nextPairState, pairActs, pairRoles, pairStates, type PairAct, type PairRole, type PairStateName } from './pairs-table'
import { isOpenRequest, nextRequestState, requestActs, requestRoles, requestStates, type RequestAct, type RequestRole, type RequestStateName } from './requests-table'

/** Every move there is; all the others are refused. */
const moves: [PairStateName, PairAct, string, PairStateName][] = [
  ['AGREEING', 'propose', 'MENTOR LEARNER', 'AGREEING'], ['AGREEING', 'hold', 'MENTOR LEARNER', 'RUNNING'], ['AGREEING', 'leave', 'MENTOR LEARNER', 'ENDED'], ['AGREEING', 'part', 'LEARNER', 'AGREEING'],
  ['AGREEING', 'join', 'MENTOR OFFICER CLOCK', 'AGREEING'], ['AGREEING', 'close', 'CLOCK', 'ENDED'], ['AGREEING', 'stop', 'OFFICER', 'ENDED'],
  ['RUNNING', 'propose', 'MENTOR LEARNER', 'RUNNING'], ['RUNNING', 'hold', 'MENTOR LEARNER', 'RUNNING'], ['RUNNING', 'leave', 'MENTOR LEARNER', 'ENDED'], ['RUNNING', 'part', 'LEARNER', 'RUNNING'],
  ['RUNNING', 'join', 'MENTOR OFFICER CLOCK', 'RUNNING'], ['RUNNING', 'close', 'MENTOR LEARNER CLOCK', 'CLOSING'], ['RUNNING', 'stop', 'OFFICER', 'ENDED'],
  ['CLOSING', 'leave', 'MENTOR LEARNER', 'ENDED'], ['CLOSING', 'part', 'LEARNER', 'CLOSING'], ['CLOSING', 'rate', 'MENTOR LEARNER', 'CLOSING'], ['CLOSING', 'finish', 'MENTOR LEARNER CLOCK', 'FINISHED'], ['CLOSING', 'stop', 'OFFICER', 'ENDED'],
]
const requestMoves: [RequestStateName, RequestAct, RequestRole, RequestStateName][] = [
  ['NEW', 'view', 'MENTOR', 'VIEWED'],
  ...(['NEW', 'VIEWED'] as const).map((state): [RequestStateName, RequestAct, RequestRole, RequestStateName] => [state, 'ask', 'MENTOR', 'ASKED_BACK']),
  ['ASKED_BACK', 'answer', 'LEARNER', 'VIEWED'],
  ...(['NEW', 'VIEWED', 'ASKED_BACK'] as const).flatMap((state): [RequestStateName, RequestAct, RequestRole, RequestStateName][] => [
    [state, 'accept', 'MENTOR', 'ACCEPTED'], [state, 'decline', 'MENTOR', 'DECLINED'], [state, 'withdraw', 'LEARNER', 'WITHDRAWN'], [state, 'expire', 'CLOCK', 'EXPIRED'], [state, 'pair', 'OFFICER', 'ACCEPTED'],
  ]),
]

describe('the table of requests', () => {
  const known = new Map(requestMoves.map(([state, act, role, to]) => [`${state} ${act} ${role}`, to]))
  const all = requestStates.flatMap(state => requestActs.flatMap(act => requestRoles.map(role => [state, act, role] as const)))

  test(`has ${all.length} cells, ${requestMoves.length} of them moves`, () => {
    expect(known.size).toBe(requestMoves.length)
    for (const [state, act, role] of all) expect(nextRequestState(state, act, role), `${state} ${act} ${role}`).toBe(known.get(`${state} ${act} ${role}`) ?? null)
  })
  test('three states wait, four are the end', () => expect(requestStates.filter(isOpenRequest)).toEqual(['NEW', 'VIEWED', 'ASKED_BACK']))
})

describe('the table of pairs', () => {
  const known = new Map(moves.flatMap(([state, act, roles, to]) => roles.split(' ').map(role => [`${state} ${act} ${role}`, to] as const)))
  const all = pairStates.flatMap(state => pairActs.flatMap(act => pairRoles.map((role: PairRole) => [state, act, role] as const)))

  test(`has ${all.length} cells`, () => {
    for (const [state, act, role] of all) expect(nextPairState(state, act, role), `${state} ${act} ${role}`).toBe(known.get(`${state} ${act} ${role}`) ?? null)
  })
  test('nothing moves after its end', () => expect(pairStates.filter(state => !isLivePair(state))).toEqual(['FINISHED', 'ENDED']))
})

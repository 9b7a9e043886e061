import { expect, test } from 'vitest'
import { assign, type AssignmentProblem } from './assignment.server'

/** Repeatable numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff) / 0x7f_ff_ff_ff
}

/** One more pair is worth more than any sum of scores. */
const worth = ({ scores }: AssignmentProblem, chosen: readonly (readonly [number, number])[]) => chosen.reduce((sum, [learner, offer]) => sum + 100_000 + (scores[learner]?.[offer] ?? 0), 0)

/** The optimum by trying everything. */
function best({ capacity, scores }: AssignmentProblem): number {
  const free = [...capacity]
  const from = (learner: number): number => {
    const row = scores[learner]
    if (!row) return 0
    let most = from(learner + 1)
    row.forEach((score, offer) => {
      if (score === 0 || !free[offer]) return
      free[offer] -= 1
      most = Math.max(most, 100_000 + score + from(learner + 1))
      free[offer] += 1
    })
    return most
  }
  return from(0)
}

test('small cases come out as trying everything does', async () => {
  for (let round = 1; round <= 10; round++) {
    const roll = dice(round)
    const learners = 3 + Math.floor(roll() * 4)
    const offers = 2 + Math.floor(roll() * 3)
    const problem: AssignmentProblem = {
      capacity: Array.from({ length: offers }, () => Math.floor(roll() * 3)),
      scores: Array.from({ length: learners }, () => Array.from({ length: offers }, () => Math.max(0, Math.round(roll() * 1250) - 250))),
    }
    const chosen = await assign(problem)
    expect(worth(problem, chosen)).toBe(best(problem))
    expect(new Set(chosen.map(([learner]) => learner)).size).toBe(chosen.length)
    problem.capacity.forEach((seats, offer) => { expect(chosen.filter(one => one[1] === offer).length).toBeLessThanOrEqual(seats) })
    expect(chosen.every(([learner, offer]) => (problem.scores[learner]?.[offer] ?? 0) > 0)).toBe(true)
  }
}, 60_000)

test('the best for one is not taken where it costs the others more', async () => {
  expect((await assign({ capacity: [1, 1], scores: [[900, 800], [850, 100]] })).sort()).toEqual([[0, 1], [1, 0]])
})

test('nobody to pair, no seat, and nothing that fits are no mistakes', async () => {
  expect(await assign({ capacity: [2], scores: [] })).toEqual([])
  expect(await assign({ capacity: [0], scores: [[500]] })).toEqual([])
  expect(await assign({ capacity: [2, 1], scores: [[0, 0], [0, 0]] })).toEqual([])
})

test('a problem that cannot be read ends the process, not the caller', async () => {
  await expect(assign({ capacity: [1], scores: null as never })).rejects.toThrow(/not solved/)
})

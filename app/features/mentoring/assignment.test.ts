import { expect, test } from 'vitest'
import { assign, type AssignmentProblem } from './assignment.server'

/** Repeatable numbers from 0 to 1. */
function dice(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff) / 0x7f_ff_ff_ff
}

const worth = (problem: AssignmentProblem, chosen: readonly (readonly [number, number])[]) =>
  chosen.reduce((sum, [learner, offer]) => sum + (problem.edges.find(edge => edge[0] === learner && edge[1] === offer)?.[2] ?? -1), 0)

/** The optimum by trying everything. */
function best(problem: AssignmentProblem, learners: number): number {
  const free = [...problem.capacity]
  const from = (learner: number): number => {
    if (learner === learners) return 0
    let most = from(learner + 1)
    for (const [who, offer, score] of problem.edges) {
      if (who !== learner || !free[offer]) continue
      free[offer] -= 1
      most = Math.max(most, score + from(learner + 1))
      free[offer] += 1
    }
    return most
  }
  return from(0)
}

test('small cases come out as trying everything does', async () => {
  for (let round = 1; round <= 8; round++) {
    const roll = dice(round)
    const learners = 3 + Math.floor(roll() * 4)
    const offers = 2 + Math.floor(roll() * 3)
    const problem: AssignmentProblem = {
      capacity: Array.from({ length: offers }, () => Math.floor(roll() * 3)),
      edges: Array.from({ length: learners }, (_, learner) => Array.from({ length: offers }, (_, offer) => [learner, offer, Math.round(roll() * 100) / 100] as const)).flat().filter(edge => edge[2] > 0.2),
    }
    const chosen = await assign(problem)
    expect(worth(problem, chosen)).toBeCloseTo(best(problem, learners), 6)
    expect(new Set(chosen.map(([learner]) => learner)).size).toBe(chosen.length)
    problem.capacity.forEach((seats, offer) => { expect(chosen.filter(one => one[1] === offer).length).toBeLessThanOrEqual(seats) })
  }
}, 60_000)

test('the greedy choice is not taken where it costs the others more', async () => {
  const problem: AssignmentProblem = { capacity: [1, 1], edges: [[0, 0, 0.9], [0, 1, 0.8], [1, 0, 0.85], [1, 1, 0.1]] }
  expect((await assign(problem)).sort()).toEqual([[0, 1], [1, 0]])
})

test('nobody to pair is no mistake', async () => {
  expect(await assign({ capacity: [2], edges: [] })).toEqual([])
})

test('two thousand learners and eight hundred mentors are paired', async () => {
  const roll = dice(7)
  const edges = Array.from({ length: 2_000 }, (_, learner) => Array.from({ length: 30 }, (_, at) => [learner, (learner * 7 + at * 13) % 800, roll()] as const)).flat()
  const chosen = await assign({ capacity: Array.from({ length: 800 }, (_, offer) => 1 + (offer % 4)), edges })
  expect(chosen.length).toBeGreaterThan(1_600)
}, 120_000)

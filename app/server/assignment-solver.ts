import { munkres } from 'munkres'

/**
 * A process of its own, started by the mentoring room: reads one assignment problem as JSON, writes who goes where as JSON, and ends. The
 * matrix has a column for each seat; a pair that is out of the question costs more than all others together can save, and is left out afterwards.
 */
interface Problem {
  /** seats of each offer */
  capacity: number[]
  /** for each learner the score of each offer, whole numbers from 0 to 1000; 0: out of the question */
  scores: number[][]
}

const NEVER = 10_000_000

let text = ''
for await (const piece of process.stdin.setEncoding('utf8')) text += String(piece)
const { capacity, scores } = JSON.parse(text) as Problem
const offerOf = capacity.flatMap((seats, offer) => Array<number>(seats).fill(offer))
const costs = scores.map(row => offerOf.map(offer => ((row[offer] ?? 0) > 0 ? 1000 - (row[offer] ?? 0) : NEVER)))
const matched = costs.length > 0 && offerOf.length > 0 ? munkres(costs) : []
const chosen = matched.flatMap(([learner, seat]): [number, number][] => {
  const offer = offerOf[seat]
  return offer !== undefined && (scores[learner]?.[offer] ?? 0) > 0 ? [[learner, offer]] : []
})
process.stdout.write(JSON.stringify(chosen))

import highs from 'highs'

/**
 * A process of its own, started by the mentoring room: reads one assignment problem as JSON, writes who goes where as JSON, and ends.
 * The problem is a linear programme whose matrix is totally unimodular, so its optimum is whole: nobody is split between two.
 */
interface Problem {
  /** seats of each offer */
  capacity: number[]
  /** [learner, offer, score above 0] */
  edges: [number, number, number][]
}

/** Lines of the LP format may not grow without end. */
function sum(terms: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at < terms.length; at += 12) lines.push(terms.slice(at, at + 12).join(' + '))
  return lines.join('\n + ')
}

function programme({ capacity, edges }: Problem): string {
  const byLearner = new Map<number, string[]>()
  const byOffer = new Map<number, string[]>()
  edges.forEach(([learner, offer], at) => {
    byLearner.set(learner, [...(byLearner.get(learner) ?? []), `x${at}`])
    byOffer.set(offer, [...(byOffer.get(offer) ?? []), `x${at}`])
  })
  const once = [...byLearner].map(([learner, terms]) => ` l${learner}: ${sum(terms)} <= 1`)
  const seats = [...byOffer].map(([offer, terms]) => ` o${offer}: ${sum(terms)} <= ${capacity[offer] ?? 0}`)
  return `Maximize\n obj: ${sum(edges.map(([, , score], at) => `${score.toFixed(4)} x${at}`))}\nSubject To\n${[...once, ...seats].join('\n')}\nEnd\n`
}

let text = ''
for await (const piece of process.stdin.setEncoding('utf8')) text += String(piece)
const problem = JSON.parse(text) as Problem
const chosen: [number, number][] = []
if (problem.edges.length > 0) {
  const solver = await highs()
  const answer = solver.solve(programme(problem), { output_flag: false })
  if (answer.Status !== 'Optimal') throw new Error(`no optimum: ${answer.Status}`)
  problem.edges.forEach(([learner, offer], at) => {
    const column = answer.Columns[`x${at}`]
    if (column && 'Primal' in column && column.Primal > 0.5) chosen.push([learner, offer])
  })
}
process.stdout.write(JSON.stringify(chosen))

import { spawn } from 'node:child_process'
import path from 'node:path'

export interface AssignmentProblem {
  /** seats of each offer, by its place in the list */
  capacity: readonly number[]
  /** for each learner the score of each offer, whole numbers from 0 to 1000; 0: out of the question */
  scores: readonly (readonly number[])[]
}

/** Longest a solution may take, in milliseconds. */
const LIMIT = 120_000

/**
 * Who goes where: as many as can be, and among those ways the one with the greatest sum of scores; nobody twice, no offer beyond its seats. Solved to the optimum
 * in a process of its own, so that nothing waits for it and its memory goes with it. @returns [learner's place, offer's place]. @throws Error when it fails or takes too long
 */
export function assign(problem: AssignmentProblem): Promise<[number, number][]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=1024', path.resolve('app/server/assignment-solver.ts')], { stdio: ['pipe', 'pipe', 'pipe'], env: { NODE_ENV: 'production' }, timeout: LIMIT, killSignal: 'SIGKILL' })
    let said = ''
    let wrong = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => { said += piece })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => { wrong = (wrong + piece).slice(-2_000) })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(said) as [number, number][])
      else reject(new Error(`the pairing was not solved (${signal ?? code}): ${wrong.trim().split('\n').at(-1) ?? ''}`))
    })
    // it may end before it has read everything; what it said on leaving says why
    child.stdin.on('error', () => undefined)
    child.stdin.end(JSON.stringify(problem))
  })
}

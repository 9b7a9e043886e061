import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { ms, type Line } from './table.ts'

/** What Remix and React cost of a page of twenty posts on the machine the ratios were stated for, in ms: 65 % of 1.6 ms (design, section 12). */
const STATED = 1.04

/** How quick this machine is at this kind of work, so that rates stated for another one can be read. */
export async function measureBare(): Promise<Line> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.resolve('tests/bench/bare-page.ts')], { env: { ...process.env, NODE_ENV: 'production' }, timeout: 60_000 })
  const cost = Number(stdout)
  return { what: 'Bare Remix page of twenty posts, CPU', value: cost, unit: 'ms', note: `no database, no compression, no server; ${ms(STATED)} where NodeBB was measured, so rates stated for there are ${(cost / STATED).toFixed(1)}× those of this machine in this minute` }
}

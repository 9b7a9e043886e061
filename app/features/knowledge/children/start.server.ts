import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import path from 'node:path'

export interface Limits {
  /** milliseconds until it is ended */
  time: number
  /** megabytes of its JavaScript */
  heap: number
  /** megabytes of the whole process, looked at five times a second where the system tells (Linux) */
  whole: number
}

export interface Child {
  process: ChildProcessWithoutNullStreams
  /** ends it at once */
  end: (why: string) => void
  /** its code when it is gone, why we ended it ('' when we did not), and the last it said on its error line */
  gone: Promise<{ code: number | null; why: string; said: string }>
}

/** Megabytes a process holds; 0 where the system does not say. */
const held = (pid: number): Promise<number> => readFile(`/proc/${pid}/statm`, 'utf8').then(text => Number(text.split(' ')[1] ?? 0) * 4096 / 1_048_576, () => 0)

/**
 * Starts a script of this room in a process of its own: without our environment, allowed to read itself and the packages and nothing else, with
 * bounded memory and time, behind everybody else. `script` is its path in the room.
 */
export function startChild(script: string, args: readonly string[], limits: Limits): Child {
  const room = path.resolve('app/features/knowledge')
  const child = spawn(process.execPath, [
    '--permission', `--allow-fs-read=${path.dirname(path.join(room, script))}`, `--allow-fs-read=${path.resolve('node_modules')}`, `--allow-fs-read=${path.resolve('package.json')}`,
    '--no-warnings', `--max-old-space-size=${limits.heap}`, path.join(room, script), ...args,
  ], { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  let why = ''
  let said = ''
  const end = (reason: string) => {
    why ||= reason
    child.kill('SIGKILL')
  }
  const clock = setTimeout(() => end('time'), limits.time)
  const watch = setInterval(() => void (child.pid && held(child.pid).then(size => { if (size > limits.whole) end('memory') })), 200)
  if (child.pid) {
    try { setPriority(child.pid, 10) } catch { /* gone already */ }
  }
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { said = (said + chunk).slice(-2_000) })
  const gone = new Promise<number | null>(resolve => {
    child.once('error', error => { said = error.message; resolve(null) })
    child.once('close', code => resolve(code))
  }).then(code => {
    clearTimeout(clock)
    clearInterval(watch)
    return { code, why, said: said.split('\n').find(line => /error|heap/i.test(line))?.slice(0, 300) ?? '' }
  })
  return { process: child, end, gone }
}

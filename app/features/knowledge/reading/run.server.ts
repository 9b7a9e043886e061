import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { log } from '~/platform/log/log.server'
import { BOUNDS, type Outcome, type Told } from './bounds'

export interface Limits {
  /** milliseconds until it is ended */
  time: number
  /** megabytes of its JavaScript */
  heap: number
  /** megabytes of the whole process, looked at five times a second where the system tells (Linux) */
  whole: number
}

const USUAL: Limits = { time: 60_000, heap: 384, whole: 1_000 }

export interface ReadText {
  outcome: Outcome
  /** how many there are, also those without words */
  pages: number
  texts: { page: number; text: string }[]
}

const folder = () => path.resolve('app/features/knowledge/reading')

/** Megabytes a process holds; 0 where the system does not say. */
const held = (pid: number): Promise<number> => readFile(`/proc/${pid}/statm`, 'utf8').then(text => Number(text.split(' ')[1] ?? 0) * 4096 / 1_048_576, () => 0)

/**
 * Reads a file in a process of its own, which may neither write nor start anything and is ended when it takes too long or too much. What it
 * told until then is kept. Never throws for what stands in the file.
 */
export async function readText(format: string, data: Readable, limits: Limits = USUAL): Promise<ReadText> {
  const child = spawn(process.execPath, [
    '--permission', `--allow-fs-read=${folder()}`, `--allow-fs-read=${path.resolve('node_modules')}`, `--allow-fs-read=${path.resolve('package.json')}`,
    '--no-warnings', `--max-old-space-size=${limits.heap}`, path.join(folder(), 'read.ts'), format,
  ], { env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
  const result: ReadText = { outcome: 'HEAVY', pages: 0, texts: [] }
  let ended = ''
  const end = (why: string) => {
    ended ||= why
    child.kill('SIGKILL')
  }
  const clock = setTimeout(() => end('time'), limits.time)
  const watch = setInterval(() => void (child.pid && held(child.pid).then(size => { if (size > limits.whole) end('memory') })), 200)
  if (child.pid) try { setPriority(child.pid, 10) } catch { /* ended already */ }

  let rest = ''
  let letters = 0
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    letters += chunk.length
    if (letters > BOUNDS.text * 7 || rest.length > BOUNDS.pageText * 7) return end('words')
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const told = JSON.parse(line) as Told
      if ('outcome' in told) Object.assign(result, told)
      else result.texts.push({ page: told.page, text: told.text })
    }
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => { said = (said + chunk).slice(-2_000) })
  const gone = new Promise<number | null>(resolve => {
    child.once('error', error => { said = error.message; resolve(null) })
    child.once('close', code => resolve(code))
  })
  // it may be gone before it has taken everything
  const sent = pipeline(data, child.stdin).then(() => null, (error: NodeJS.ErrnoException) => error)
  try {
    const code = await gone
    data.destroy()
    const failed = await sent
    if (failed && !['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(failed.code ?? '')) throw failed
    if (code !== 0) log.warn({ format, code, ended, said: said.split('\n').find(line => /error|heap/i.test(line))?.slice(0, 200) }, 'a file could not be read')
    return result
  } finally {
    clearTimeout(clock)
    clearInterval(watch)
  }
}

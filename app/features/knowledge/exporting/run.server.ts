import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Unavailable } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { startChild, type Limits } from '../children/start.server'
import type { Book } from './book'

const USUAL: Limits = { time: 60_000, heap: 512, whole: 1_200 }
/** at most so many at a time in this process; so many more wait in line */
const AT_ONCE = 2
const IN_LINE = 8

const line = kept('exports', () => ({ working: 0, waiting: [] as (() => void)[] }))

/** Makes the file in a process of its own. @throws Unavailable when the line is too long, or it took too much */
export async function makeBook(book: Book, limits = USUAL): Promise<Buffer> {
  if (line.waiting.length >= IN_LINE) throw new Unavailable('exports', 20)
  if (line.working >= AT_ONCE) await new Promise<void>(go => line.waiting.push(go))
  line.working += 1
  try {
    const { process: child, gone } = startChild('exporting/make.ts', [], limits)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    await pipeline(Readable.from([JSON.stringify(book)]), child.stdin).catch(() => undefined)
    const { code, why, said } = await gone
    if (code === 0) return Buffer.concat(chunks)
    log.warn({ format: book.format, chapters: book.chapters.length, code, why, said }, 'an export was not made')
    throw new Unavailable('exports', 30)
  } finally {
    line.working -= 1
    line.waiting.shift()?.()
  }
}

import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { log } from '~/platform/log/log.server'
import { startChild, type Limits } from '../children/start.server'
import { BOUNDS, type Outcome, type Told } from './bounds'

const USUAL: Limits = { time: 60_000, heap: 384, whole: 1_000 }

export interface ReadText {
  outcome: Outcome
  /** how many there are, also those without words */
  pages: number
  texts: { page: number; text: string }[]
}

/**
 * Reads a file in a process of its own, which may neither write nor start anything and is ended when it takes too long or too much. What it
 * told until then is kept. Never throws for what stands in the file.
 */
export async function readText(format: string, data: Readable, limits: Limits = USUAL): Promise<ReadText> {
  const { process: child, end, gone } = startChild('reading/read.ts', [format], limits)
  const result: ReadText = { outcome: 'HEAVY', pages: 0, texts: [] }
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
  // it may be gone before it has taken everything
  const sent = pipeline(data, child.stdin).then(() => null, (error: NodeJS.ErrnoException) => error)
  const { code, why, said } = await gone
  data.destroy()
  const failed = await sent
  if (failed && !['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(failed.code ?? '')) throw failed
  if (code !== 0) log.warn({ format, code, why, said }, 'a file could not be read')
  return result
}

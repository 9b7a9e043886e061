/**
 * A process of its own: takes the bytes of one file on its input and tells what stands in it, a line of JSON each. It is started with little
 * memory, without our environment and without the right to write, to reach out or to start anything (`run.server.ts`); whatever a hostile file
 * does to it ends with it.
 */
import { BOUNDS, Unreadable, type Outcome, type Told } from './bounds.ts'

const format = process.argv[2] ?? ''

async function take(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const all = Buffer.concat(chunks)
  return new Uint8Array(all.buffer, all.byteOffset, all.byteLength)
}

const tell = (told: Told): Promise<void> => new Promise(resolve => process.stdout.write(`${JSON.stringify(told)}\n`, () => resolve()))

/** No controls, no half letters, no endless white space. */
const tidy = (text: string): string => text.replace(/[^\P{C}\n\t]/gu, '').replace(/[ \t\u00a0]+/g, ' ').replace(/ ?\n[ \n]*/g, '\n').trim()

async function pagesOf(data: Uint8Array): Promise<AsyncIterable<string> | Iterable<string>> {
  if (format === 'pdf') return (await import('./pdf.ts')).readPdf(data)
  if (format === 'txt' || format === 'csv' || format === 'md') return [new TextDecoder('utf-8').decode(data)]
  const office = await import('./office.ts')
  if (format === 'docx') return office.readDocx(data)
  if (format === 'xlsx') return office.readXlsx(data)
  if (format === 'pptx') return office.readPptx(data)
  if (format === 'odt' || format === 'ods') return office.readOdf(data)
  throw new Unreadable('BROKEN')
}

/** A long text without pages is cut, so that no part of it is too much for one find. */
function* cut(text: string): Generator<string> {
  const short = tidy(text)
  for (let at = 0; at === 0 || at < short.length; at += BOUNDS.pageText) yield short.slice(at, at + BOUNDS.pageText)
}

let number = 0
let written = 0
let outcome: Outcome
try {
  for await (const page of await pagesOf(await take())) {
    const alone = format === 'pdf' || format === 'pptx' || format === 'xlsx'
    for (const text of alone ? [tidy(page.slice(0, BOUNDS.pageText * 4)).slice(0, BOUNDS.pageText)] : cut(page)) {
      number += 1
      if (number > BOUNDS.pages || written > BOUNDS.text || text === '') continue
      written += text.length
      await tell({ page: number, text })
    }
  }
  outcome = written > 0 ? 'READ' : 'EMPTY'
} catch (error) {
  outcome = error instanceof Unreadable ? error.outcome : /memory|allocation|too large|Invalid (string|array|typed array) length/i.test((error as Error).message) ? 'HEAVY' : 'BROKEN'
}
await tell({ outcome, pages: number })
process.exit(0)

/** Words of a text a comment is about, with what stands before and after them, so that they are found again when the text has changed. */
export interface Anchor {
  quote: string
  prefix: string
  suffix: string
}

export const QUOTE_MAX = 300
/** Letters kept of what stands around. */
export const AROUND = 40

const flat = (text: string): string => text.replace(/\s+/g, ' ')

/** How many letters two texts share, from their ends (`back`) or from their beginnings. */
function shared(a: string, b: string, back: boolean): number {
  const most = Math.min(a.length, b.length)
  let n = 0
  while (n < most && (back ? a[a.length - 1 - n] === b[b.length - 1 - n] : a[n] === b[n])) n += 1
  return n
}

/** Where the words stand, as letters of the flattened text; of several places the one with the likest surroundings. Null: they are gone. */
export function locate(text: string, { quote, prefix, suffix }: Anchor): { start: number; end: number } | null {
  const whole = flat(text)
  const words = flat(quote).trim()
  if (words === '') return null
  let best: { start: number; score: number } | null = null
  for (let start = whole.indexOf(words), looked = 0; start !== -1 && looked < 500; start = whole.indexOf(words, start + 1), looked += 1) {
    const score = shared(whole.slice(Math.max(0, start - AROUND), start).trimEnd(), flat(prefix).trimEnd(), true) + shared(whole.slice(start + words.length, start + words.length + AROUND).trimStart(), flat(suffix).trimStart(), false)
    if (!best || score > best.score) best = { start, score }
  }
  return best ? { start: best.start, end: best.start + words.length } : null
}

/** The anchor of a whole paragraph: its beginning, at most QUOTE_MAX letters. */
export function anchorOf(paragraphs: readonly string[], at: number): Anchor | null {
  const paragraph = paragraphs[at]
  if (!paragraph) return null
  return { quote: flat(paragraph).trim().slice(0, QUOTE_MAX), prefix: flat(paragraphs[at - 1] ?? '').slice(-AROUND), suffix: '' }
}

/** Paragraphs one may choose without JavaScript. */
export const paragraphsOf = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(Boolean)

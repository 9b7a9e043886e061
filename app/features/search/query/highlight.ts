import { wordsIn } from './words'

/** What to mark: whole words, and beginnings where the query was still being typed. */
export interface Marks {
  words: ReadonlySet<string>
  prefixes: readonly string[]
}

const SNIPPET_WORDS = 28
const SNIPPET_CHARACTERS = 200

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}

interface Found { start: number; end: number; word: string }

function found(text: string, marks: Marks): { all: Found[]; hits: (Found & { at: number })[] } {
  const all: Found[] = [...wordsIn(text)]
  const hits = all.flatMap((one, at) => {
    if (marks.words.has(one.word)) return [{ ...one, at }]
    const prefix = marks.prefixes.find(beginning => one.word.startsWith(beginning))
    // a beginning is marked only as far as it was typed
    return prefix === undefined ? [] : [{ ...one, end: Math.min(one.end, one.start + prefix.length), at }]
  })
  return { all, hits }
}

function marked(text: string, from: number, to: number, hits: readonly Found[]): string {
  let out = ''
  let at = from
  for (let index = 0; index < hits.length; index++) {
    const first = hits[index]!
    if (first.start < at || first.end > to) continue
    let end = first.end
    // neighbours are marked as one
    while (hits[index + 1] && hits[index + 1]!.end <= to && /^[\s-]{1,2}$/.test(text.slice(end, hits[index + 1]!.start))) end = hits[++index]!.end
    out += `${escapeHtml(text.slice(at, first.start))}<mark>${escapeHtml(text.slice(first.start, end))}</mark>`
    at = end
  }
  return out + escapeHtml(text.slice(at, to))
}

/** The whole text, escaped, with its hits marked. */
export function highlight(text: string, marks: Marks): string {
  return marked(text, 0, text.length, found(text, marks).hits)
}

/** The stretch of about two lines with the most different hits; the beginning where there are none. Safe HTML. */
export function snippet(text: string, marks: Marks): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  const { all, hits } = found(flat, marks)
  if (all.length === 0) return escapeHtml(flat.slice(0, SNIPPET_CHARACTERS))
  let best = { score: 0, first: 0 }
  for (let index = 0; index < hits.length; index++) {
    const within = hits.slice(index).filter(hit => hit.at < hits[index]!.at + SNIPPET_WORDS - 6)
    const score = new Set(within.map(hit => hit.word)).size * 10 + Math.min(9, within.length)
    if (score > best.score) best = { score, first: hits[index]!.at }
  }
  const firstWord = all.length <= SNIPPET_WORDS ? 0 : Math.max(0, Math.min(best.first - 6, all.length - SNIPPET_WORDS))
  const start = firstWord === 0 ? 0 : all[firstWord]!.start
  let lastWord = Math.min(all.length - 1, firstWord + SNIPPET_WORDS)
  while (lastWord > firstWord && all[lastWord]!.end - start > SNIPPET_CHARACTERS && !hits.some(hit => hit.at === lastWord && hit.at < best.first + 10)) lastWord -= 1
  const ends = lastWord === all.length - 1
  const end = ends ? Math.min(flat.length, all[lastWord]!.end + 3) : all[lastWord]!.end
  return `${start > 0 ? '…' : ''}${marked(flat, start, Math.min(end, start + 2 * SNIPPET_CHARACTERS), hits)}${ends ? '' : '…'}`
}

import { diffArrays } from 'diff'
import { compare } from '~/features/discussion/revisions.queries.server'

export interface DiffWord {
  text: string
  change?: 'added' | 'removed'
}

/** A paragraph with its changes, or so many paragraphs in a row without any. */
export type DiffBlock = { words: DiffWord[] } | { same: string[] }

export interface DiffView {
  blocks: DiffBlock[]
  /** words */
  added: number
  removed: number
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** Share of words two paragraphs have in common, of the shorter one. */
function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one.toLowerCase()), wordsOf(other.toLowerCase())]
  const known = new Set(b)
  return a.length === 0 || b.length === 0 ? 0 : a.filter(word => known.has(word)).length / Math.min(a.length, b.length)
}

/** Paragraphs that went against those that came, in order: alike ones word by word, the others whole. */
function replaced(removed: readonly string[], added: readonly string[]): DiffWord[][] {
  const found: DiffWord[][] = []
  let from = 0
  for (const line of added) {
    // far ahead a likeness is chance, and looking there makes long texts slow
    const at = removed.slice(from, from + 12).findIndex(one => likeness(one, line) >= 0.5)
    if (at === -1) {
      found.push([{ text: line, change: 'added' }])
      continue
    }
    found.push(...removed.slice(from, from + at).map((text): DiffWord[] => [{ text, change: 'removed' }]))
    found.push(compare(removed[from + at] ?? '', line).map(({ text, change }) => (change === 'same' ? { text } : { text, change })))
    from += at + 1
  }
  return [...found, ...removed.slice(from).map((text): DiffWord[] => [{ text, change: 'removed' }])]
}

/** Words against words, paragraph by paragraph; what did not change stands together, to be folded. */
export function diffOf(before: string, after: string): DiffView {
  const lines = (text: string) => text.split('\n').filter(line => line.trim() !== '')
  const blocks: DiffBlock[] = []
  let gone: string[] = []
  const settle = (come: readonly string[]) => {
    blocks.push(...replaced(gone, come).map(words => ({ words })))
    gone = []
  }
  for (const part of diffArrays(lines(before), lines(after), { timeout: 400 }) ?? [{ value: lines(before), removed: true, added: false }, { value: lines(after), removed: false, added: true }]) {
    if (part.removed) gone = part.value
    else if (part.added) settle(part.value)
    else {
      settle([])
      blocks.push({ same: part.value })
    }
  }
  settle([])
  const count = (change: DiffWord['change']) => blocks.flatMap(block => ('words' in block ? block.words : [])).filter(word => word.change === change).reduce((sum, word) => sum + wordsOf(word.text).length, 0)
  return { blocks, added: count('added'), removed: count('removed') }
}

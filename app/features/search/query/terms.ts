import type { Marks } from './highlight'

/** One thing that must be found: any of its words, or any of its phrases. */
export interface Term {
  /** as shown */
  text: string
  /** lexemes, any of which counts */
  words: string[]
  /** words that stand side by side, any of which counts */
  phrases: string[][]
  /** terms that count where all of them are found, anywhere: the words of a name that has a short form */
  together: Term[]
  /** words of the index that begin as this one does; they count while it is being typed */
  begun: string[]
  /** documents that hold it, about */
  documents: number
  /** documents that hold a word that begins so, about */
  begunDocuments: number
}

const lexeme = (word: string) => `'${word.replace(/\\/g, '\\\\').replace(/'/g, "''")}'`
const anyOf = (parts: string[]) => (parts.length === 1 ? parts[0]! : `( ${parts.join(' | ')} )`)

/** A term as tsquery text; every value is quoted. */
export function termQuery(term: Term, begun: boolean): string {
  const words = [...new Set([...term.words, ...(begun ? term.begun : [])])]
  const phrases = term.phrases.map(phrase => (phrase.length === 1 ? lexeme(phrase[0]!) : `( ${phrase.map(lexeme).join(' <-> ')} )`))
  return anyOf([...words.map(lexeme), ...phrases, ...(term.together.length > 0 ? [`( ${allOf(term.together, begun)} )`] : [])])
}

export function allOf(terms: readonly Term[], begun: boolean): string {
  return terms.map(term => termQuery(term, begun)).join(' & ')
}

/** All but any one of them. */
export function allButOne(terms: readonly Term[]): string {
  return terms.map((_, left) => `( ${allOf(terms.filter((__, at) => at !== left), true)} )`).join(' | ')
}

/** What to mark in what was found. `forms` are the inflections of the words asked for. */
export function marksOf(terms: readonly Term[], forms: readonly string[], begun: boolean): Marks {
  const single = terms.flatMap(term => [term, ...term.together])
  const words = new Set([...forms, ...single.flatMap(term => [...term.words, ...term.phrases.flat()])])
  return { words, prefixes: begun ? single.filter(term => term.begun.length > 0).map(term => term.text) : [] }
}

/** Splits a list of words where a synonym of several words stands: [["kartu","keluarga"],["hilang"]]. */
export function groupWords(words: readonly string[], known: ReadonlySet<string>): string[][] {
  const groups: string[][] = []
  for (let at = 0; at < words.length;) {
    let length = Math.min(6, words.length - at)
    while (length > 1 && !known.has(words.slice(at, at + length).join(' '))) length -= 1
    groups.push(words.slice(at, at + length))
    at += length
  }
  return groups
}

import type pg from 'pg'
import { kept } from '~/platform/kept.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { isVocabulary, wordList } from '../query/words'

/*
 * The text search vector is written here instead of by to_tsvector: its parser takes addresses, paths and signed numbers apart in its
 * own way and is five times slower. Stems come from PostgreSQL's Indonesian dictionary, once per word.
 */

export const MOST_TEXT = 100_000
const MOST_STEMS = 200_000
const LONGEST_WORD = 100

const stems = kept('search-stems', () => new Map<string, string>())

/** Stems of words, from memory or from the database. */
export async function stemsOf(client: Pick<pg.ClientBase, 'query'>, words: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const result = new Map<string, string>()
  const unknown: string[] = []
  for (const word of words) {
    const stem = stems.get(word)
    if (stem === undefined) unknown.push(word)
    else result.set(word, stem)
  }
  if (unknown.length === 0) return result
  const { rows } = await client.query<{ word: string; stem: string }>({
    name: 'search-stems', text: `select w as word, coalesce((ts_lexize('indonesian_stem', w))[1], w) as stem from unnest($1::text[]) as u(w)`, values: [unknown],
  })
  if (stems.size + rows.length > MOST_STEMS) stems.clear()
  for (const { word, stem } of rows) {
    result.set(word, stem)
    stems.set(word, stem)
  }
  return result
}

export interface Words {
  title: string[]
  names: string[]
  body: string[]
}

const listOf = (text: string) => wordList(text).filter(word => word.length <= LONGEST_WORD)

/** The words of a document that are searched, by where they stand. */
export function wordsOf(doc: SearchDocument): Words {
  return { title: doc.titleOnlyShown ? [] : listOf(doc.title), names: listOf([...doc.tags, doc.authorName].join(' ')), body: listOf(doc.body.slice(0, MOST_TEXT)) }
}

/** As tsvector text: plain words and stems share their positions; title A, tags and author B, text C, its stems D; `slices` stand nowhere. */
export function vectorText({ title, names, body }: Words, stemOf: ReadonlyMap<string, string>, slices: readonly string[]): string {
  const places = new Map<string, string[]>()
  let position = 0
  const put = (word: string, weight: string) => {
    const list = places.get(word)
    // PostgreSQL keeps 255 places of a word and counts no further than 16,383
    if (!list) places.set(word, [`${Math.min(position, 16_383)}${weight}`])
    else if (list.length < 255 && position <= 16_383) list.push(`${position}${weight}`)
  }
  for (const [words, weight, stemWeight] of [[title, 'A', 'A'], [names, 'B', null], [body, 'C', 'D']] as const) {
    // phrases end where a part ends
    position += 1
    for (const word of words) {
      position += 1
      put(word, weight)
      const stem = stemOf.get(word)
      if (stemWeight && stem !== undefined && stem !== word) put(stem, stemWeight)
    }
  }
  return [...slices.map(word => `'${word}'`), ...[...places].map(([word, list]) => `'${word.replace(/['\\]/g, '')}':${list.join(',')}`)].join(' ')
}

/** What `vocabularyOf` gives, from words already taken apart. */
export function vocabularyIn(doc: Pick<SearchDocument, 'title' | 'titleOnlyShown'>, { title, names, body }: Words): Set<string> {
  const vocabulary = new Set<string>()
  for (const words of [doc.titleOnlyShown ? wordList(doc.title) : title, names, body]) for (const word of words) if (isVocabulary(word)) vocabulary.add(word)
  return vocabulary
}

/** Distinct words of a document worth keeping. The title counts also where it is only shown: whoever reads the one reads the other. */
export function vocabularyOf(doc: { title: string; body: string; authorName: string; tags: readonly string[] }): Set<string> {
  const words = new Set<string>()
  for (const text of [doc.title, doc.body.slice(0, MOST_TEXT), doc.authorName, ...doc.tags]) {
    for (const word of wordList(text)) if (isVocabulary(word)) words.add(word)
  }
  return words
}

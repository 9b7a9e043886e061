import type { Correction } from '../contract.server'
import { parseQuery, type ParsedQuery } from '../query/parse'
import { groupWords, type Term } from '../query/terms'
import { allowedEdits, distance } from '../query/words'
import { synonymMap } from '../synonyms.server'
import { wordsNear } from './spelling.server'

export type Ask = <Row extends object>(text: string, values: readonly unknown[], name?: string) => Promise<Row[]>

/** A query with everything known about its words. */
export interface Understood {
  generation: number
  parsed: ParsedQuery
  terms: Term[]
  /** inflections found in readable documents, for marking */
  forms: string[]
  corrected: Correction[]
  /** other spellings that were searched beside the likeliest, by the word typed */
  alternatives: ReadonlyMap<string, readonly string[]>
  /** words as searched, in order */
  shown: string[]
}

interface WordRow {
  generation: number
  /** null when no word was asked for */
  word: string | null
  stem: string
  documents: number
  stem_documents: number
  forms: string[]
  begun: string[]
  begun_documents: number
}

// Only words of documents the viewer may read are looked at. The last word may be unfinished: $3 says so, and $4 how many it may become.
const wordsSql = `
select s.active as generation, a.word, a.stem, coalesce(own.documents, 0)::int as documents, coalesce(kin.documents, 0)::int as stem_documents,
  coalesce(kin.forms, '{}') as forms, coalesce(begun.words, '{}') as begun, coalesce(begun.documents, 0)::int as begun_documents
from search_state s
left join lateral (select w as word, at, coalesce((ts_lexize('indonesian_stem', w))[1], w) as stem from unnest($2::text[]) with ordinality as u(w, at)) a on true
left join lateral (select sum(documents) as documents from search_word where generation = s.active and word = a.word and audience = any($1)) own on true
left join lateral (
  select sum(n) as documents, (array_agg(word order by n desc))[1:40] as forms from (
    select word, sum(documents) as n from search_word where generation = s.active and (stem = a.stem or word = a.stem) and audience = any($1) group by word
  ) f) kin on true
left join lateral (
  select array_agg(word) as words, sum(n) as documents from (
    select word, sum(documents) as n from search_word where generation = s.active and word ~>=~ a.word and word ~<~ (a.word || chr(1114111)) and audience = any($1)
    group by word order by n desc limit $4
  ) b where $3 and a.at = cardinality($2::text[])) begun on true
where s.id = 1 order by a.at`

// how often words that are spelt nearly like one that was asked for are read: those nobody may read here are no proposal
const nearSql = `
select w.word, w.near, sum(d.documents)::int as documents from unnest($2::text[], $3::text[]) as w(word, near)
  join search_word d on d.generation = $4 and d.word = w.near and d.audience = any($1) and d.documents > 0 group by w.word, w.near`

interface Near { word: string; documents: number; others: string[] }

const MOST_SPELLINGS = 3

/** The likeliest word of the index for each that is not in it, and others that are about as likely. */
async function nearest(ask: Ask, generation: number, words: readonly string[], audiences: readonly string[], most: (word: string) => number): Promise<Map<string, Near>> {
  const near = new Map<string, { word: string; documents: number; cost: number }[]>()
  if (words.length === 0) return new Map()
  const pairs = (await Promise.all(words.map(async word => (await wordsNear(generation, word, most(word))).filter(other => other !== word).map(other => [word, other] as const)))).flat()
  if (pairs.length === 0) return new Map()
  for (const row of await ask<{ word: string; near: string; documents: number }>(nearSql, [audiences, pairs.map(pair => pair[0]), pairs.map(pair => pair[1]), generation], 'search-near')) {
    const edits = distance(row.word, row.near, 2)
    // a first letter is rarely mistyped, and letters that changed places or were left out are likelier than others
    const sameLetters = [...row.near].sort().join('') === [...row.word].sort().join('')
    const cost = edits + (row.near[0] === row.word[0] ? 0 : 0.5) - (sameLetters ? 0.2 : row.near.length > row.word.length ? 0.1 : 0)
    near.set(row.word, [...(near.get(row.word) ?? []), { word: row.near, documents: row.documents, cost }])
  }
  return new Map([...near].flatMap(([word, all]) => {
    const [best, ...others] = all.sort((a, b) => a.cost - b.cost || b.documents - a.documents)
    return best ? [[word, { word: best.word, documents: best.documents, others: others.filter(one => one.cost <= best.cost + 0.6).slice(0, MOST_SPELLINGS - 1).map(one => one.word) }] as const] : []
  }))
}

const single = (row: WordRow & { word: string }, exact: boolean): Term => ({
  text: row.word, words: exact ? [row.word] : [...new Set([row.word, row.stem])], phrases: [], together: [],
  begun: exact ? [] : row.begun.filter(word => word !== row.word), documents: exact ? row.documents : Math.max(row.documents, row.stem_documents), begunDocuments: row.begun_documents,
})

/**
 * Looks up the words of a query: stems, inflections, synonyms, beginnings, and the nearest spelling of what is not in any
 * readable document. One or two statements.
 */
export async function understand(ask: Ask, text: string, audiences: readonly string[], { exact = false, typing = false } = {}): Promise<Understood> {
  const parsed = parseQuery(text)
  const synonyms = exact ? new Map<string, readonly string[]>() : await synonymMap()
  // a synonym of one word is looked up with the others, so that its inflections are marked too
  const alike = parsed.words.flatMap(word => synonyms.get(word) ?? []).filter(other => !other.includes(' '))
  const lookUp = (words: readonly string[], open: boolean) => ask<WordRow>(wordsSql, [audiences, words, open, typing ? 12 : 30], 'search-words')
  // what is written apart may be one word: "nara sumber"
  const joined = exact ? [] : parsed.words.slice(1).map((word, at) => `${parsed.words[at] ?? ''}${word}`).filter(word => word.length <= 40)
  const openEnd = !exact && (typing || parsed.openEnd) && (parsed.words.at(-1)?.length ?? 0) >= 2
  // the open word must be the last
  const rows = await lookUp([...alike, ...joined, ...parsed.words], openEnd)
  const generation = rows[0]?.generation ?? 1
  const known = new Map(rows.flatMap(row => (row.word === null ? [] : [[row.word, { ...row, word: row.word }] as const])))

  // the words of a known name are not mistyped, even where only its short form is written
  const named = new Set(groupWords(parsed.words, new Set(synonyms.keys())).filter(group => group.length > 1).flat())
  const whole = joined.filter(word => (known.get(word)?.documents ?? 0) > 0)
  const missing = exact ? [] : parsed.words.filter((word, at) => !named.has(word) && !whole.includes(`${word}${parsed.words[at + 1] ?? ''}`) && !whole.includes(`${parsed.words[at - 1] ?? ''}${word}`)).filter(word => {
    const row = known.get(word)
    return row && row.stem_documents === 0 && row.documents === 0 && row.begun.length === 0 && !synonyms.has(word) && allowedEdits(word) > 0
  })
  const mended = await nearest(ask, generation, missing, audiences, allowedEdits)
  if (mended.size > 0) {
    for (const row of await lookUp([...mended.values()].flatMap(near => [near.word, ...near.others]), false)) if (row.word !== null) known.set(row.word, { ...row, word: row.word })
  }
  const corrected = parsed.words.flatMap(word => (mended.has(word) ? [{ from: word, to: mended.get(word)!.word }] : []))
  const shown = parsed.words.map(word => mended.get(word)?.word ?? word)

  const othersFor = new Map([...mended.values()].map(near => [near.word, near.others]))
  const termOf = (word: string): Term => {
    const row = known.get(word)
    const term = row ? single(row, exact) : { text: word, words: [word], phrases: [], together: [], begun: [], documents: 0, begunDocuments: 0 }
    const kin = (othersFor.get(word) ?? []).flatMap(other => known.get(other) ?? []).map(other => single(other, exact))
    return kin.length === 0 ? term : { ...term, words: [...new Set([...term.words, ...kin.flatMap(one => one.words)])], documents: term.documents + kin.reduce((sum, one) => sum + one.documents, 0) }
  }
  const terms = groupWords([...new Set(shown)], new Set(synonyms.keys())).map(group => {
    const others = synonyms.get(group.join(' ')) ?? []
    const own = group.map(termOf)
    const base: Term = own.length === 1 ? { ...own[0]! } : { text: group.join(' '), words: [], phrases: [], together: own, begun: [], documents: Math.min(...own.map(term => term.documents)), begunDocuments: 0 }
    for (const other of others) {
      if (other.includes(' ')) base.phrases.push(other.split(' '))
      else {
        const term = termOf(other)
        base.words = [...new Set([...base.words, ...term.words])]
        base.documents += term.documents
      }
    }
    // how often a phrase occurs is not known; it is not rare
    if (base.phrases.length > 0) base.documents += 50
    return base
  })
  for (const one of whole) {
    const at = terms.findIndex((term, index) => `${term.text}${terms[index + 1]?.text ?? ''}` === one)
    const [first, second] = [terms[at], terms[at + 1]]
    if (first && second) terms.splice(at, 2, { ...termOf(one), text: `${first.text} ${second.text}`, together: [first, second], documents: Math.max(termOf(one).documents, Math.min(first.documents, second.documents)) })
  }
  for (const phrase of parsed.phrases) {
    terms.push({ text: `"${phrase.join(' ')}"`, words: [], phrases: [phrase], together: [], begun: [], documents: 100, begunDocuments: 0 })
  }
  return { generation, parsed, terms, forms: exact ? [] : [...known.values()].flatMap(row => row.forms), corrected, alternatives: new Map([...mended].map(([from, near]) => [from, near.others])), shown }
}

/** A likelier spelling of words that hardly any readable document holds; null when there is none. */
export async function likelier(ask: Ask, { generation, parsed, terms }: Understood, audiences: readonly string[]): Promise<Map<string, string> | null> {
  const rare = terms.filter(term => parsed.words.includes(term.text) && term.documents > 0 && term.documents <= 2 && term.begun.length === 0 && allowedEdits(term.text) > 0)
  const near = await nearest(ask, generation, rare.map(term => term.text), audiences, () => 1)
  const better = rare.flatMap(term => {
    const other = near.get(term.text)
    return other && other.documents >= Math.max(10, term.documents * 10) ? [[term.text, other.word] as const] : []
  })
  return better.length > 0 ? new Map(better) : null
}

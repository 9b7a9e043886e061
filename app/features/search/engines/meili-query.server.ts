import type { MultiSearchQuery } from 'meilisearch'
import { z } from 'zod'
import { COUNT_LIMIT, MAX_PAGES, PAGE_SIZE, type Correction, type SearchHit, type SearchQuery } from '../contract.server'
import { escapeHtml } from '../query/highlight'
import { printQuery, type ParsedQuery } from '../query/parse'
import { allowedEdits, distance, wordsIn } from '../query/words'
import { searchedAttributes } from './meili-settings.server'

/** A document as Meilisearch keeps it. */
export type MeiliDocument = Record<string, unknown> & { id: string }

/** Signs no text holds: they become marks after everything else was escaped. */
const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'

/** A value inside a filter expression: quoted, so that nothing in it is read as an operator. */
export const quoted = (value: string): string => `"${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
const oneOf = (name: string, values: readonly string[]) => `${name} IN [${values.map(quoted).join(', ')}]`

/** Always begins with the viewer's audiences. */
export function filterOf(query: SearchQuery, without?: 'kind' | 'shelf'): string[] {
  const parts = [oneOf('audience', query.audiences)]
  if (query.kinds?.length && without !== 'kind') parts.push(oneOf('kind', query.kinds))
  if (query.shelves?.length && without !== 'shelf') parts.push(oneOf('shelf', query.shelves))
  if (query.authorId !== undefined) parts.push(`authorId = ${Math.trunc(query.authorId)}`)
  const { label, tag, unit, year } = query.fine ?? {}
  if (label?.length) parts.push(oneOf('label', label))
  if (tag?.length) parts.push(oneOf('tags', tag))
  for (const [name, values] of [['unitId', unit], ['year', year]] as const) {
    const numbers = values?.map(Number).filter(Number.isInteger) ?? []
    if (numbers.length > 0) parts.push(`${name} IN [${numbers.join(', ')}]`)
  }
  if (query.from) parts.push(`createdAt >= ${query.from.getTime()}`)
  if (query.to) parts.push(`createdAt < ${query.to.getTime()}`)
  return parts
}

/** The words as sent: quoted one by one where spelling must not be bent. */
export function textOf(parsed: ParsedQuery, exact: boolean): string {
  return exact ? printQuery({ words: [], phrases: [...parsed.words.map(word => [word]), ...parsed.phrases] }) : printQuery(parsed)
}

interface Shape {
  index: string
  parsed: ParsedQuery
  query: SearchQuery
  /** all words; all but frequent ones; or all but those at the end */
  strategy: 'all' | 'frequency' | 'last'
  stems?: string
  page: number
  limit: number
}

/** The page itself, then the counts for each facet whose own filter is set: those must not narrow themselves. */
export function searchesOf({ index, parsed, query, strategy, stems, page, limit }: Shape): MultiSearchQuery[] {
  const shared = {
    indexUid: index, q: stems ?? textOf(parsed, query.exact ?? false), matchingStrategy: strategy, distinct: 'foldKey',
    attributesToSearchOn: stems === undefined ? searchedAttributes : ['stems'],
  }
  const own: MultiSearchQuery = {
    ...shared, filter: filterOf(query), page, hitsPerPage: limit, facets: ['kind', 'shelf', 'label', 'tags', 'unitId', 'year'],
    ...((query.sort === 'newest' || shared.q === '') && { sort: ['createdAt:desc'] }),
    attributesToHighlight: ['title', 'shownTitle', 'body'], attributesToCrop: ['body'], cropLength: 34, cropMarker: '…', highlightPreTag: OPEN, highlightPostTag: CLOSE,
    attributesToRetrieve: ['id', 'kind', 'fold', 'title', 'shownTitle', 'authorId', 'authorName', 'shelf', 'url', 'meta', 'createdAt', ...(stems === undefined ? [] : ['body'])],
  }
  const alone = (facet: 'kind' | 'shelf'): MultiSearchQuery => ({ ...shared, filter: filterOf(query, facet), page: 1, hitsPerPage: 1, facets: [facet] })
  return [own, ...(query.kinds?.length ? [alone('kind')] : []), ...(query.shelves?.length ? [alone('shelf')] : [])]
}

const hitShape = z.object({
  id: z.string(), kind: z.string(), fold: z.string(), shownTitle: z.string(), authorId: z.number().nullable(), authorName: z.string(), shelf: z.string(), url: z.string(),
  meta: z.record(z.string(), z.unknown()), createdAt: z.number(), body: z.string().optional(), _formatted: z.object({ shownTitle: z.string(), title: z.string(), body: z.string() }),
})
/** What must be in an answer; anything else is no answer of Meilisearch's. */
export const answerShape = z.object({
  results: z.array(z.object({
    hits: z.array(hitShape.or(z.object({}))), totalHits: z.number(), facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  })).min(1),
})
export type MeiliHit = z.infer<typeof hitShape>
export const isHit = (hit: unknown): hit is MeiliHit => hitShape.safeParse(hit).success

/** Escapes everything, then turns the two signs into marks; an unpaired one is dropped. */
export function markedHtml(text: string): string {
  let open = false
  return escapeHtml(text).replace(/[\u{E000}\u{E001}]/gu, sign => {
    if ((sign === OPEN) === open) return ''
    open = !open
    return open ? '<mark>' : '</mark>'
  }) + (open ? '</mark>' : '')
}

/** "topic:12" ↔ "topic-12": identifiers of Meilisearch know no colon, ours no hyphen. */
export const toMeiliId = (id: string): string => id.replaceAll(':', '-')
export const fromMeiliId = (id: string): string => id.replaceAll('-', ':')

export const toHit = (hit: MeiliHit): SearchHit => ({
  id: fromMeiliId(hit.id), kind: hit.kind, url: hit.url, title: markedHtml(hit._formatted.shownTitle), snippet: markedHtml(hit._formatted.body), authorId: hit.authorId,
  authorName: hit.authorName, shelf: hit.shelf, meta: hit.meta, at: hit.createdAt, more: 0,
})

/** What was found instead of a word, told by the marks: words that were marked in this page, near to one that never was. */
export function correctionsIn(hits: readonly MeiliHit[], parsed: ParsedQuery, known: (word: string) => boolean): Correction[] {
  const marked = new Map<string, number>()
  for (const hit of hits) {
    for (const text of [hit._formatted.shownTitle, hit._formatted.body]) {
      for (const match of text.matchAll(/\u{E000}([^\u{E000}\u{E001}]*)\u{E001}/gu)) for (const { word } of wordsIn(match[1]!)) marked.set(word, (marked.get(word) ?? 0) + 1)
    }
  }
  return parsed.words.flatMap(from => {
    if (known(from) || allowedEdits(from) === 0 || [...marked.keys()].some(word => word.startsWith(from))) return []
    const near = [...marked].filter(([word]) => distance(from, word) <= allowedEdits(from)).sort((a, b) => distance(from, a[0]) - distance(from, b[0]) || b[1] - a[1])
    return near[0] ? [{ from, to: near[0][0] }] : []
  })
}

export const boundedPage = (page: number | undefined) => Math.min(MAX_PAGES, Math.max(1, Math.trunc(page ?? 1)))
export const boundedTotal = (total: number) => ({ count: Math.min(total, COUNT_LIMIT), open: total > COUNT_LIMIT })
export const hasNext = (total: number, page: number) => total > page * PAGE_SIZE && page < MAX_PAGES

import type { Fine, FineFacet } from './bounds'
import type { SearchDocument, SearchMeta } from '~/platform/search/source.server'

export interface SearchQuery {
  /** as typed; quoted parts are phrases */
  text: string
  /** the viewer's tokens. Nothing else is ever counted, shown, suggested or corrected */
  audiences: readonly string[]
  kinds?: readonly string[]
  shelves?: readonly string[]
  authorId?: number
  /** values of one facet count as one or the other; facets narrow each other */
  fine?: Fine
  /** first moment that counts */
  from?: Date
  /** first moment that no longer counts */
  to?: Date
  sort?: 'relevance' | 'newest'
  /** 1 to 50, of 20 results each */
  page?: number
  /** take the words as they are: no spelling help */
  exact?: boolean
}

export { COUNT_LIMIT, MAX_PAGES, PAGE_SIZE } from './bounds'

export interface SearchHit {
  id: string
  kind: string
  url: string
  /** safe HTML: escaped text and `<mark>` */
  title: string
  snippet: string
  authorId: number | null
  authorName: string
  shelf: string
  meta: SearchMeta
  /** milliseconds since 1970 */
  at: number
  /** further documents of the same fold that match too */
  more: number
}

export interface Count {
  count: number
  /** there are more than were counted */
  open: boolean
}

export interface Correction {
  from: string
  to: string
}

export interface SearchAnswer {
  hits: SearchHit[]
  total: Count
  page: number
  /** true when another page follows */
  next: boolean
  facets: { kinds: Record<string, number>; shelves: Record<string, number>; fine: Partial<Record<FineFacet, Record<string, number>>> }
  /** what was searched after question words were dropped and spelling mended */
  understood: string
  corrected: Correction[]
  /** one word had to be left out to find anything */
  relaxed: boolean
  /** on a first page that is not full: what holds the weightier part of the words, best first */
  also: SearchHit[]
  /** a likelier spelling of a rare word, as a whole query; null without */
  suggestion: string | null
  /** only where nothing was found: single words that would find something */
  wider: { text: string; count: Count }[]
  /** the reserve engine answered: results may be less complete */
  degraded: boolean
}

export interface Suggestion {
  hits: Pick<SearchHit, 'id' | 'kind' | 'url' | 'title' | 'authorName' | 'meta' | 'at'>[]
  total: Count
  degraded: boolean
}

export interface EngineHealth {
  ok: boolean
  /** documents in the index that answers */
  documents: number
  detail: string
}

/** Both engines keep this contract; `tests/contract/search` runs one suite against each. */
export interface SearchEngine {
  readonly name: 'postgres' | 'meilisearch'
  /** Adds or replaces. Resolves when the documents can be found. */
  index: (docs: readonly SearchDocument[]) => Promise<void>
  remove: (ids: readonly string[]) => Promise<void>
  /** @throws Unavailable when the engine cannot answer in time */
  query: (query: SearchQuery) => Promise<SearchAnswer>
  /** What is being typed: the last word may be unfinished. */
  suggest: (text: string, audiences: readonly string[], limit?: number) => Promise<Suggestion>
  /** Fills a new index beside the one that answers, then swaps and removes the old one. What changes meanwhile is in both. */
  rebuild: (source: AsyncIterable<readonly SearchDocument[]>, progress?: (done: number) => void) => Promise<{ documents: number }>
  health: () => Promise<EngineHealth>
  /** Names of settings that are not as the code wants them; empty when all is well. */
  settingsDrift: () => Promise<string[]>
}

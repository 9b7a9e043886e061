import type { Settings } from 'meilisearch'
import { COUNT_LIMIT, MAX_PAGES, PAGE_SIZE } from '../contract.server'
import { synonymMap } from '../synonyms.server'

export const searchedAttributes = ['title', 'tags', 'authorName', 'body']

/** Everything about the index stands here, not in the server. Question words are dropped from queries before they are sent. */
export async function wantedSettings(): Promise<Settings> {
  return {
    // `title` is empty where it belongs to something else; `shownTitle` is never searched. `stems` are asked only when the words found nothing
    searchableAttributes: [...searchedAttributes, 'stems'],
    displayedAttributes: ['*'],
    filterableAttributes: ['audience', 'kind', 'shelf', 'authorId', 'createdAt', 'foldKey', 'label', 'tags', 'unitId', 'year'],
    sortableAttributes: ['createdAt'],
    rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness', 'createdAt:desc'],
    stopWords: [],
    synonyms: Object.fromEntries([...(await synonymMap())].map(([word, others]) => [word, [...others]])),
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 7 }, disableOnAttributes: [], disableOnWords: [], disableOnNumbers: true },
    // the most frequent values, not the first of the alphabet
    faceting: { maxValuesPerFacet: 50, sortFacetValuesBy: { '*': 'count' } },
    pagination: { maxTotalHits: Math.max(COUNT_LIMIT, PAGE_SIZE * MAX_PAGES) + 1 },
    searchCutoffMs: 1_000,
  }
}

/** Order says nothing in these. */
const sets = new Set(['filterableAttributes', 'sortableAttributes', 'displayedAttributes', 'stopWords'])

function ordered(value: unknown, asSet: boolean): unknown {
  if (Array.isArray(value)) {
    const list = value.map(one => ordered(one, asSet))
    return asSet ? list.map(one => JSON.stringify(one)).sort() : list
  }
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, ordered(one, asSet)]))
  return value
}

/** Whatever is wanted stands in `found` as it is wanted; what else is there does not matter. */
function holds(wanted: unknown, found: unknown): boolean {
  if (wanted && typeof wanted === 'object' && !Array.isArray(wanted)) {
    if (!found || typeof found !== 'object') return false
    return Object.entries(wanted).every(([key, value]) => holds(value, (found as Record<string, unknown>)[key]))
  }
  return JSON.stringify(wanted) === JSON.stringify(found)
}

/** Names of settings that are not as wanted. */
export function driftOf(wanted: Settings, found: Settings): string[] {
  return Object.keys(wanted).filter(name => {
    const asSet = sets.has(name) || name === 'synonyms'
    const [a, b] = [wanted, found].map(settings => ordered(settings[name as keyof Settings], asSet))
    if (name === 'synonyms') return JSON.stringify(a) !== JSON.stringify(b ?? {})
    return !holds(a, b)
  })
}

import type { Viewer } from '~/platform/viewer'
import type { SearchAnswer } from './contract.server'
import { authorName, search, shelfNames } from './search.server'
import type { CariParams } from './cari-path'
import { dayStart, nextDay } from './search.schema'

export interface Choice {
  value: string
  label: string
  count: number
}

/** Everything the search page shows. */
export interface CariPage {
  params: CariParams
  /** null before anything was asked */
  answer: SearchAnswer | null
  shelves: Choice[]
  /** authors of what is shown, for the filter */
  authors: { id: number; name: string }[]
}

/** @throws Unavailable when too many are searching */
export async function getCariPage(viewer: Viewer, params: CariParams): Promise<CariPage> {
  const asked = params.text.trim() !== '' || params.kinds.length > 0 || params.shelves.length > 0 || params.authorId !== undefined || params.from !== undefined || params.to !== undefined
  if (!asked) return { params, answer: null, shelves: [], authors: [] }
  const { text, kinds, shelves, authorId, sort, page, exact, from, to } = params
  const answer = await search(viewer, {
    text, kinds, shelves, authorId, sort, page, exact, ...(from && { from: dayStart(from, viewer.timeZone) }), ...(to && { to: dayStart(nextDay(to), viewer.timeZone) }),
  })
  const keys = [...new Set([...Object.keys(answer.facets.shelves), ...shelves])].slice(0, 30)
  const names = await shelfNames(viewer, keys)
  const authors = new Map(answer.hits.flatMap(hit => (hit.authorId === null || !hit.authorName ? [] : [[hit.authorId, hit.authorName] as const])))
  if (authorId !== undefined && !authors.has(authorId)) {
    const name = await authorName(viewer, authorId)
    if (name) authors.set(authorId, name)
  }
  return {
    params, answer,
    shelves: keys.flatMap(value => (names[value] ? [{ value, label: names[value][viewer.locale], count: answer.facets.shelves[value] ?? 0 }] : [])),
    authors: [...authors].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'id')),
  }
}

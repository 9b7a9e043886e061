import { competenciesAmong } from '~/features/competency/catalogue.server'
import { unitNames } from '~/features/people/units.queries.server'
import type { Viewer } from '~/platform/viewer'
import { isFine, type FineFacet } from './bounds'
import type { SearchAnswer, SearchHit } from './contract.server'
import { pinnedFor } from './pins.server'
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
  /** chosen for exactly these words by an administrator; not among the finds again */
  pinned: SearchHit[]
  /** null before anything was asked */
  answer: SearchAnswer | null
  shelves: Choice[]
  /** finer filters; competencies are tags of the catalogue */
  fine: Record<'label' | 'competency' | 'tag' | 'unit' | 'year', Choice[]>
  /** authors of what is shown, for the filter */
  authors: { id: number; name: string }[]
}

const MOST = 10

/** Values of the finer filters with their names, those that are set among them. Labels are locale keys: the page says them. */
async function fineChoices(viewer: Viewer, params: CariParams, answer: SearchAnswer): Promise<CariPage['fine']> {
  const listed = (name: FineFacet) => {
    const counts = answer.facets.fine[name] ?? {}
    const set = params.fine[name] ?? []
    return [...new Set([...set, ...Object.keys(counts)])].map(value => ({ value, label: value, count: counts[value] ?? 0 }))
  }
  const tags = listed('tag')
  const units = listed('unit').slice(0, MOST)
  const [competencies, names] = await Promise.all([competenciesAmong(tags.map(one => one.value)), unitNames(units.map(one => Number(one.value)))])
  const known = new Map(competencies.map(one => [one.slug, viewer.locale === 'en' ? one.nameEn || one.name : one.name]))
  return {
    label: listed('label').slice(0, 12), year: listed('year').sort((a, b) => b.value.localeCompare(a.value)).slice(0, MOST),
    competency: tags.flatMap(one => (known.has(one.value) ? [{ ...one, label: known.get(one.value) ?? one.value }] : [])).slice(0, MOST), tag: tags.filter(one => !known.has(one.value)).slice(0, MOST),
    unit: units.flatMap(one => (names.has(Number(one.value)) ? [{ ...one, label: names.get(Number(one.value)) ?? '' }] : [])),
  }
}

/** @throws Unavailable when too many are searching */
export async function getCariPage(viewer: Viewer, params: CariParams): Promise<CariPage> {
  const asked = params.text.trim() !== '' || params.kinds.length > 0 || params.shelves.length > 0 || params.authorId !== undefined || params.from !== undefined || params.to !== undefined || isFine(params.fine)
  if (!asked) return { params, answer: null, shelves: [], authors: [], pinned: [], fine: { label: [], competency: [], tag: [], unit: [], year: [] } }
  const { text, kinds, shelves, authorId, fine, sort, page, exact, from, to } = params
  const plain = page === 1 && sort === 'relevance' && kinds.length === 0 && shelves.length === 0 && authorId === undefined && !from && !to && !isFine(fine)
  const [given, pinned] = await Promise.all([search(viewer, {
    text, kinds, shelves, authorId, fine, sort, page, exact, ...(from && { from: dayStart(from, viewer.timeZone) }), ...(to && { to: dayStart(nextDay(to), viewer.timeZone) }),
  }), plain ? pinnedFor(viewer, text) : []])
  const without = (hits: readonly SearchHit[]) => hits.filter(hit => !pinned.some(one => one.id === hit.id))
  const answer = pinned.length > 0 ? { ...given, hits: without(given.hits), also: without(given.also) } : given
  const keys = [...new Set([...Object.keys(answer.facets.shelves), ...shelves])].slice(0, 30)
  const names = await shelfNames(viewer, keys)
  const authors = new Map(answer.hits.flatMap(hit => (hit.authorId === null || !hit.authorName ? [] : [[hit.authorId, hit.authorName] as const])))
  if (authorId !== undefined && !authors.has(authorId)) {
    const name = await authorName(viewer, authorId)
    if (name) authors.set(authorId, name)
  }
  return {
    params, answer, pinned, fine: await fineChoices(viewer, params, answer),
    shelves: keys.flatMap(value => (names[value] ? [{ value, label: names[value][viewer.locale], count: answer.facets.shelves[value] ?? 0 }] : [])),
    authors: [...authors].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'id')),
  }
}

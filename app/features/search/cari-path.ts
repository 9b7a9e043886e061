import { fineFacets, type Fine, type FineFacet } from './bounds'

/** Search params of `/cari`. Whatever cannot be read is left out: an old or bent address still finds something. */
export interface CariParams {
  text: string
  kinds: string[]
  shelves: string[]
  authorId?: number
  fine: Fine
  /** days as YYYY-MM-DD, both included */
  from?: string
  to?: string
  sort: 'relevance' | 'newest'
  page: number
  exact: boolean
}

/** What the finer filters are called in addresses. */
export const fineParams: Record<FineFacet, string> = { label: 'bentuk', tag: 'tag', unit: 'unit', year: 'tahun' }

/** The address of a search; pages begin anew unless one is asked for. */
export function cariPath(params: CariParams, changes: Partial<CariParams> = {}): string {
  const { text, kinds, shelves, authorId, fine, from, to, sort, exact, page: wanted } = { ...params, page: 1, ...changes }
  const query = new URLSearchParams()
  if (text) query.set('q', text)
  for (const kind of kinds) query.append('jenis', kind)
  for (const one of shelves) query.append('di', one)
  if (authorId !== undefined) query.set('penulis', String(authorId))
  for (const name of fineFacets) for (const value of fine[name] ?? []) query.append(fineParams[name], value)
  if (from) query.set('dari', from)
  if (to) query.set('sampai', to)
  if (sort === 'newest') query.set('urut', 'terbaru')
  if (exact) query.set('persis', '1')
  if (wanted > 1) query.set('hal', String(wanted))
  return `/cari${query.size ? `?${query}` : ''}`
}

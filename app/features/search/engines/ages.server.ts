import { pool } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import { type Ages } from '../query/slices'

const KEEP_FOR = 60_000
const none: Ages = { bounds: [], crowds: [], heads: 1 }

export interface Size extends Ages {
  /** rows of the index, about */
  documents: number
}

const shelf = kept('search-ages', () => ({ size: { ...none, documents: 0 } as Size, until: 0, reading: null as Promise<Size> | null }))

interface Row { documents: number; bounds: number[] | null; moments: number[] | null; shares: number[] | null; kinds: string[] | null; kind_shares: number[] | null }

/** What the planner knows of the table; never a count of rows. */
const sizeSql = `with m as (select attname, histogram_bounds::text as bounds, most_common_vals::text as values, most_common_freqs as shares from pg_stats where schemaname = current_schema() and tablename = 'search_document')
  select (select greatest(reltuples, 0)::int from pg_class where oid = 'search_document'::regclass) as documents,
    (select array_agg(extract(epoch from t)::float8 * 1000 order by t) from m, unnest(m.bounds::timestamptz[]) t where attname = 'created_at') as bounds,
    (select array_agg(extract(epoch from t)::float8 * 1000 order by n) from m, unnest(m.values::timestamptz[]) with ordinality u(t, n) where attname = 'created_at') as moments,
    (select shares from m where attname = 'created_at') as shares, (select values::text[] from m where attname = 'kind') as kinds, (select shares from m where attname = 'kind') as kind_shares`

async function read(): Promise<Size> {
  const { rows: [row] } = await pool.query<Row>({ name: 'search-size', text: sizeSql })
  const posts = row?.kind_shares?.[row.kinds?.indexOf('post') ?? -1] ?? 0
  return { documents: row?.documents ?? 0, bounds: row?.bounds ?? [], crowds: (row?.moments ?? []).map((at, place) => ({ at, share: row?.shares?.[place] ?? 0 })), heads: 1 - posts }
}

/** How many documents there are and how old they are, kept for a minute; a question never waits for a second reading. */
export async function sizeOfIndex(): Promise<Size> {
  if (shelf.until > Date.now()) return shelf.size
  shelf.reading ??= read().then(size => {
    Object.assign(shelf, { size, until: Date.now() + KEEP_FOR })
    return size
  }).finally(() => { shelf.reading = null })
  if (shelf.until === 0) return shelf.reading
  shelf.reading.catch(() => undefined)
  return shelf.size
}

/** The index was swapped: what was known is of the old one. */
export const forgetSize = (): void => { shelf.until = 0 }

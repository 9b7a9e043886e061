import pg from 'pg'
import { pool as shared } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { Conflict } from '~/platform/errors'
import { log } from '~/platform/log/log.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { vocabularyIn } from './lexemes.server'
import { alone } from './lock.server'
import { columns, recordset, rowsOf, takeApart, values, type WordCounts } from './postgres-write.server'

/** Batches on their way to the database at once: while one is written the next is taken apart. */
const LANES = 2
/** Below this the index that answers needs no word index while a new one is filled: reading all of it takes milliseconds. */
const SMALL = 3_000

/** The word indexes. Made once over everything they cost a fraction of what the same documents cost one by one. */
const WORD_INDEXES = {
  search_document_lexemes_idx: 'create index search_document_lexemes_idx on search_document using gin (lexemes)',
  search_document_heads_idx: `create index search_document_heads_idx on search_document using gin (lexemes) where kind <> 'post'`,
  search_document_posts_idx: `create index search_document_posts_idx on search_document using gin (lexemes) where kind = 'post'`,
}

/**
 * Connections of their own for a filling: they do not wait for the disk, because a filling that the machine loses is begun anew and
 * nobody asks it before the swap, which waits.
 */
function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL, max: LANES, connectionTimeoutMillis: 5_000, application_name: 'balai-search-fill',
    options: '-c synchronous_commit=off -c maintenance_work_mem=256MB -c gin_pending_list_limit=16MB',
  })
  pool.on('error', error => log.warn({ err: error.message }, 'search: database connection lost'))
  pool.on('connect', client => { client.on('error', () => undefined) })
  return pool
}

/** New documents only; those that are there already were written by something newer. */
async function fillOne(pool: pg.Pool, generation: number, docs: readonly SearchDocument[], counts: WordCounts): Promise<void> {
  const apart = takeApart(docs)
  const { rows } = await pool.query<{ id: string }>({
    name: 'search-fill', values: [generation, await rowsOf(pool, apart)],
    text: `insert into search_document as s (${columns}) select ${values} from ${recordset} on conflict (generation, id) do nothing returning id`,
  })
  const added = new Set(rows.map(one => one.id))
  for (const { doc, words } of apart) if (added.has(doc.id)) counts.add(vocabularyIn(doc, words), doc.audience, 1)
}

/** Fills a generation; the words it holds are added to `counts`, and written by whoever asked. */
export async function fill(generation: number, source: AsyncIterable<readonly SearchDocument[]>, counts: WordCounts, progress: (done: number) => void): Promise<void> {
  const pool = openPool()
  try {
    const { rows: [there] } = await pool.query<{ n: number }>(`select count(*)::int as n from (select from search_document limit ${SMALL}) x`)
    const anew = (there?.n ?? 0) < SMALL
    if (anew) await pool.query(`drop index if exists ${Object.keys(WORD_INDEXES).join(', ')}`)
    else await makeWordIndexes(pool)
    try {
      const underWay = new Set<Promise<void>>()
      let done = 0
      for await (const batch of source) {
        if (batch.length === 0) continue
        const one: Promise<void> = fillOne(pool, generation, batch, counts).then(() => {
          underWay.delete(one)
          progress(done += batch.length)
        })
        one.catch(() => undefined)
        underWay.add(one)
        if (underWay.size >= LANES) await Promise.race(underWay)
      }
      await Promise.all(underWay)
    } finally {
      if (anew) await makeWordIndexes(pool)
    }
  } finally {
    await pool.end()
  }
}

/** Makes what is missing. */
async function makeWordIndexes(pool: pg.Pool): Promise<void> {
  for (const [name, text] of Object.entries(WORD_INDEXES)) await pool.query(text.replace(`index ${name}`, `index if not exists ${name}`))
}

/** A process that died in a first filling left no word index. Nothing is done while another one is at it. */
export async function mendWordIndexes(): Promise<void> {
  const names = Object.keys(WORD_INDEXES)
  const { rows: [there] } = await shared.query<{ n: number }>('select count(*)::int as n from pg_class where relname = any($1)', [names])
  if (there?.n === names.length) return
  await alone('rebuild postgres', false, () => makeWordIndexes(shared)).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error
  })
}

import { pool } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { SearchDocument, SearchMeta } from '~/platform/search/source.server'
import type { SearchEngine } from './contract.server'
import { alone } from './engines/lock.server'
import { meiliEngine } from './engines/meili.server'

export const MEILI_INDEX = 'balai'
const BATCH = 400

/** The engine of `MEILI_URL`; null without. */
export const meili = (): SearchEngine | null => kept('meili-engine', () => {
  const { MEILI_URL: url, MEILI_KEY: key } = env()
  return url ? meiliEngine({ url, key, index: MEILI_INDEX }) : null
})

interface StoredRow {
  id: string
  kind: string
  fold: string
  title: string
  title_only_shown: boolean
  body: string
  audience: string
  author_id: number | null
  author_name: string
  shelf: string
  unit_id: number | null
  tags: string[]
  url: string
  meta: SearchMeta
  created_at: Date
  updated_at: Date
}

const toDocument = (row: StoredRow): SearchDocument => ({
  id: row.id, kind: row.kind, fold: row.fold, title: row.title, titleOnlyShown: row.title_only_shown, body: row.body, audience: row.audience, authorId: row.author_id,
  authorName: row.author_name, shelf: row.shelf, unitId: row.unit_id, tags: row.tags, url: row.url, meta: row.meta, createdAt: row.created_at, updatedAt: row.updated_at,
})

const columns = `d.id, d.kind, d.fold, d.title, d.title_only_shown, d.body, d.audience, d.author_id, d.author_name, d.shelf, d.unit_id, d.tags, d.url, d.meta, d.created_at, d.updated_at`
const active = 'd.generation = (select active from search_state where id = 1)'

async function stored(ids: readonly string[]): Promise<SearchDocument[]> {
  const { rows } = await pool.query<StoredRow>({ name: 'search-stored', text: `select ${columns} from search_document d where ${active} and d.id = any($1)`, values: [ids] })
  return rows.map(toDocument)
}

/** Every document of the PostgreSQL index, by id, in batches. */
export async function* allStored(): AsyncGenerator<SearchDocument[]> {
  for (let after = ''; ;) {
    const { rows } = await pool.query<StoredRow>({ name: 'search-stored-all', text: `select ${columns} from search_document d where ${active} and d.id > $1 order by d.id limit ${BATCH}`, values: [after] })
    if (rows.length > 0) yield rows.map(toDocument)
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return
    after = last.id
  }
}

interface PendingRow { id: string; version: string }

async function confirm(rows: readonly PendingRow[]): Promise<void> {
  // a change that came meanwhile has a higher version and stays
  await pool.query({
    name: 'search-confirm', values: [rows.map(row => row.id), rows.map(row => row.version)],
    text: 'delete from search_pending p using unnest($1::text[], $2::bigint[]) as c(id, version) where p.id = c.id and p.version = c.version',
  })
}

async function note(rows: readonly PendingRow[], message: string): Promise<void> {
  await pool.query('update search_pending set attempts = attempts + 1, last_error = $2 where id = any($1)', [rows.map(row => row.id), message.slice(0, 500)])
}

/** Sends rows; where Meilisearch refuses a batch it finds the one document that is to blame. @returns how many could not be sent */
async function send(engine: SearchEngine, rows: readonly PendingRow[]): Promise<number> {
  try {
    const docs = await stored(rows.map(row => row.id))
    const there = new Set(docs.map(doc => doc.id))
    await engine.index(docs)
    await engine.remove(rows.map(row => row.id).filter(id => !there.has(id)))
    await confirm(rows)
    return 0
  } catch (error) {
    await note(rows, (error as Error).message)
    if (!(await engine.health()).ok) throw error
    if (rows.length === 1) {
      log.error({ err: (error as Error).message, document: rows[0]!.id }, 'Meilisearch refused a document')
      return 1
    }
    const middle = rows.length >> 1
    return await send(engine, rows.slice(0, middle)) + await send(engine, rows.slice(middle))
  }
}

/**
 * Brings Meilisearch up to date with the PostgreSQL index; fills it where it is empty. One process at a time.
 * @throws MeiliFailure when it does not answer: the job comes again, and what is to be sent stays in `search_pending`
 */
export async function pushPending(engine = meili()): Promise<{ sent: number; refused: number }> {
  if (!engine) return { sent: 0, refused: 0 }
  return alone('push', true, async () => {
    let sent = 0
    let refused = 0
    let after = '0'
    for (;;) {
      const { rows } = await pool.query<PendingRow>({ name: 'search-pending', text: `select id, version::text from search_pending where version > $1 order by version limit ${BATCH}`, values: [after] })
      const last = rows.at(-1)
      if (!last) break
      const failed = await send(engine, rows)
      refused += failed
      sent += rows.length - failed
      after = last.version
    }
    if (refused > 0) throw new Error(`${refused} documents were refused by Meilisearch`)
    return { sent, refused }
  })
}

const stubborn = kept('meili-stubborn', () => ({ drift: '' }))

/** Settings changed by hand on the server, or by an administrator here, are put right; an index that is missing or empty is filled. */
export async function checkMeili(engine = meili()): Promise<void> {
  if (!engine) return
  const health = await engine.health()
  const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from (select from search_document limit 1) x')
  const missing = !health.ok && /index_not_found/.test(health.detail)
  if (missing || (health.ok && health.documents === 0 && (rows[0]?.n ?? 0) > 0)) {
    log.info('Meilisearch has no index: filling it')
    await engine.rebuild(allStored())
  } else if (health.ok) {
    const drift = (await engine.settingsDrift()).join(', ')
    if (drift === '' || drift === stubborn.drift) return
    log.warn({ settings: drift }, 'settings of Meilisearch were not as they should be: rebuilding')
    await engine.rebuild(allStored())
    // what the server writes in its own way is not rebuilt for ever
    stubborn.drift = (await engine.settingsDrift()).join(', ')
  }
}

/** What Meilisearch does not know yet. `oldest` in seconds. */
export async function pendingState(): Promise<{ count: number; oldest: number; refused: number; lastError: string | null }> {
  const { rows } = await pool.query<{ count: number; oldest: number; refused: number; last_error: string | null }>({
    name: 'search-pending-state',
    text: `select count(*)::int as count, coalesce(extract(epoch from now() - min(queued_at)), 0)::float as oldest,
      count(*) filter (where attempts > 0)::int as refused, max(last_error) as last_error from search_pending`,
  })
  const row = rows[0]
  return { count: row?.count ?? 0, oldest: row?.oldest ?? 0, refused: row?.refused ?? 0, lastError: row?.last_error ?? null }
}

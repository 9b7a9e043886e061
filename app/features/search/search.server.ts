import { z } from 'zod'
import { pool, sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { log } from '~/platform/log/log.server'
import type { SearchMeta } from '~/platform/search/source.server'
import { hasRole, type Member, type Viewer } from '~/platform/viewer'
import { meiliBreaker, type Breaker } from './breaker.server'
import type { EngineHealth, SearchAnswer, SearchEngine, SearchQuery, Suggestion } from './contract.server'
import { postgresEngine } from './engines/postgres.server'
import { meili, pendingState } from './push.server'

export type SearchInput = Omit<SearchQuery, 'audiences'>

/** Seconds after which Meilisearch's arrears are no longer an ordinary delay. */
const LATE = 5

/** Whether Meilisearch may still show what somebody must not see any more. */
async function arrears(): Promise<{ hides: boolean; late: boolean }> {
  const [row] = await sql<{ hides: boolean; late: boolean }>('search-arrears',
    `select exists(select from search_pending where hides) as hides, exists(select from search_pending where hides and queued_at < now() - interval '${LATE} seconds') as late`)
  return row ?? { hides: false, late: false }
}

const verifySql = `select id from search_document where generation = (select active from search_state where id = 1) and id = any($1) and audience = any($2)`

/** The documents among these that the viewer may read now. The portal's own index knows of every change first. */
async function readable(ids: readonly string[], audiences: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await sql<{ id: string }>('search-verify', verifySql, [ids, audiences])).map(row => row.id))
}

export interface SearchParts {
  main: SearchEngine | null
  reserve: SearchEngine
  breaker: Breaker
}
const parts = (): SearchParts => ({ main: meili(), reserve: postgresEngine, breaker: meiliBreaker })

interface Answer { hits: { id: string }[]; also?: { id: string }[]; degraded: boolean }

/** Asks Meilisearch; where there is none, or it refuses, hangs, errs or is behind, PostgreSQL. */
async function askEither<A extends Answer>({ main, reserve, breaker }: SearchParts, audiences: readonly string[], ask: (engine: SearchEngine) => Promise<A>): Promise<A> {
  if (!main) return ask(reserve)
  const behind = await arrears()
  if (behind.hides) return { ...await ask(reserve), degraded: behind.late }
  const answer = await breaker.ask(() => ask(main), error => log.warn({ err: error.message }, 'Meilisearch did not answer: PostgreSQL does'))
  if (!answer) return { ...await ask(reserve), degraded: true }
  const shown = [...answer.hits, ...(answer.also ?? [])]
  const allowed = await readable(shown.map(hit => hit.id), audiences)
  // something was hidden while Meilisearch was being asked: its counts are not to be trusted either
  if (shown.some(hit => !allowed.has(hit.id))) return ask(reserve)
  return answer
}

/**
 * What the viewer may read and what was meant. `degraded` says that the reserve engine answered.
 * @throws Unavailable with the seconds to wait when too many are searching
 */
export function search(viewer: Viewer, input: SearchInput, using = parts()): Promise<SearchAnswer> {
  const query: SearchQuery = { ...input, audiences: viewer.audiences }
  return askEither(using, viewer.audiences, engine => engine.query(query))
}

/** A few finds while somebody types. */
export function quickSearch(viewer: Viewer, text: string, using = parts()): Promise<Suggestion> {
  return askEither(using, viewer.audiences, engine => engine.suggest(text, viewer.audiences))
}

export interface ShelfName { id: string; en: string }

/** Names of the shelves beside the filters, from documents the viewer may read. */
export async function shelfNames(viewer: Viewer, shelves: readonly string[]): Promise<Record<string, ShelfName>> {
  if (shelves.length === 0) return {}
  const rows = await sql<{ shelf: string; meta: SearchMeta }>('search-shelves',
    `select u.shelf, d.meta from unnest($1::text[]) as u(shelf) cross join lateral (
       select meta from search_document d where d.generation = (select active from search_state where id = 1) and d.shelf = u.shelf and d.audience = any($2) limit 1
     ) d`, [shelves, viewer.audiences])
  return Object.fromEntries(rows.map(({ shelf, meta }) => [shelf, { id: meta.shelfName ?? shelf, en: meta.shelfNameEn || (meta.shelfName ?? shelf) }]))
}

/** The name of an author by whom was filtered, taken from what the viewer may read; null when there is nothing. */
export async function authorName(viewer: Viewer, authorId: number): Promise<string | null> {
  const [row] = await sql<{ author_name: string }>('search-author',
    `select author_name from search_document where generation = (select active from search_state where id = 1) and author_id = $1 and audience = any($2) order by created_at desc limit 1`,
    [authorId, viewer.audiences])
  return row?.author_name ?? null
}

export interface SearchState {
  /** which engine answers first */
  engine: SearchEngine['name']
  postgres: EngineHealth
  meilisearch: (EngineHealth & { drift: string[]; failing: string | null; since: number }) | null
  pending: { count: number; oldest: number; refused: number; lastError: string | null }
  builtAt: number | null
  building: boolean
  kinds: Record<string, number>
}

const built = z.object({ built_at: z.date().nullable(), building: z.number().nullable(), meili_building: z.boolean(), kinds: z.record(z.string(), z.number()).nullable() })

/** How search stands, for administrators. @throws Forbidden for others */
export async function searchState(viewer: Member, using = parts()): Promise<SearchState> {
  if (!hasRole(viewer, 'ADMINISTRATOR')) throw new Forbidden('officersOnly')
  const { main, reserve, breaker } = using
  const { rows } = await pool.query(`select s.built_at, s.building, s.meili_building,
    (select jsonb_object_agg(kind, n) from (select kind, count(*)::int as n from search_document d where d.generation = s.active group by kind) k) as kinds
    from search_state s where s.id = 1`)
  const row = built.parse(rows[0])
  const health = main ? await main.health() : null
  return {
    engine: main ? main.name : reserve.name, postgres: await reserve.health(), pending: await pendingState(), builtAt: row.built_at?.getTime() ?? null,
    building: row.building !== null || row.meili_building, kinds: row.kinds ?? {},
    meilisearch: main && health ? { ...health, drift: health.ok ? await main.settingsDrift().catch(() => []) : [], failing: breaker.state.reason, since: breaker.state.since } : null,
  }
}

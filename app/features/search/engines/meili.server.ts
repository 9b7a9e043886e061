import type { Meilisearch } from 'meilisearch'
import { pool } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { isFine } from '../bounds'
import { PAGE_SIZE, type Correction, type SearchAnswer, type SearchEngine, type SearchHit, type SearchQuery, type Suggestion } from '../contract.server'
import { highlight, snippet } from '../query/highlight'
import { parseQuery, printQuery, type ParsedQuery } from '../query/parse'
import { wordsIn } from '../query/words'
import { emptyAnswer } from './answers.server'
import { stemsOf, wordsOf } from './lexemes.server'
import { alone } from './lock.server'
import { asFailure, codeOf, done, doneUnless, forgetClients, MeiliFailure, meiliClients, QUESTION_PATIENCE, type MeiliAccess } from './meili-client.server'
import { answerShape, boundedPage, boundedTotal, correctionsIn, hasNext, isHit, markedHtml, searchesOf, toHit, toMeiliId, type MeiliDocument, type MeiliHit } from './meili-query.server'
import { rebuildMeili } from './meili-rebuild.server'
import { driftOf, wantedSettings } from './meili-settings.server'

/** Documents as Meilisearch keeps them. Times are milliseconds since 1970. */
export async function toMeili(docs: readonly SearchDocument[]): Promise<MeiliDocument[]> {
  const words = docs.map(doc => wordsOf(doc))
  const stems = await stemsOf(pool, new Set(words.flatMap(({ title, body }) => [...title, ...body])))
  return docs.map((doc, at) => ({
    id: toMeiliId(doc.id), kind: doc.kind, fold: doc.fold, foldKey: `${doc.kind} ${doc.fold}`, title: doc.titleOnlyShown ? '' : doc.title, shownTitle: doc.title,
    body: doc.body, stems: [...new Set([...words[at]!.title, ...words[at]!.body].map(word => stems.get(word) ?? word))].join(' '), audience: doc.audience,
    authorId: doc.authorId, authorName: doc.authorName, shelf: doc.shelf, tags: doc.tags, url: doc.url, meta: doc.meta, createdAt: doc.createdAt.getTime(), label: doc.meta.label ?? '', unitId: doc.unitId, year: new Date(doc.createdAt.getTime() + 7 * 3_600_000).getUTCFullYear(),
  }))
}

const READY_FOR = 300_000
const ready = kept('meili-ready', () => new Map<string, number>())

/** Makes the index where there is none, and puts its settings right. Asked at most every five minutes per process. */
async function ensure(client: Meilisearch, access: MeiliAccess): Promise<void> {
  const name = `${access.url} ${access.index}`
  if ((ready.get(name) ?? 0) > Date.now()) return
  await doneUnless(client.createIndex(access.index, { primaryKey: 'id' }), 'index_already_exists')
  const wanted = await wantedSettings()
  if (driftOf(wanted, await client.index(access.index).getSettings()).length > 0) await done(client.index(access.index).updateSettings(wanted))
  ready.set(name, Date.now() + READY_FOR)
}

/** The index that answers, and its twin while that is being filled. */
async function targets(access: MeiliAccess): Promise<{ names: string[]; building: boolean }> {
  const { rows } = await pool.query<{ building: boolean }>({ name: 'search-meili-state', text: 'select meili_building as building from search_state where id = 1' })
  const building = rows[0]?.building ?? false
  return { names: building ? [access.index, `${access.index}_new`] : [access.index], building }
}

async function write(access: MeiliAccess, docs: readonly SearchDocument[], gone: readonly string[]): Promise<void> {
  try {
    const { write: client } = await meiliClients(access)
    await ensure(client, access)
    await alone(`write ${access.index}`, true, () => send(client, access, docs, gone))
  } catch (error) {
    if (['invalid_api_key', 'api_key_not_found'].includes(codeOf(error))) forgetClients(access)
    ready.delete(`${access.url} ${access.index}`)
    throw asFailure(error)
  }
}

/** One writer at a time: a rebuild must not mend what is still on its way. */
async function send(client: Meilisearch, access: MeiliAccess, docs: readonly SearchDocument[], gone: readonly string[]): Promise<void> {
  const { names, building } = await targets(access)
  const ids = [...docs.map(doc => doc.id), ...gone]
  if (building) await pool.query(`insert into search_touched (engine, id) select 'meilisearch', unnest($1::text[]) on conflict do nothing`, [ids])
  const documents = await toMeili(docs)
  const enqueued = names.flatMap(name => [
    ...(documents.length > 0 ? [client.index(name).addDocuments(documents, { primaryKey: 'id' })] : []),
    ...(gone.length > 0 ? [client.index(name).deleteDocuments(gone.map(toMeiliId))] : []),
  ])
  // the twin may have been swapped away meanwhile; then the touched ones were mended by the rebuild
  const results = await Promise.allSettled(enqueued.map((task, at) => (at === 0 || !building ? done(task) : doneUnless(task, 'index_not_found'))))
  const failed = results.find(result => result.status === 'rejected')
  if (failed) throw failed.reason
}

interface Page { hits: MeiliHit[]; total: number; fine: SearchAnswer['facets']['fine']; kinds: Record<string, number>; shelves: Record<string, number> }

const named = (counts: Record<string, number>) => Object.fromEntries(Object.entries(counts).filter(([name]) => name !== ''))

async function ask(access: MeiliAccess, parsed: ParsedQuery, query: SearchQuery, shape: { strategy: 'all' | 'frequency' | 'last'; stems?: string; page: number; limit: number }): Promise<Page> {
  const { ask: client } = await meiliClients(access)
  const queries = searchesOf({ index: access.index, parsed, query, ...shape })
  let given: unknown
  try {
    given = await client.multiSearch({ queries }, { signal: AbortSignal.timeout(access.patience ?? QUESTION_PATIENCE) })
  } catch (error) {
    if (codeOf(error) === 'invalid_api_key') forgetClients(access)
    throw asFailure(error)
  }
  const read = answerShape.safeParse(given)
  if (!read.success) throw new MeiliFailure('the answer is not one of Meilisearch')
  const [own, ...facets] = read.data.results
  const counts = (name: string) => facets.find(result => result.facetDistribution?.[name])?.facetDistribution?.[name] ?? own!.facetDistribution?.[name] ?? {}
  return { hits: own!.hits.filter(isHit), total: own!.totalHits, kinds: counts('kind'), shelves: named(counts('shelf')), fine: { label: named(counts('label')), tag: counts('tags'), unit: counts('unitId'), year: counts('year') } }
}

/** A first page with fewer finds than this is filled with what holds a part of the words. */
const FULL = 10

/**
 * What holds a part of the words, by the engine's own ways of leaving words out: the frequent ones, and those at the beginning (its `last` leaves
 * out the end of a query that is turned round).
 */
async function alsoFor(access: MeiliAccess, parsed: ParsedQuery, query: SearchQuery, found: readonly MeiliHit[]): Promise<MeiliHit[]> {
  if (parsed.words.length < 2) return []
  const shape = { page: 1, limit: FULL + found.length }
  const [rare, ends] = await Promise.all([
    ask(access, parsed, query, { strategy: 'frequency', ...shape }),
    ask(access, { ...parsed, words: [...parsed.words].reverse(), openEnd: false }, query, { strategy: 'last', ...shape }),
  ])
  const seen = new Set(found.map(hit => `${hit.kind} ${hit.fold}`))
  const others = [...rare.hits, ...ends.hits].filter(hit => {
    const key = `${hit.kind} ${hit.fold}`
    return hit.kind !== 'person' && !seen.has(key) && Boolean(seen.add(key))
  })
  return others.slice(0, FULL - found.length)
}

interface Answered extends Page { relaxed: boolean; marks: Set<string> | null }

/** The words; then their stems; then all but the frequent ones. */
async function find(access: MeiliAccess, parsed: ParsedQuery, query: SearchQuery, page: number, limit: number): Promise<Answered> {
  const first = await ask(access, parsed, query, { strategy: 'all', page, limit })
  if (first.total > 0 || query.exact || parsed.words.length === 0) return { ...first, relaxed: false, marks: null }
  const stems = await stemsOf(pool, parsed.words)
  const byStem = await ask(access, parsed, query, { strategy: 'all', stems: printQuery({ words: parsed.words.map(word => stems.get(word) ?? word), phrases: parsed.phrases }), page, limit })
  if (byStem.total > 0) {
    const wanted = new Set(stems.values())
    const all = new Set(byStem.hits.flatMap(hit => [...wordsIn(`${hit.shownTitle} ${(hit.body ?? '').slice(0, 20_000)}`)].map(found => found.word)))
    return { ...byStem, relaxed: false, marks: new Set([...(await stemsOf(pool, all))].flatMap(([word, stem]) => (wanted.has(stem) ? [word] : []))) }
  }
  if (parsed.words.length + parsed.phrases.length < 3) return { ...first, relaxed: false, marks: null }
  const loose = await ask(access, parsed, query, { strategy: 'frequency', page, limit })
  return { ...loose, relaxed: loose.total > 0, marks: null }
}

function hitsOf({ hits, marks }: Answered): SearchHit[] {
  return hits.map(hit => {
    const made = toHit(hit)
    if (!marks) return made
    const own = { words: marks, prefixes: [] }
    return { ...made, title: highlight(hit.shownTitle, own), snippet: snippet((hit.body ?? '').slice(0, 20_000), own) }
  })
}

async function query(access: MeiliAccess, asked: SearchQuery): Promise<SearchAnswer> {
  const page = boundedPage(asked.page)
  const parsed = parseQuery(asked.text)
  const filtered = Boolean(asked.kinds?.length || asked.shelves?.length || asked.authorId || asked.from || asked.to || isFine(asked.fine))
  if (parsed.words.length === 0 && parsed.phrases.length === 0 && !filtered) return emptyAnswer(page)
  const found = await find(access, parsed, asked, page, PAGE_SIZE)
  const also = page === 1 && found.hits.length < FULL && !asked.exact && (asked.sort ?? 'relevance') === 'relevance' ? await alsoFor(access, parsed, asked, found.hits) : []
  const corrected: Correction[] = asked.exact || found.marks ? [] : correctionsIn([...found.hits, ...also], parsed, () => false)
  const words = parsed.words.map(word => corrected.find(one => one.from === word)?.to ?? word)
  const answer: SearchAnswer = {
    ...emptyAnswer(page), hits: hitsOf(found), total: boundedTotal(found.total), next: hasNext(found.total, page), facets: { kinds: found.kinds, shelves: found.shelves, fine: found.fine },
    understood: printQuery({ words, phrases: parsed.phrases }), corrected, relaxed: found.relaxed, also: also.map(toHit),
  }
  if (found.total === 0 && parsed.words.length > 1) {
    for (const word of parsed.words.slice(0, 5)) {
      const alone = await ask(access, { words: [word], phrases: [], openEnd: false }, { ...asked, kinds: undefined, shelves: undefined, fine: undefined }, { strategy: 'all', page: 1, limit: 1 })
      if (alone.total > 0) answer.wider.push({ text: word, count: boundedTotal(alone.total) })
    }
    answer.wider.sort((a, b) => a.count.count - b.count.count)
  }
  return answer
}

async function suggest(access: MeiliAccess, text: string, audiences: readonly string[], limit: number): Promise<Suggestion> {
  const parsed = parseQuery(text)
  if (parsed.words.every(word => word.length < 2) && parsed.phrases.length === 0) return { hits: [], total: { count: 0, open: false }, degraded: false }
  const found = await ask(access, parsed, { text, audiences }, { strategy: 'all', page: 1, limit })
  return {
    hits: found.hits.map(hit => ({ id: toHit(hit).id, kind: hit.kind, url: hit.url, title: markedHtml(hit._formatted.shownTitle), authorName: hit.authorName, meta: hit.meta, at: hit.createdAt })),
    total: boundedTotal(found.total), degraded: false,
  }
}

/** Meilisearch by its own client. Every question carries the viewer's audiences as a filter; every write waits for its task. */
export function meiliEngine(access: MeiliAccess): SearchEngine {
  return {
    name: 'meilisearch',
    index: docs => (docs.length === 0 ? Promise.resolve() : write(access, docs, [])),
    remove: ids => (ids.length === 0 ? Promise.resolve() : write(access, [], ids)),
    query: asked => query(access, asked),
    suggest: (text, audiences, limit = 6) => suggest(access, text, audiences, limit),
    rebuild: async (source, progress) => {
      const result = await rebuildMeili(access, source, toMeili, progress)
      ready.delete(`${access.url} ${access.index}`)
      return result
    },
    async health() {
      try {
        const { write: client } = await meiliClients(access)
        const stats = await client.index(access.index).getStats()
        return { ok: true, documents: stats.numberOfDocuments, detail: stats.isIndexing ? 'indexing' : '' }
      } catch (error) {
        return { ok: false, documents: 0, detail: asFailure(error).message }
      }
    },
    async settingsDrift() {
      const { write: client } = await meiliClients(access)
      try {
        return driftOf(await wantedSettings(), await client.index(access.index).getSettings())
      } catch (error) {
        throw asFailure(error)
      }
    },
  }
}

/** Synonyms were changed: the next write puts the settings right. */
export const forgetReady = (): void => ready.clear()

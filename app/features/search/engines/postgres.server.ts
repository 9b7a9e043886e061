import { pool } from '~/platform/db/db.server'
import { fineFacets, isFine } from '../bounds'
import { COUNT_LIMIT, MAX_PAGES, PAGE_SIZE, type SearchAnswer, type SearchEngine, type SearchHit, type SearchQuery, type Suggestion } from '../contract.server'
import { highlight, snippet, type Marks } from '../query/highlight'
import { printQuery } from '../query/parse'
import { allButOne, allOf, marksOf, termQuery, type Term } from '../query/terms'
import { wordList } from '../query/words'
import { sizeOfIndex } from './ages.server'
import { emptyAnswer } from './answers.server'
import { searching } from './pool.server'
import { countFacet, countFinds, countFine, findAlso, findPage, pageOffset, type Filters, type FoundPage, type FoundRow, type Ranked, type Wanted } from './postgres-read.server'
import { rebuildPostgres } from './postgres-rebuild.server'
import { removeFromPostgres, writeToPostgres } from './postgres-write.server'
import { likelier, understand, type Ask, type Understood } from './understand.server'

const toHit = (row: FoundRow, marks: Marks): SearchHit => ({
  id: row.id, kind: row.kind, url: row.url, title: highlight(row.title, marks), snippet: snippet(row.body, marks), authorId: row.author_id, authorName: row.author_name,
  shelf: row.shelf, meta: row.meta, at: Number(row.at), more: row.more,
})

/** About how many documents hold all terms, as if words did not seek each other's company. */
async function expectedFinds(terms: readonly Term[], begun: boolean): Promise<number> {
  if (terms.length === 0) return Infinity
  const all = Math.max(1, await estimateOfAll())
  return terms.reduce((left, term) => left * Math.min(1, (begun ? Math.max(term.documents, term.begunDocuments) : term.documents) / all), all)
}

const estimateOfAll = async (): Promise<number> => (await sizeOfIndex()).documents

/** Each term with how much it says: what few documents hold says more. */
async function rankOf(terms: readonly Term[], begun: boolean): Promise<(Ranked & { term: Term })[]> {
  const all = Math.max(100, await estimateOfAll(), ...terms.map(term => 2 * term.documents))
  return terms.map(term => ({ term, query: termQuery(term, begun), weight: Math.log(1 + all / (1 + (begun ? Math.max(term.documents, term.begunDocuments) : term.documents))) }))
}

interface Found {
  page: FoundPage
  match: string | null
  begun: boolean
  relaxed: boolean
}

/** Tries the words as they are, then the last one unfinished, then all but one. */
async function find(ask: Ask, known: Understood, base: Omit<Wanted, 'match' | 'rank' | 'expected' | 'generation'>, typing: boolean): Promise<Found> {
  const { generation, terms } = known
  if (terms.length === 0) {
    return { page: await findPage(ask, { ...base, generation, match: null, rank: null, expected: Infinity, sort: 'newest' }), match: null, begun: false, relaxed: false }
  }
  const canBegin = terms.some(term => [term, ...term.together].some(one => one.begun.length > 0))
  const tries: { match: string; begun: boolean; relaxed: boolean }[] = []
  if (!(typing && canBegin)) tries.push({ match: allOf(terms, false), begun: false, relaxed: false })
  if (canBegin) tries.push({ match: allOf(terms, true), begun: true, relaxed: false })
  if (terms.length >= 3) tries.push({ match: allButOne(terms), begun: canBegin, relaxed: true })
  let found: Found | undefined
  for (const { match, begun, relaxed } of tries) {
    const expected = relaxed ? 0 : await expectedFinds(terms, begun)
    found = { page: await findPage(ask, { ...base, generation, match, rank: await rankOf(terms, begun), expected }), match, begun, relaxed }
    if (found.page.looked > 0) break
  }
  return found!
}

function filtersOf(query: SearchQuery): Filters {
  const { audiences, kinds, shelves, authorId, from, to, fine } = query
  return { audiences: [...audiences], kinds: kinds?.length ? kinds : undefined, shelves: shelves?.length ? shelves : undefined, authorId, from, to, ...(isFine(fine) && { fine }) }
}

/** Terms that more documents hold than this do not open the look for the rest: they only weigh. */
const COMMON = 3_000
/** The least share of the words' weight that is worth showing. */
const SHARE = 0.3
/** A first page with fewer finds than this is filled with what holds a part of the words. */
const FULL = 10

/** What holds the weightier part of the words, for a page that is not full. */
async function alsoFor(ask: Ask, { terms, generation }: Understood, filters: Filters, begun: boolean, rows: readonly FoundRow[]): Promise<FoundRow[]> {
  const rank = await rankOf(terms, begun)
  const opening = rank.filter(({ term }) => term.documents > 0 || term.phrases.length > 0 || term.together.length > 0 || (begun && term.begun.length > 0)).filter(({ term }) => term.documents <= COMMON)
  if (terms.length < 2 || opening.length === 0) return []
  // a word that stands in nothing the viewer may read tells nothing apart
  const all = opening.reduce((sum, one) => sum + one.weight, 0) + rank.filter(({ term }) => term.documents > COMMON).reduce((sum, one) => sum + one.weight, 0)
  return findAlso(ask, {
    generation, filters, match: opening.map(one => one.query).join(' | '), rank, least: all * SHARE, without: rows.map(row => `${row.kind} ${row.fold}`), limit: FULL - rows.length,
  })
}

/** Which of several spellings was meant: the one that stands in most of what was found first. */
function meant({ corrected, alternatives }: Understood, rows: readonly FoundRow[]): SearchAnswer['corrected'] {
  const texts = rows.slice(0, 5).map(row => new Set(wordList(`${row.title} ${row.body}`)))
  const held = (word: string) => texts.filter(text => text.has(word)).length
  return corrected.map(({ from, to }) => ({ from, to: (alternatives.get(from) ?? []).reduce((best, other) => (held(other) > held(best) ? other : best), to) }))
}

const hasFilter = ({ kinds, shelves, authorId, from, to, fine }: Filters) => Boolean(kinds ?? shelves ?? authorId ?? from ?? to ?? fine)

/** Counts beside the finer filters: those of the page, and for each filter that is set as if it were not. */
async function fineOf(ask: Ask, { fine }: FoundPage, wanted: Pick<Wanted, 'generation' | 'match' | 'filters'>): Promise<SearchAnswer['facets']['fine']> {
  const counts: SearchAnswer['facets']['fine'] = {}
  for (const name of fineFacets) {
    const set = wanted.filters.fine?.[name]?.length
    const found = set ? await countFine(ask, wanted, name) : fine?.[name]
    if (found && Object.keys(found).length > 0) counts[name] = Object.fromEntries(Object.entries(found).sort((a, b) => b[1] - a[1]))
  }
  return counts
}

async function suggestionFor(ask: Ask, known: Understood, filters: Filters): Promise<string | null> {
  const better = await likelier(ask, known, filters.audiences)
  if (!better) return null
  const words = known.shown.map(word => better.get(word) ?? word)
  const text = printQuery({ words, phrases: known.parsed.phrases })
  const other = await understand(ask, text, filters.audiences, { exact: false })
  const { count } = await countFinds(ask, { generation: known.generation, match: allOf(other.terms, false), filters })
  return count > 0 ? text : null
}

async function answer(ask: Ask, query: SearchQuery, again = false): Promise<SearchAnswer> {
  const page = Math.min(MAX_PAGES, Math.max(1, Math.trunc(query.page ?? 1)))
  const filters = filtersOf(query)
  const known = await understand(ask, query.text, query.audiences, { exact: query.exact })
  if (known.terms.length === 0 && !hasFilter(filters)) return emptyAnswer(page)
  const base = { filters, sort: query.sort ?? 'relevance', offset: pageOffset(page), limit: PAGE_SIZE + 1, look: COUNT_LIMIT + 1, facets: true } as const
  const { page: found, match, begun, relaxed } = await find(ask, known, base, false)
  // a new index was swapped in between the two statements, and the old one may be gone already
  if (found.active !== known.generation && !again) return answer(ask, query, true)

  const marks = marksOf(known.terms, known.forms, begun)
  const rows = found.hits ?? []
  const wanted = { generation: known.generation, match, filters }
  const also = page === 1 && rows.length < FULL && !query.exact && base.sort === 'relevance' ? await alsoFor(ask, known, filters, begun, rows) : []
  const corrected = found.looked > 0 || also.length > 0 ? meant(known, [...rows, ...also]) : []
  const mended = new Map(corrected.map(({ from, to }) => [from, to]))
  const result: SearchAnswer = {
    ...emptyAnswer(page), relaxed: relaxed && found.looked > 0, corrected, also: also.map(row => toHit(row, marks)),
    understood: printQuery({ words: found.looked > 0 || also.length > 0 ? known.parsed.words.map(word => mended.get(word) ?? word) : known.shown, phrases: known.parsed.phrases }),
    hits: rows.slice(0, PAGE_SIZE).map(row => toHit(row, marks)), next: rows.length > PAGE_SIZE && page < MAX_PAGES,
    total: { count: Math.min(found.total, COUNT_LIMIT), open: found.looked > COUNT_LIMIT },
    facets: {
      kinds: filters.kinds ? await countFacet(ask, wanted, 'kind') : (found.kinds ?? {}),
      shelves: filters.shelves ? await countFacet(ask, wanted, 'shelf') : (found.shelves ?? {}),
      fine: await fineOf(ask, found, wanted),
    },
  }
  if (found.looked === 0 && known.terms.length > 1) {
    const alone = known.terms.filter(term => term.documents > 0 || term.phrases.length > 0).slice(0, 5)
    for (const term of alone) {
      const count = await countFinds(ask, { ...wanted, match: allOf([term], false) })
      if (count.count > 0) result.wider.push({ text: term.text, count })
    }
    // what was typed before what was guessed, the rarer first
    const guessed = new Set(known.corrected.map(one => one.to))
    result.wider.sort((a, b) => Number(guessed.has(a.text)) - Number(guessed.has(b.text)) || a.count.count - b.count.count)
  }
  if (found.looked < 3 && !query.exact && known.corrected.length === 0) result.suggestion = await suggestionFor(ask, known, filters)
  return result
}

async function suggest(ask: Ask, text: string, audiences: readonly string[], limit: number): Promise<Suggestion> {
  const known = await understand(ask, text, audiences, { typing: true })
  if (known.terms.length === 0 || known.parsed.words.every(word => word.length < 2) && known.parsed.phrases.length === 0) return { hits: [], total: { count: 0, open: false }, degraded: false }
    const { page, begun } = await find(ask, known, { filters: { audiences }, sort: 'relevance', offset: 0, limit, look: 201, facets: false, typing: true }, true)
  const marks = marksOf(known.terms, known.forms, begun)
  return {
    hits: (page.hits ?? []).map(row => ({ id: row.id, kind: row.kind, url: row.url, title: highlight(row.title, marks), authorName: row.author_name, meta: row.meta, at: Number(row.at) })),
    total: { count: page.total, open: page.open }, degraded: false,
  }
}

/** Full text in the portal's own database: always kept, answers alone or when Meilisearch does not. */
export const postgresEngine: SearchEngine = {
  name: 'postgres',
  index: writeToPostgres,
  remove: removeFromPostgres,
  query: query => searching(ask => answer(ask, query)),
  suggest: (text, audiences, limit = 6) => searching(ask => suggest(ask, text, audiences, limit)),
  rebuild: rebuildPostgres,
  async health() {
    const { rows } = await pool.query<{ active: number; building: number | null; documents: number }>({
      name: 'search-health', text: `select s.active, s.building, (select count(*)::int from search_document d where d.generation = s.active) as documents from search_state s where s.id = 1`,
    })
    const state = rows[0]
    return state ? { ok: true, documents: state.documents, detail: state.building === null ? '' : 'building' } : { ok: false, documents: 0, detail: 'no state' }
  },
  async settingsDrift() {
    const { rows } = await pool.query<{ name: string }>(`
      select wanted.name from unnest(array['search_document_lexemes_idx', 'search_document_heads_idx', 'search_document_posts_idx', 'search_word_prefix_idx']) as wanted(name)
      where not exists (select from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname = wanted.name and i.indisvalid)`)
    return rows.map(row => row.name)
  },
}

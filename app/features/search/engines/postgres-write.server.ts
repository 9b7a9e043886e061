import type pg from 'pg'
import { briefly } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import type { SearchDocument } from '~/platform/search/source.server'
import { sliceWords } from '../query/slices'
import { learnWords } from './spelling.server'
import { stemsOf, vectorText, vocabularyOf, wordsOf, type Words } from './lexemes.server'

/** One writer of the index at a time: counts of words stay true and nobody waits for each other crosswise. Held for milliseconds. */
export const WRITE_LOCK = 0x63617269
const ID = /^[a-z]+(:[a-z0-9]+)+$/

export interface State {
  active: number
  building: number | null
}

const OPENING = `select pg_advisory_xact_lock(${WRITE_LOCK}); select active, building from search_state where id = 1`

/** One transaction over the index, alone. */
export function writing<T>(run: (client: pg.PoolClient, state: State) => Promise<T>): Promise<T> {
  return briefly<State, T>(OPENING, (client, [state]) => run(client, state ?? { active: 1, building: null }))
}

/** PostgreSQL takes neither NUL nor lone surrogates. */
const clean = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '')

function checked(doc: SearchDocument): SearchDocument {
  if (!ID.test(doc.id)) throw new Error(`not an id of a document: ${doc.id}`)
  return { ...doc, title: clean(doc.title), body: clean(doc.body), authorName: clean(doc.authorName), tags: doc.tags.map(clean) }
}

interface WithWords { doc: SearchDocument; words: Words }

export const takeApart = (docs: readonly SearchDocument[]): WithWords[] => docs.map(given => {
  const doc = checked(given)
  return { doc, words: wordsOf(doc) }
})

/** Documents as rows of a statement. */
export async function rowsOf(client: Pick<pg.ClientBase, 'query'>, withWords: readonly WithWords[]): Promise<string> {
  const stems = await stemsOf(client, new Set(withWords.flatMap(({ words }) => [...words.title, ...words.body])))
  return JSON.stringify(withWords.map(({ doc, words }) => ({
    id: doc.id, kind: doc.kind, fold: doc.fold, title: doc.title, title_only_shown: doc.titleOnlyShown ?? false, body: doc.body, audience: doc.audience, author_id: doc.authorId, author_name: doc.authorName, shelf: doc.shelf,
    unit_id: doc.unitId, tags: doc.tags, url: doc.url, meta: doc.meta, created_at: doc.createdAt, updated_at: doc.updatedAt, vector: vectorText(words, stems, sliceWords(doc.id, doc.createdAt)),
  })))
}

/** Changes in how many documents hold a word, by "word audience". */
export class WordCounts {
  readonly counts = new Map<string, number>()
  add(words: Iterable<string>, audience: string, by: 1 | -1): void {
    for (const word of words) {
      const key = `${word} ${audience}`
      this.counts.set(key, (this.counts.get(key) ?? 0) + by)
    }
  }
  /** @param keep counts below one stay, because the other half of them is still to come */
  async write(client: pg.PoolClient, generation: number, keep: boolean): Promise<void> {
    const changed = [...this.counts].filter(([, count]) => count !== 0).map(([key, count]) => ({ word: key.slice(0, key.indexOf(' ')), audience: key.slice(key.indexOf(' ') + 1), count }))
    for (let at = 0; at < changed.length; at += 5_000) {
      const part = changed.slice(at, at + 5_000)
      const words = part.map(one => one.word)
      if (!keep) learnWords(words)
      await client.query({
        name: 'search-words-count', values: [generation, words, part.map(one => one.audience), part.map(one => one.count)],
        text: `insert into search_word (generation, word, audience, stem, documents)
          select $1, w, a, coalesce((ts_lexize('indonesian_stem', w))[1], w), n from unnest($2::text[], $3::text[], $4::int[]) as t(w, a, n)
          on conflict (generation, word, audience) do update set documents = search_word.documents + excluded.documents`,
      })
      if (!keep && part.some(one => one.count < 0)) {
        await client.query({ name: 'search-words-gone', text: 'delete from search_word where generation = $1 and word = any($2) and documents <= 0', values: [generation, words] })
      }
    }
  }
}

export const recordset = `json_to_recordset($2::json) as d(id text, kind text, fold text, title text, title_only_shown boolean, body text, audience text, author_id int, author_name text, shelf text, unit_id int,
  tags text[], url text, meta jsonb, created_at timestamptz, updated_at timestamptz, vector text)`
export const columns = 'generation, id, kind, fold, title, title_only_shown, body, audience, author_id, author_name, shelf, unit_id, tags, url, meta, created_at, updated_at, lexemes'
export const values = `$1, d.id, d.kind, d.fold, d.title, d.title_only_shown, d.body, d.audience, d.author_id, d.author_name, d.shelf, d.unit_id, d.tags, d.url, d.meta, d.created_at, d.updated_at, d.vector::tsvector`
const updates = columns.split(', ').slice(2).map(column => `${column} = excluded.${column}`).join(', ')
const shown = columns.split(', ').slice(2).filter(column => column !== 'lexemes')
const differs = `(${shown.map(column => `s.${column}`).join(', ')}) is distinct from (${shown.map(column => `excluded.${column}`).join(', ')})`

interface Old { id: string; title: string; body: string; author_name: string; tags: string[]; audience: string }

const oldOnes = (client: pg.PoolClient, generation: number, ids: readonly string[]) => client.query<Old>({
  name: 'search-old', text: 'select id, title, body, author_name, tags, audience from search_document where generation = $1 and id = any($2)', values: [generation, ids],
}).then(result => result.rows)

const forget = (counts: WordCounts, old: Old) => counts.add(vocabularyOf({ title: old.title, body: old.body, authorName: old.author_name, tags: old.tags }), old.audience, -1)

async function writeInto(client: pg.PoolClient, generation: number, docs: readonly SearchDocument[], keep: boolean): Promise<Set<string>> {
  const counts = new WordCounts()
  const known = await oldOnes(client, generation, docs.map(doc => doc.id))
  for (const old of known) forget(counts, old)
  for (const doc of docs) counts.add(vocabularyOf(doc), doc.audience, 1)
  await client.query({
    name: 'search-write', values: [generation, await rowsOf(client, takeApart(docs))],
    text: `insert into search_document as s (${columns}) select ${values} from ${recordset} on conflict (generation, id) do update set ${updates} where ${differs}`,
  })
  await counts.write(client, generation, keep)
  return new Set(known.map(old => old.id))
}

async function removeFrom(client: pg.PoolClient, generation: number, ids: readonly string[], keep: boolean): Promise<void> {
  const counts = new WordCounts()
  for (const old of await oldOnes(client, generation, ids)) forget(counts, old)
  await client.query({ name: 'search-remove', text: 'delete from search_document where generation = $1 and id = any($2)', values: [generation, ids] })
  await counts.write(client, generation, keep)
}

/** Within `writing`: puts documents into every index there is and notes what others have to learn. */
export async function put(client: pg.PoolClient, state: State, docs: readonly SearchDocument[], gone: readonly string[]): Promise<void> {
  const once = [...new Map(docs.map(doc => [doc.id, doc])).values()]
  if (once.length === 0 && gone.length === 0) return
  const changed = once.length > 0 ? await writeInto(client, state.active, once, false) : new Set<string>()
  if (gone.length > 0) await removeFrom(client, state.active, gone, false)
  const ids = [...once.map(doc => doc.id), ...gone]
  if (state.building !== null) {
    if (once.length > 0) await writeInto(client, state.building, once, true)
    if (gone.length > 0) await removeFrom(client, state.building, gone, true)
    await client.query({ name: 'search-touch', text: `insert into search_touched (engine, id) select 'postgres', unnest($1::text[]) on conflict do nothing`, values: [ids] })
  }
  if (env().MEILI_URL) {
    // what was there before may be found by words, or by people, it no longer has
    const hides = ids.map(id => changed.has(id) || gone.includes(id))
    await client.query({
      name: 'search-pend', values: [ids, hides],
      text: `insert into search_pending (id, hides) select * from unnest($1::text[], $2::boolean[])
        on conflict (id) do update set version = nextval('search_pending_version_seq'), hides = search_pending.hides or excluded.hides`,
    })
    await client.query(`select graphile_worker.add_job('search_push', '{}'::json, job_key := 'search_push', job_key_mode := 'preserve_run_at', max_attempts := 25)`)
  }
}

export const writeToPostgres = (docs: readonly SearchDocument[]): Promise<void> => writing((client, state) => put(client, state, docs, []))
export const removeFromPostgres = (ids: readonly string[]): Promise<void> => writing((client, state) => put(client, state, [], ids))

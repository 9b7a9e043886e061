import { db, sql, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import type { SearchMeta } from '~/platform/search/source.server'
import { hasRole, type Member, type Viewer } from '~/platform/viewer'
import type { SearchHit } from './contract.server'
import { highlight, snippet } from './query/highlight'
import { isEmptyWord, wordList } from './query/words'

/** For many words one looks further than for one; a list nobody reads helps nobody. */
const MOST_PINS = 500
const MOST_FOR_WORDS = 3

/** The words as they are compared: lower case, without those that say nothing, in any order. */
export function pinWords(text: string): string {
  const words = wordList(text)
  const telling = words.filter(word => !isEmptyWord(word))
  return [...new Set(telling.length > 0 ? telling : words)].sort().join(' ').slice(0, 120)
}

export interface Pin { id: number; words: string; title: string; url: string }

function mayKeep(viewer: Member): void {
  if (!hasRole(viewer, 'ADMINISTRATOR')) throw new Forbidden('officersOnly')
}

/** All pins with what they show; what is not in the index any more has no title. @throws Forbidden */
export async function listPins(viewer: Member): Promise<Pin[]> {
  mayKeep(viewer)
  return sql<Pin>('search-pins', `select p.id, p.words, coalesce(d.title, '') as title, coalesce(d.url, '') as url from search_pin p
    left join search_document d on d.generation = (select active from search_state where id = 1) and d.id = p.document_id and d.audience = any($1) order by p.words, p.position, p.id`, [viewer.audiences])
}

/** For these words this page stands first. @param address of something that can be found. @throws Forbidden, Invalid beside `pinWords` or `address` */
export async function addPin(viewer: Member, input: { words: string; address: string }): Promise<void> {
  mayKeep(viewer)
  const words = pinWords(input.words)
  if (words.length < 2) throw new Invalid({ pinWords: ['search:pins.errors.words'] })
  const path = input.address.trim().replace(/^https?:\/\/[^/]+/, '').split(/[?#]/)[0] ?? ''
  const [found] = await sql<{ id: string }>('search-pin-document', `select id from search_document where generation = (select active from search_state where id = 1) and url = $1 and audience = any($2) order by id limit 1`, [path, viewer.audiences])
  if (!found) throw new Invalid({ address: ['search:pins.errors.address'] })
  await transaction(async tx => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('search-pins'))`
    if (await tx.searchPin.count() >= MOST_PINS || await tx.searchPin.count({ where: { words } }) >= MOST_FOR_WORDS) throw new Invalid({ pinWords: ['search:pins.errors.full'] })
    await tx.searchPin.upsert({ where: { words_documentId: { words, documentId: found.id } }, create: { words, documentId: found.id }, update: {} })
  })
}

/** @throws Forbidden, NotFound */
export async function dropPin(viewer: Member, { id }: { id: number }): Promise<void> {
  mayKeep(viewer)
  if ((await db.searchPin.deleteMany({ where: { id } })).count === 0) throw new NotFound('pin')
}

/** What stands first for these words, of what the viewer may read now. */
export async function pinnedFor(viewer: Viewer, text: string): Promise<SearchHit[]> {
  const words = pinWords(text)
  if (words === '') return []
  const rows = await sql<{ id: string; kind: string; url: string; title: string; body: string; authorId: number | null; authorName: string; shelf: string; meta: SearchMeta; at: number }>('search-pinned', `select d.id, d.kind, d.url, d.title, left(d.body, 400) as body,
      d.author_id as "authorId", d.author_name as "authorName", d.shelf, d.meta, (extract(epoch from d.created_at) * 1000)::float8 as at
    from search_pin p join search_document d on d.generation = (select active from search_state where id = 1) and d.id = p.document_id where p.words = $1 and d.audience = any($2) order by p.position, p.id limit ${MOST_FOR_WORDS}`, [words, viewer.audiences])
  const marks = { words: new Set(words.split(' ')), prefixes: [] }
  return rows.map(({ body, title, ...row }) => ({ ...row, title: highlight(title, marks), snippet: snippet(body, marks), more: 0 }))
}

import { broadcast, onBroadcast } from '~/platform/db/broadcast.server'
import { db, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { hasRole, type Member } from '~/platform/viewer'
import { isEmptyWord, wordsIn } from './query/words'

export interface SynonymGroup {
  id: number
  words: string[]
}

const KEEP_FOR = 30_000
const shelf = kept('search-synonyms', () => ({ groups: null as Promise<SynonymGroup[]> | null, until: 0 }))
kept('search-synonyms-listener', () => {
  onBroadcast('search-synonyms', () => { shelf.groups = null })
  return true
})

/** All groups, kept for half a minute. */
export function synonymGroups(): Promise<SynonymGroup[]> {
  if (shelf.groups && shelf.until > Date.now()) return shelf.groups
  shelf.until = Date.now() + KEEP_FOR
  const read = db.searchSynonym.findMany({ select: { id: true, words: true }, orderBy: { id: 'asc' } })
  shelf.groups = read
  read.catch(() => { shelf.groups = null })
  return read
}

type SynonymMap = ReadonlyMap<string, readonly string[]>
/** Made once of the groups that are kept: they are hundreds, and every search asks. */
const maps = new WeakMap<readonly SynonymGroup[], SynonymMap>()

/** Each word or phrase with those that mean the same. */
export async function synonymMap(): Promise<SynonymMap> {
  const groups = await synonymGroups()
  const known = maps.get(groups) ?? mapOf(groups)
  maps.set(groups, known)
  return known
}

function mapOf(groups: readonly SynonymGroup[]): SynonymMap {
  const map = new Map<string, string[]>()
  for (const { words } of groups) {
    for (const word of words) map.set(word, [...new Set([...(map.get(word) ?? []), ...words.filter(other => other !== word)])])
  }
  // a query comes without its words that say nothing: "pajak bumi bangunan"
  for (const [word, others] of [...map]) {
    const telling = word.split(' ').filter(one => !isEmptyWord(one)).join(' ')
    if (telling !== word && telling !== '' && !map.has(telling)) map.set(telling, [word, ...others])
  }
  return map
}

const MOST_GROUPS = 1_000

function cleaned(given: string): string[] {
  const words = given.split(/[\n,;]+/).map(part => [...wordsIn(part)].map(found => found.word).join(' ')).filter(Boolean)
  const unique = [...new Set(words)]
  if (unique.length < 2) throw new Invalid({ words: ['search:errors.synonymTwo'] })
  if (unique.length > 12 || unique.some(word => word.length > 80 || word.split(' ').length > 6)) throw new Invalid({ words: ['search:errors.synonymLong'] })
  return unique
}

function mayKeep(viewer: Member): void {
  if (!hasRole(viewer, 'ADMINISTRATOR')) throw new Forbidden('officersOnly')
}

/** Adds a group, or changes one. `words` are separated by commas or lines. @throws Invalid beside `words` */
export async function keepSynonyms(viewer: Member, input: { id: number | null; words: string }): Promise<void> {
  mayKeep(viewer)
  const words = cleaned(input.words)
  await transaction(async tx => {
    if (input.id === null) {
      if (await tx.searchSynonym.count() >= MOST_GROUPS) throw new Invalid({ words: ['search:errors.synonymMany'] })
      await tx.searchSynonym.create({ data: { words } })
    } else if ((await tx.searchSynonym.updateMany({ where: { id: input.id }, data: { words } })).count === 0) throw new NotFound('synonyms')
  })
  await broadcast('search-synonyms', '')
}

export async function dropSynonyms(viewer: Member, input: { id: number }): Promise<void> {
  mayKeep(viewer)
  await db.searchSynonym.deleteMany({ where: { id: input.id } })
  await broadcast('search-synonyms', '')
}

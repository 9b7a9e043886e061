import { pool } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'

/*
 * Every word of the index, in memory, to find those that are spelt nearly like another one: some tens of thousands are looked through in a
 * millisecond, which in the database took a hundred. What is found here is only a proposal: whether anybody may know of it is asked of the database.
 */

interface Vocabulary {
  generation: number
  /** the words one after the other, each followed by a blank */
  text: string
  /** where each begins */
  starts: Uint32Array
  lengths: Uint8Array
  /** which letters each holds: 26 of the alphabet, then digits, then all others */
  letters: Uint32Array
  /** what the table had seen when it was read */
  seen: string
}

/** Milliseconds after which somebody looks whether the table has more words. */
const LOOK_AFTER = 5_000
const shelf = kept('search-spelling', () => ({ known: null as Vocabulary | null, at: 0, reading: null as Promise<Vocabulary> | null, own: new Set<string>() }))

function lettersOf(text: string, from: number, length: number): number {
  let held = 0
  for (let at = from; at < from + length; at++) {
    const code = text.charCodeAt(at)
    held |= 1 << (code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? 26 : 27)
  }
  return held >>> 0
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function vocabularyOf(generation: number, text: string, seen: string): Vocabulary {
  const starts: number[] = []
  for (let at = 0; at < text.length; at = text.indexOf(' ', at) + 1) starts.push(at)
  const known = { generation, text, seen, starts: Uint32Array.from(starts), lengths: new Uint8Array(starts.length), letters: new Uint32Array(starts.length) }
  for (let place = 0; place < starts.length; place++) {
    const from = starts[place]!
    const length = (starts[place + 1] ?? text.length) - 1 - from
    known.lengths[place] = Math.min(255, length)
    known.letters[place] = lettersOf(text, from, length)
  }
  return known
}

const rows = [new Uint8Array(260), new Uint8Array(260), new Uint8Array(260)] as const

/** Whether the words are at most so many edits apart, a swap of neighbours counting as one: as `distance`, without making anything, and given up early. */
function isNear(word: string, text: string, from: number, length: number, edits: number): boolean {
  let [before, last, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let at = 0; at <= length; at++) last[at] = at
  for (let i = 1; i <= word.length; i++) {
    let least = (row[0] = i)
    const sign = word.charCodeAt(i - 1)
    for (let j = 1; j <= length; j++) {
      const other = text.charCodeAt(from + j - 1)
      let cost = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (sign === other ? 0 : 1))
      if (i > 1 && j > 1 && sign === text.charCodeAt(from + j - 2) && word.charCodeAt(i - 2) === other) cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > edits) return false
    const free = before
    before = last
    last = row
    row = free
  }
  return last[length]! <= edits
}

const seenSql = `select s.active as generation, pg_stat_get_tuples_inserted('search_word'::regclass)::text as seen from search_state s where s.id = 1`
const readSql = `select string_agg(word || ' ', '') as text from (select distinct word from search_word where generation = $1) w`

async function read(generation: number, seen: string): Promise<Vocabulary> {
  const { rows } = await pool.query<{ text: string | null }>({ name: 'search-vocabulary', text: readSql, values: [generation] })
  return vocabularyOf(generation, rows[0]?.text ?? '', seen)
}

/** Read anew for another generation at once, for more words behind the answer. */
async function vocabulary(generation: number): Promise<Vocabulary> {
  const { known } = shelf
  if (known?.generation === generation && shelf.at > Date.now() - LOOK_AFTER) return known
  const renewed = (shelf.reading ??= (async () => {
    const { rows: [now] } = await pool.query<{ generation: number; seen: string }>({ name: 'search-vocabulary-seen', text: seenSql })
    const fresh = shelf.known && shelf.known.generation === generation && shelf.known.seen === now?.seen ? shelf.known : await read(generation, now?.seen ?? '')
    Object.assign(shelf, { known: fresh, at: Date.now() })
    return fresh
  })().finally(() => { shelf.reading = null }))
  if (known?.generation !== generation) return renewed
  renewed.catch(() => undefined)
  return known
}

const MOST_OWN = 5_000
/** Words this process wrote: found before the table is read again. */
export function learnWords(words: Iterable<string>): void {
  if (shelf.own.size > MOST_OWN) shelf.own.clear()
  for (const word of words) shelf.own.add(word)
}

/** Words that are at most so many edits away. */
export async function wordsNear(generation: number, word: string, edits: number): Promise<string[]> {
  const { text, starts, lengths, letters } = await vocabulary(generation)
  const own = lettersOf(word, 0, word.length)
  const found = new Set<string>()
  for (let place = 0; place < starts.length; place++) {
    const length = lengths[place]!
    // an edit changes the length by one and the letters held by two at most
    if (length > word.length + edits || length < word.length - edits || bits(own ^ letters[place]!) > 2 * edits) continue
    if (isNear(word, text, starts[place]!, length, edits)) found.add(text.slice(starts[place], starts[place]! + length))
  }
  for (const other of shelf.own) if (Math.abs(other.length - word.length) <= edits && isNear(word, other, 0, other.length, edits)) found.add(other)
  return [...found]
}

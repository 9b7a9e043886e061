import { createHmac, randomBytes } from 'node:crypto'
import { db, sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { isMember, type Viewer } from '~/platform/viewer'
import { parseQuery } from './query/parse'
import { isAskingWord } from './query/words'

/** Distinct marks: so few that many people share one, so many that two people rarely do. */
const MARKS = 4_096
const KEEP_DAYS = 180
/** Days after which words only one person searched are forgotten. */
const KEEP_ALONE_DAYS = 30

/** Lost at every start, so that no mark can be told from a person later. */
const secret = kept('search-gap-secret', () => randomBytes(32))

/** Numbers and addresses of people are no words to write about. */
const isPersonal = (text: string): boolean => /\d{5,}|@|\d[\d .-]{7,}/.test(text)

/** As it is kept: lower case, without the words that say nothing; null for what must not be kept. */
export function gapWords(text: string): string | null {
  if (isPersonal(text)) return null
  const { words, phrases } = parseQuery(text)
  const telling = words.filter(word => !isAskingWord(word))
  const all = [...(telling.length > 0 || phrases.length > 0 ? telling : words), ...phrases.flat()]
  const line = all.join(' ')
  return all.length === 0 || all.length > 8 || line.length < 3 || line.length > 80 ? null : line
}

/** Which of the marks this searcher has for these words. */
export const markOf = (searcher: string, words: string): number => createHmac('sha256', secret).update(`${searcher}\n${words}`).digest().readUInt16BE(0) % MARKS

const note = `insert into search_gap (words, mark) values ($1, $2)
  on conflict (words) do update set count = search_gap.count + 1, last_at = now(), asked = search_gap.asked or search_gap.mark is distinct from excluded.mark,
    mark = case when search_gap.asked or search_gap.mark is distinct from excluded.mark then null else search_gap.mark end`

/**
 * Notes that nothing was found for these words. No person is kept: only whether a second one asked, by one of 4,096 marks that is forgotten then.
 * Nothing waits for it; what fails is logged. @param searcher a person's number or the network somebody comes from
 */
export function noteGap(text: string, searcher: string): Promise<void> {
  const words = gapWords(text)
  if (words === null) return Promise.resolve()
  return sql('search-gap-note', note, [words, markOf(searcher, words)]).then(() => undefined, (error: unknown) => log.warn({ err: error }, 'a search in vain was not noted'))
}

export interface Gap { words: string; count: number; at: number }

const mayList = (viewer: Viewer): boolean => isMember(viewer) && viewer.kind === 'ASN' && viewer.verified

/** Words that at least two people searched in vain, most often first, at most 100. For colleagues, who write. @throws Forbidden */
export async function listGaps(viewer: Viewer): Promise<Gap[]> {
  if (!mayList(viewer)) throw new Forbidden('colleaguesOnly')
  return sql<Gap>('search-gaps', `select words, count, (extract(epoch from last_at) * 1000)::float8 as at from search_gap where asked and dismissed_at is null order by count desc, last_at desc limit 100`)
}

/** Not worth writing about, or there by now. @throws Forbidden */
export async function dismissGap(viewer: Viewer, words: string): Promise<void> {
  if (!mayList(viewer)) throw new Forbidden('colleaguesOnly')
  await db.searchGap.updateMany({ where: { words, asked: true }, data: { dismissedAt: new Date() } })
}

/** What is old is forgotten, and sooner what only one person searched. */
export async function forgetGaps(): Promise<void> {
  await sql('search-gaps-forget', `delete from search_gap where last_at < now() - make_interval(days => case when asked then ${KEEP_DAYS} else ${KEEP_ALONE_DAYS} end)`)
}

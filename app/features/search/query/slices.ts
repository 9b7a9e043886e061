/*
 * A word index knows which documents hold a word, not which of them are the newest. So each document also holds, as words of a kind no text has,
 * the day, the week and the thirteen weeks it is of, and one of a few lots: a question that many documents answer asks for the newest days only,
 * and the index passes over all the others.
 */

const DAY = 86_400_000
const WEEK_DAYS = 7
const SEASON_DAYS = 91
/** As many as five bits tell. */
export const LOTS = 32
/** More parts than this are no narrowing any more. */
const MOST_PARTS = 40
/** A larger share than this is fetched as quickly without a slice. */
const WORTH = 0.25

export const dayOf = (moment: number): number => Math.floor(moment / DAY)

/** The words of a document that say when and which lot. What is dated later than today is of today. */
export function sliceWords(id: string, createdAt: Date, now = Date.now()): string[] {
  const day = dayOf(Math.min(createdAt.getTime(), now))
  const lot = Math.imul([...id].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7), 0x9e3779b1) >>> 27
  return [`@d${day}`, `@w${Math.floor(day / WEEK_DAYS)}`, `@s${Math.floor(day / SEASON_DAYS)}`, `@r${lot}`]
}

const named = (letter: string, from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => `'@${letter}${from + at}'`)
const anyOf = (parts: readonly string[]) => (parts.length === 1 ? parts[0]! : `( ${parts.join(' | ')} )`)

/** The days from `first` until today in few parts: whole weeks or seasons reach back a little further. Null where it would be too many. */
export function sinceDay(first: number, today: number): { query: string; first: number } | null {
  const [letter, length] = today - first < 14 ? ['d', 1] as const : today - first < 26 * WEEK_DAYS ? ['w', WEEK_DAYS] as const : ['s', SEASON_DAYS] as const
  const from = Math.floor(first / length)
  const parts = named(letter, from, Math.floor(today / length))
  return parts.length === 0 || parts.length > MOST_PARTS ? null : { query: anyOf(parts), first: from * length }
}

/** So many of the lots. */
export const someLots = (count: number): string => anyOf(named('r', 0, Math.min(LOTS, Math.max(1, count)) - 1))

export interface Ages {
  /** moments between which equal shares of the documents lie, oldest first */
  bounds: readonly number[]
  /** moments that very many documents share, with their share of all */
  crowds: readonly { at: number; share: number }[]
  /** share of documents that are not posts */
  heads: number
}

/** Which share of the documents is of `moment` or later. */
export function shareSince({ bounds, crowds }: Ages, moment: number): number {
  const crowded = crowds.reduce((sum, one) => sum + one.share, 0)
  const spread = Math.max(0, 1 - crowded)
  const newer = crowds.reduce((sum, one) => (one.at >= moment ? sum + one.share : sum), 0)
  if (bounds.length < 2) return newer + spread
  const next = bounds.findIndex(bound => bound > moment)
  if (next === 0) return newer + spread
  // nothing is known of what came after the statistics were made
  if (next < 0) return newer
  const [from, to] = [bounds[next - 1]!, bounds[next]!]
  const steps = bounds.length - 1
  return newer + spread * ((steps - next) / steps + (to - moment) / Math.max(1, to - from) / steps)
}

/**
 * The narrowest slice that holds about `share` of the documents, the newest ones. Where very many are of one day it is a part of that day's, unless
 * `whole`. Null: all of them.
 */
export function sliceOf(ages: Ages, share: number, { now = Date.now(), whole = false } = {}): string | null {
  if (!(share < WORTH) || ages.bounds.length < 2) return null
  const today = dayOf(now)
  let back = 0
  while (back < 3_660 && shareSince(ages, (today - back) * DAY) < share) back += back < 14 ? 1 : back < 26 * WEEK_DAYS ? WEEK_DAYS : SEASON_DAYS
  const since = sinceDay(today - back, today)
  const held = since ? shareSince(ages, since.first * DAY) : 1
  const lots = whole ? LOTS : Math.ceil(LOTS * (share / held))
  const some = lots <= LOTS / 3 ? someLots(lots) : null
  const days = since && held < 0.7 ? since.query : null
  return days && some ? `${days} & ${some}` : (days ?? some)
}

import type { Suggestion } from './contract.server'

/** What `/cari/cepat` answers. */
export interface QuickAnswer extends Suggestion {
  /** beginning of the composer's address, to which the title is added; null for those who may not write */
  write: string | null
}

const PLACE = 'balai.cari'
const MOST = 6

/** Searches of this device, newest first. Storage may be closed to us: then there are none. */
export function recentSearches(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]')
    return Array.isArray(read) ? read.filter((one): one is string => typeof one === 'string' && one.length > 0 && one.length <= 100).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberSearch(text: string): void {
  const words = text.trim().slice(0, 100)
  if (words.length < 2) return
  try {
    localStorage.setItem(PLACE, JSON.stringify([words, ...recentSearches().filter(one => one !== words)].slice(0, MOST)))
  } catch {
    // a full or closed storage costs the history, not the search
  }
}

export function forgetSearches(): void {
  try {
    localStorage.removeItem(PLACE)
  } catch {
    // as above
  }
}

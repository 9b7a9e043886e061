import { kept } from '~/platform/kept.server'
import type { NoticeContribution, Subject, SubjectReader, WatchableReader } from './contract'

const shelf = kept('notices-given', (): { list: readonly NoticeContribution[] } => ({ list: [] }))

/** What all rooms give. Set once, when the registry makes the consumer; letters, pushes and pages read it from here. */
export const given = (): readonly NoticeContribution[] => shelf.list
export function takeContributions(list: readonly NoticeContribution[]): void {
  shelf.list = list
}

const prefixOf = (key: string): string => key.slice(0, key.indexOf(':'))

function reader<R>(part: 'subjects' | 'watchables', prefix: string): R | undefined {
  for (const one of shelf.list) {
    const found = one[part]?.[prefix]
    if (found) return found as R
  }
  return undefined
}

function byPrefix(keys: readonly string[]): Map<string, string[]> {
  const sorted = new Map<string, string[]>()
  for (const key of new Set(keys)) sorted.set(prefixOf(key), [...(sorted.get(prefixOf(key)) ?? []), key])
  return sorted
}

/** True where the room that owns such things can be asked how they stand now. */
export const canAsk = (about: string): boolean => reader<SubjectReader>('subjects', prefixOf(about)) !== undefined

/** The things as they stand now, one question per room. Missing: gone, deleted, hidden, or nobody's. */
export async function subjectsOf(abouts: readonly string[]): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>()
  for (const [prefix, keys] of byPrefix(abouts)) {
    const read = reader<SubjectReader>('subjects', prefix)
    if (read) for (const [key, subject] of await read(keys)) found.set(key, subject)
  }
  return found
}

export const watchableReader = (kind: string): WatchableReader | undefined => reader<WatchableReader>('watchables', kind)
export { byPrefix }

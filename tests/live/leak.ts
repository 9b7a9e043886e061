import { expect } from 'vitest'

/** Somebody who writes under a name, and every word that would tell so. */
export interface Hidden {
  personId: number
  /** name, parts of it, slug, mail, picture */
  words: readonly string[]
}

const naming = /person|author|owner|editor|actor|by/i

/** The id as a value anywhere a person could stand in what a channel gives. */
function idsIn(value: unknown, id: number): boolean {
  if (value === id) return true
  if (Array.isArray(value)) return value.some(inner => idsIn(inner, id))
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => (naming.test(key) || typeof inner === 'object') && idsIn(inner, id)) || (/authors/i.test(Object.keys(value).join()) && idsIn(Object.values(value), id))
}

export const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value instanceof Map ? [...value] : (value ?? null), (_key, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner)))

/** What a channel gave must not tell who it is. `hidden` is asked each time: it may be known late. */
export const leakTest = (hidden: () => Hidden) => (channel: string, given: unknown): void => {
  const { personId, words } = hidden()
  const value = plain(given)
  const text = JSON.stringify(value)
  for (const word of words) expect(text.includes(word), `${channel} tells "${word}"`).toBe(false)
  expect(text.includes(`"user:${personId}"`), `${channel} tells the author's audience`).toBe(false)
  expect(idsIn(value, personId), `${channel} tells the author's id`).toBe(false)
}

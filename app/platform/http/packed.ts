import { useMemo } from 'react'
import { toJson, type Known } from '../interned'

/**
 * Loader data as one text: Remix walks through loaded objects value by value, which costs ten times what the engine's own JSON costs. Only for what
 * JSON carries: no dates, no undefined in lists. The text is JSON with some signs exchanged, see `exchange`.
 */
export type Packed<T> = string & { readonly packed?: T }

const EXCHANGED: Record<string, string> = { '"': '\'', '\'': '"', '<': '|', '|': '<', '>': '~', '~': '>', '&': '^', '^': '&', '\\': '`', '`': '\\' }

/**
 * On its way into a page the text becomes a string in JSON and that a string in a script: a quote grows to four characters, a bracket to seven. Signs
 * that JSON and HTML are full of change places with signs that are rare there. Done twice it is undone.
 */
const exchange = (text: string): string => text.replace(/["'<|>~&^\\`]/g, sign => EXCHANGED[sign]!)

const exchanged = new WeakMap<Known, string>()

function turn(json: string, known?: Known): string {
  if (!known) return exchange(json)
  let text = exchanged.get(known)
  if (text === undefined) exchanged.set(known, (text = exchange(json)))
  return text
}

/** Pages being made at once on a server, in browsers one. */
const AT_HAND = 64
const atHand = new Map<string, unknown>()

function remember(packed: string, value: unknown): void {
  if (atHand.size >= AT_HAND) atHand.clear()
  atHand.set(packed, value)
}

/** The value is taken back by `unpack` as it is, where that happens in the same process: it must not be changed any more. */
export function pack<T>(value: T): Packed<T> {
  const packed = toJson(value, turn)!
  remember(packed, value)
  return packed
}

/** Head and body of a page ask for the same, one after the other. Whoever asks must leave it as it is. */
export function unpack<T>(packed: Packed<T>): T {
  if (!atHand.has(packed)) remember(packed, JSON.parse(exchange(packed)))
  return atHand.get(packed) as T
}

/** The same object as long as the data is the same, also after it was loaded again. */
export function usePacked<T>(packed: Packed<T>): T {
  return useMemo(() => unpack(packed), [packed])
}

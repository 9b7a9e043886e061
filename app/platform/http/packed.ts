import { useMemo } from 'react'
import { toJson } from '../interned'

/** Loader data as one JSON text: Remix walks through loaded objects value by value, which costs ten times what the engine's own JSON costs. Only for what JSON carries: no dates, no undefined in lists. */
export type Packed<T> = string & { readonly packed?: T }

/** Pages being made at once on a server, in browsers one. */
const AT_HAND = 64
const atHand = new Map<string, unknown>()

function remember(packed: string, value: unknown): void {
  if (atHand.size >= AT_HAND) atHand.clear()
  atHand.set(packed, value)
}

/** The value is taken back by `unpack` as it is, where that happens in the same process: it must not be changed any more. */
export function pack<T>(value: T): Packed<T> {
  const packed = toJson(value)!
  remember(packed, value)
  return packed
}

/** Head and body of a page ask for the same, one after the other. Whoever asks must leave it as it is. */
export function unpack<T>(packed: Packed<T>): T {
  if (!atHand.has(packed)) remember(packed, JSON.parse(packed))
  return atHand.get(packed) as T
}

/** The same object as long as the data is the same, also after it was loaded again. */
export function usePacked<T>(packed: Packed<T>): T {
  return useMemo(() => unpack(packed), [packed])
}

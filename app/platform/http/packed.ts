import { useMemo } from 'react'

/** Loader data as one JSON text: Remix walks through loaded objects value by value, which costs ten times what the engine's own JSON costs. Only for what JSON carries: no dates, no undefined in lists. */
export type Packed<T> = string & { readonly packed?: T }

export const pack = <T>(value: T): Packed<T> => JSON.stringify(value)

let last: { packed: string; value: unknown } | undefined

/** Head and body of a page ask for the same, one after the other: the last answer is kept. Whoever asks must leave it as it is. */
export function unpack<T>(packed: Packed<T>): T {
  if (last?.packed !== packed) last = { packed, value: JSON.parse(packed) }
  return last.value as T
}

/** The same object as long as the data is the same, also after it was loaded again. */
export function usePacked<T>(packed: Packed<T>): T {
  return useMemo(() => unpack(packed), [packed])
}

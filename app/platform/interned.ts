import { Generations } from './generations'

/**
 * Values that are the same object wherever they are the same data. Pages are made of what was loaded a moment ago for somebody else; an
 * object that is known needs no reading, comparing or writing down again: it has a number to be named by and its JSON text at hand.
 */
export interface Known {
  readonly number: number
  readonly json: string
}

/** What each generation of a store may hold, in characters of text. */
export const MOST = 2_000_000

const newStore = () => new Generations<object>(MOST, text => text.length)
const values = newStore()
const made = new Map<string, ReturnType<typeof newStore>>()
const known = new WeakMap<object, Known>()
let count = 0

/** The object that stands for this data, for all who have the same. Nobody may change it. Only what JSON carries. */
export function interned<T extends object>(value: T): T {
  const json = JSON.stringify(value)
  return values.get(json, () => {
    known.set(value, { number: ++count, json })
    return Object.freeze(value)
  }) as T
}

/** What `make` makes of a text, made once: the same object for the same text. `kind` names the way of making. Nobody may change it. */
export function madeOf<T extends object>(kind: string, text: string, make: (text: string) => T): T {
  let store = made.get(kind)
  if (!store) made.set(kind, (store = newStore()))
  return store.get(text, () => make(text)) as T
}

/** The number and text of an interned object; undefined for everything else. */
export const knownOf = (value: unknown): Known | undefined => (typeof value === 'object' && value !== null ? known.get(value) : undefined)

const asItIs = (json: string): string => json

/**
 * As `JSON.stringify`, but interned objects are not walked through again.
 * @param turn what becomes of the text of each interned object, each key and each value that holds no others
 */
export function toJson(value: unknown, turn: (json: string, known?: Known) => string = asItIs): string | undefined {
  if (typeof value !== 'object' || value === null || 'toJSON' in value) {
    const json = JSON.stringify(value)
    return json === undefined ? json : turn(json)
  }
  const one = known.get(value)
  if (one) return turn(one.json, one)
  if (Array.isArray(value)) return `[${value.map(inner => toJson(inner, turn) ?? 'null').join(',')}]`
  const pieces: string[] = []
  for (const [key, inner] of Object.entries(value)) {
    const piece = toJson(inner, turn)
    if (piece !== undefined) pieces.push(`${turn(JSON.stringify(key))}:${piece}`)
  }
  return `{${pieces.join(',')}}`
}

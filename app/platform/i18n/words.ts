import type { Locale } from '~/platform/viewer'

/** Texts of one namespace (the folder that holds `locales/`): nested keys, now and then a list or a tree of texts. */
export type Tree = { [key: string]: unknown }
/** Texts of one language by namespace. */
export type Texts = Record<string, Tree>
type Values = Readonly<Record<string, unknown>>
/** One function per language and namespace, the same on every render, so that it may stand in dependency lists. */
export type T = (key: string, values?: Values) => string

const known = new Map<string, Tree>()
const translators = new Map<string, T>()
const found = new Map<string, unknown>()
const place = (locale: Locale, ns: string) => `${locale}/${ns}`

/** Called once per language at start by the server; in the browser by `loadWords`. */
export function registerTexts(locale: Locale, texts: Texts): void {
  for (const [ns, tree] of Object.entries(texts)) known.set(place(locale, ns), tree)
  found.clear()
}

type Source = (locale: Locale, ns: string) => Promise<Tree>
let source: Source | undefined
const coming = new Map<string, Promise<void>>()
const failed = new Set<string>()

/** Where the browser gets the words of a namespace it has not yet. The server has them all. */
export function setWordSource(given: Source): void {
  source = given
}

/** Resolves when the words of these namespaces are here; at once where they are. */
export async function loadWords(locale: Locale, namespaces: Iterable<string>): Promise<void> {
  await Promise.all([...namespaces].filter(ns => !known.has(place(locale, ns))).map(ns => fetchWords(locale, ns)))
}

function fetchWords(locale: Locale, ns: string): Promise<void> {
  if (!source) return Promise.resolve()
  const at = place(locale, ns)
  let one = coming.get(at)
  if (!one) {
    one = source(locale, ns).then(tree => registerTexts(locale, { [ns]: tree }), () => { failed.add(at) }).finally(() => coming.delete(at))
    coming.set(at, one)
  }
  return one
}

let alive: Locale | undefined

/** The page has come alive in this language: what is opened from now on may ask for its words early. */
export function startExpecting(locale: Locale): void {
  alive = locale
}

/** Asked by the code of a page when it arrives (see vite.config.ts). The first page knows its words from the server. */
export function expectWords(namespaces: readonly string[]): void {
  if (alive) void loadWords(alive, namespaces)
}

let asked: Set<string> | undefined

/** Says which set the page being rendered collects its namespaces in; a render is never interrupted on the server. */
export function collectIn(set: Set<string> | undefined): void {
  asked = set
}

/** The words of a namespace, or throws what React waits for: the page that is coming stays away until its words are there. */
export function wordsOf(locale: Locale, ns: string): Tree | undefined {
  asked?.add(ns)
  const at = place(locale, ns)
  const tree = known.get(at)
  if (tree || !source) return tree
  // tried and lost the line: the error page offers to load the document again
  if (failed.delete(at)) throw new Error(`words ${at} did not come`)
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw fetchWords(locale, ns)
}

function lookUp(locale: Locale, ns: string, key: string): unknown {
  const tree = wordsOf(locale, ns)
  const at = `${place(locale, ns)}:${key}`
  if (found.has(at)) return found.get(at)
  let value: unknown = tree
  for (const part of key.split('.')) value = typeof value === 'object' && value !== null && Object.hasOwn(value, part) ? (value as Tree)[part] : undefined
  found.set(at, value)
  return value
}

function fill(text: unknown, values: Values | undefined): unknown {
  if (values === undefined) return text
  if (typeof text === 'string') return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  if (Array.isArray(text)) return text.map(one => fill(one, values))
  if (typeof text === 'object' && text !== null) return Object.fromEntries(Object.entries(text).map(([key, one]) => [key, fill(one, values)]))
  return text
}

/** `_zero`, `_one` and `_other` where the words have them; Indonesian mostly needs none. */
function numbered(locale: Locale, ns: string, key: string, count: number): unknown {
  const form = count === 0 ? '_zero' : count === 1 ? '_one' : '_other'
  return lookUp(locale, ns, key + form) ?? (form === '_other' ? undefined : lookUp(locale, ns, `${key}_other`)) ?? lookUp(locale, ns, key)
}

/** A list or a tree of texts with its values filled in: for the pages of the house's own words. */
export function treeOf(locale: Locale, ns: string, key: string, values?: Values): unknown {
  return fill(lookUp(locale, ns, key), values)
}

/**
 * Words of one namespace: `translator('id', 'forum')('reply.send')`. Other namespaces by `t('ui:save')`; in the browser they must have been
 * asked for before, by a render or by `useT`. `{{name}}` is filled with `values.name`, and `values.count` chooses the form of number.
 */
export function translator(locale: Locale, ns: string): T {
  const at = place(locale, ns)
  let t = translators.get(at)
  if (!t) {
    t = (asked, values) => {
      const cut = asked.indexOf(':')
      const [from, key] = cut < 0 ? [ns, asked] : [asked.slice(0, cut), asked.slice(cut + 1)]
      const text = typeof values?.count === 'number' ? numbered(locale, from, key, values.count) : lookUp(locale, from, key)
      if (typeof text === 'string') return fill(text, values) as string
      console.error(`missing text ${locale}/${from}:${key}`)
      return key
    }
    translators.set(at, t)
  }
  return t
}

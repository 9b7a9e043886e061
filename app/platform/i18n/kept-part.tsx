import { createElement, type HTMLAttributes, type ReactElement, type ReactNode } from 'react'
import { TongueProvider, useTongue, type Tongue } from './i18n'
import { collectIn } from './words'

type Render = (element: ReactElement) => string
interface Part {
  html: string
  /** namespaces it speaks with, which every page that shows it must say */
  spoken: readonly string[]
}

/** Parts of each of the two generations; a post with its acts takes about 4 kB with its key. */
const MOST = 2_000
let render: Render | undefined
let young = new Map<string, Part>()
let old = new Map<string, Part>()

/** Called once by the server, with React's own renderer; the browser has none, and parts are ordinary elements there. */
export function keepParts(given: Render): void {
  render = given
}

/** Inside the part's own drawing, so that what it says is noted as its own. */
function Inside({ make }: { make: () => ReactNode }) {
  collectIn(useTongue().spoken)
  return <>{make()}</>
}

function partOf(key: string, tongue: Tongue, make: () => ReactNode, draw: Render): Part {
  const known = young.get(key)
  if (known) return known
  let part = old.get(key)
  if (!part) {
    const spoken = new Set<string>()
    part = { html: draw(<TongueProvider tongue={{ ...tongue, spoken }}><Inside make={make} /></TongueProvider>), spoken: [...spoken] }
  }
  if (young.size >= MOST) [old, young] = [young, new Map()]
  young.set(key, part)
  return part
}

export interface KeptPartProps extends HTMLAttributes<HTMLElement> {
  as: 'article' | 'header' | 'li' | 'nav'
  /**
   * Everything the part is made of, with what it takes from the clock ("today" as a number, the words "5 menit lalu"); language and zone
   * are added. Two parts with the same `of` are the same HTML, whoever reads them. Parts of another shape begin with another `part`.
   */
  part: string
  of: unknown
  /** makes what stands in it; it may not wait (`lazy`), give ids (`useId`) or read any context but the tongue */
  inside: () => ReactNode
}

/**
 * An element whose inside the server draws once and then keeps in memory: a post, a row, the head of every page. Half of a page's cost is
 * drawing what was drawn for the reader before. The browser takes the same elements over as its own and draws them anew as always.
 */
export function KeptPart({ as, part, of, inside, ...attributes }: KeptPartProps) {
  const tongue = useTongue()
  if (!render) return createElement(as, attributes, inside())
  const { html, spoken } = partOf(JSON.stringify([part, tongue.locale, tongue.timeZone, of]), tongue, inside, render)
  for (const ns of spoken) tongue.spoken?.add(ns)
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } })
}

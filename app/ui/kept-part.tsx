import { createContext, createElement, useContext, type HTMLAttributes, type ReactNode } from 'react'

/** Gives the HTML of a part from memory, or draws it and remembers it. Called while a part renders, so it may read contexts. */
export type Keeper = (part: string, of: unknown, inside: () => ReactNode) => string

/** Null in browsers. */
export const KeeperContext = createContext<Keeper | null>(null)

export interface KeptPartProps extends HTMLAttributes<HTMLElement> {
  as: 'article' | 'aside' | 'div' | 'footer' | 'header' | 'li' | 'nav' | 'ul'
  /** what sort of thing it is: parts of another shape have another name */
  part: string
  /**
   * Everything the part is made of, as JSON takes it, with what it takes from the clock ("today" as a number, the words "5 menit lalu");
   * language and zone are added. Two parts with the same `of` are the same HTML, whoever reads them. Parts may hold smaller parts: a list
   * that nobody touched is one part, and of one that changed only the changed row is drawn.
   */
  of: unknown
  /** makes what stands in it; it may not wait (`lazy`), give ids (`useId`) or read other contexts than language and zone */
  inside: () => ReactNode
}

/**
 * An element whose inside the server draws once and then keeps in memory: a post, a row, the head of every page. Half of a page's cost is
 * drawing what was drawn for the reader before. Browsers take the same elements over as their own and draw them anew as always.
 */
export function KeptPart({ as, part, of, inside, ...attributes }: KeptPartProps) {
  const keeper = useContext(KeeperContext)
  if (!keeper) return createElement(as, attributes, inside())
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: keeper(part, of, inside) } })
}

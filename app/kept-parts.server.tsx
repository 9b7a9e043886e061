import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { TongueProvider, useTongue } from '~/platform/i18n/i18n'
import { Generations } from '~/platform/generations'
import { knownOf } from '~/platform/interned'
import { collectIn } from '~/platform/i18n/words'
import { KeeperContext, type Keeper } from '~/ui/kept-part'

interface Part {
  html: string
  /** namespaces it speaks with, which every page that shows it must say */
  spoken: readonly string[]
}

/** What each generation may hold, in characters of keys and HTML; a post with its acts takes about 4,000, a page of them 40,000. */
export const MOST = 8_000_000
const parts = new Generations<Part>(MOST, (key, part) => key.length + part.html.length)

/** Inside the part's own drawing, so that what it says is noted as its own. */
function Inside({ make }: { make: () => ReactNode }) {
  collectIn(useTongue().spoken)
  return <>{make()}</>
}

/** Names interned objects by their number, alone or in a list, instead of writing them down. */
const named = (one: unknown, within = 2): unknown => {
  const number = knownOf(one)?.number
  return number !== undefined ? { '#': number } : within > 0 && Array.isArray(one) ? one.map(inner => named(inner, within - 1)) : one
}

/** Keeps the parts of all pages by everything they are made of; what was not asked for while as much else was is forgotten. */
export const useKeptPart: Keeper = (part, of, inside) => {
  const tongue = useTongue()
  const key = JSON.stringify([part, tongue.locale, tongue.timeZone, named(of)])
  const kept = parts.get(key, draw)
  for (const ns of kept.spoken) tongue.spoken?.add(ns)
  return kept.html

  function draw(): Part {
    const spoken = new Set<string>()
    const html = renderToString(
      <KeeperContext.Provider value={useKeptPart}><TongueProvider tongue={{ ...tongue, spoken }}><Inside make={inside} /></TongueProvider></KeeperContext.Provider>)
    collectIn(tongue.spoken)
    return { html, spoken: [...spoken] }
  }
}

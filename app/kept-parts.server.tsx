import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { TongueProvider, useTongue } from '~/platform/i18n/i18n'
import { collectIn } from '~/platform/i18n/words'
import { KeeperContext, type Keeper } from '~/ui/kept-part'

interface Part {
  html: string
  /** namespaces it speaks with, which every page that shows it must say */
  spoken: readonly string[]
}

/** Parts of each of the two generations; a post with its acts takes about 4 kB with its key. */
const MOST = 2_000
let young = new Map<string, Part>()
let old = new Map<string, Part>()

/** Inside the part's own drawing, so that what it says is noted as its own. */
function Inside({ make }: { make: () => ReactNode }) {
  collectIn(useTongue().spoken)
  return <>{make()}</>
}

/** Keeps the parts of all pages by everything they are made of; what was not asked for in the last 2,000 others is forgotten. */
export const useKeptPart: Keeper = (part, of, inside) => {
  const tongue = useTongue()
  const key = JSON.stringify([part, tongue.locale, tongue.timeZone, of])
  let kept = young.get(key)
  if (!kept) {
    kept = old.get(key) ?? draw()
    if (young.size >= MOST) [old, young] = [young, new Map<string, Part>()]
    young.set(key, kept)
  }
  for (const ns of kept.spoken) tongue.spoken?.add(ns)
  return kept.html

  function draw(): Part {
    const spoken = new Set<string>()
    const html = renderToString(
      <KeeperContext.Provider value={null}><TongueProvider tongue={{ ...tongue, spoken }}><Inside make={inside} /></TongueProvider></KeeperContext.Provider>)
    return { html, spoken: [...spoken] }
  }
}

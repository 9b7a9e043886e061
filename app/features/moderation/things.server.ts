import { kept } from '~/platform/kept.server'
import type { Moderated, ModeratedThing, ShelfName, Shelves } from './contract'

const known = kept('moderated', () => ({ kinds: new Map<string, Moderated>(), shelves: [] as readonly Shelves[] }))

/** The process hands over what the registry lists. Again in the same process it takes the new ones (development). */
export function takeModerated(kinds: readonly Moderated[], shelves: readonly Shelves[]): void {
  known.kinds = new Map(kinds.map(one => [one.kind, one]))
  known.shelves = shelves
}

export const kindOf = (kind: string): Moderated | null => known.kinds.get(kind) ?? null

/** Without a viewer: ask `mayRead` with its audience before anybody sees it. */
export async function findThingUnscoped(kind: string, id: number): Promise<ModeratedThing | null> {
  return (await kindOf(kind)?.load([id]))?.get(id) ?? null
}

/** Things of several kinds at once, by "post:77". Without a viewer, like `findThingUnscoped`. */
export async function loadThingsUnscoped(wanted: readonly { kind: string; thingId: number }[]): Promise<Map<string, ModeratedThing>> {
  const found = new Map<string, ModeratedThing>()
  for (const kind of new Set(wanted.map(one => one.kind))) {
    const things = await kindOf(kind)?.load(wanted.filter(one => one.kind === kind).map(one => one.thingId))
    for (const [id, thing] of things ?? []) found.set(`${kind}:${id}`, thing)
  }
  return found
}

export async function shelfNames(keys: readonly string[]): Promise<Map<string, ShelfName>> {
  const found = new Map<string, ShelfName>()
  for (const shelves of known.shelves) {
    const own = [...new Set(keys)].filter(key => key.startsWith(shelves.prefix))
    if (own.length > 0) for (const [key, name] of await shelves.names(own)) found.set(key, name)
  }
  return found
}

export async function allShelves(): Promise<ShelfName[]> {
  return (await Promise.all(known.shelves.map(shelves => shelves.all()))).flat()
}

import { kept } from '~/platform/kept.server'

type Listener = (tags: ReadonlySet<string>, agent: string) => void

const listeners = kept('served-pages', () => new Map<string, Listener>())

/** Told after a kept page went out, with the tags it was made under and who asked for it. For counting only: it must be quick and never throw. */
export function onServed(name: string, listener: Listener): void {
  listeners.set(name, listener)
}

export function tellServed(tags: ReadonlySet<string>, agent: string | undefined): void {
  for (const listener of listeners.values()) listener(tags, agent ?? '')
}

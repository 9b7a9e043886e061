import type { Provider } from '@lexical/yjs'
import type { Doc } from 'yjs'

/** What the far end answers when a page asks for the text. */
export type Opened =
  /** `missing`: what the page does not have yet; `vector`: what the far end has */
  | { kind: 'text'; generation: number; base: number; missing: Uint8Array; vector: Uint8Array }
  /** nobody brought the text of `base` yet: this page does, with the token */
  | { kind: 'plant'; generation: number; base: number; token: string }
  /** another page is bringing it */
  | { kind: 'wait' }

/** Hears what comes over the line. */
export interface Ears {
  /** in, for the first time or again after a loss */
  onJoined: () => void
  onLost: () => void
  /** may not write here (any more) */
  onRefused: () => void
  onSaid: (said: { generation: number; update: Uint8Array | null; aware: Uint8Array | null }) => void
  /** the shared text has begun anew under this number */
  onAnew: (generation: number) => void
}

/** The line to the others. Whoever puts the editor on a page brings it; refusals are errors with a `code`. */
export interface Wire {
  listen: (ears: Ears) => () => void
  open: (vector: Uint8Array, generation: number | null) => Promise<Opened>
  plant: (generation: number, token: string, update: Uint8Array) => Promise<void>
  say: (generation: number, update: Uint8Array | null, aware: Uint8Array | null) => Promise<void>
}

/** `on` together · `off` the line is lost, it comes back by itself · `apart` the others go on with a newer text · `ended` the right has ended */
export type SharedState = 'on' | 'off' | 'apart' | 'ended'

/** A text several people write at once, brought over and ready to be shown. */
export interface SharedText {
  id: string
  name: string
  colour: string
  doc: Doc
  provider: Provider
  /** the revision it goes on from, and its number among those begun anew */
  base: number
  generation: number
  state: () => SharedState
  watch: (watcher: (state: SharedState) => void) => () => void
  /** fetches what is missing now; resolves when nothing is */
  catchUp: () => Promise<number>
  /** who is still there: the carets of others go */
  keepOnly: (personIds: readonly number[]) => void
  /** what was written goes now, not in a moment */
  flush: () => void
  /** carets are drawn anew where the text stands now */
  redraw: () => void
  close: () => void
}

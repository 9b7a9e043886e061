import type { Provider, UserState } from '@lexical/yjs'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import { applyUpdate, decodeStateVector, Doc, encodeStateAsUpdate, encodeStateVector, mergeUpdates } from 'yjs'
import type { Ears, SharedState, SharedText, Wire } from '../shared-text'

/** What is typed goes out together after this long, in ms; the far end hears a few messages a second and no more. */
const PACE = 250
/** Now and then it is asked whether something was missed: a message between processes may be lost. */
const ASK_AGAIN = 30_000
const LONGEST_WAIT = 8_000

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '')
const gone = new Set(['NotFound', 'Forbidden', 'SignInNeeded'])
const never = new Set(['Conflict', 'Invalid'])

export interface Beginning { id: string; name: string; colour: string; personId: number; generation: number; base: number; missing: Uint8Array }

/** Our own provider: one text over one line. Everything is sent again until it is taken, and merged whole after each loss. */
export class Together implements Provider, SharedText, Ears {
  readonly id: string
  readonly name: string
  readonly colour: string
  readonly generation: number
  readonly doc = new Doc()
  readonly awareness: Provider['awareness'] & Awareness
  readonly provider: Provider = this
  base: number
  #wire: Wire
  #state: SharedState = 'on'
  #watchers = new Set<(state: SharedState) => void>()
  #listeners = new Map<string, Set<(value: never) => void>>()
  /** came before the editor was there to show it */
  #early: Uint8Array[]
  #connected = false
  #queue: Uint8Array[] = []
  #moved = false
  #sending = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #again: ReturnType<typeof setInterval> | undefined
  #catching: Promise<number> | null = null
  #leave = (): void => undefined

  constructor(wire: Wire, { id, name, colour, generation, base, missing }: Beginning) {
    this.id = id
    this.name = name
    this.colour = colour
    this.generation = generation
    this.base = base
    this.#wire = wire
    this.#early = [missing]
    const awareness = new Awareness(this.doc)
    awareness.setLocalState(null)
    this.awareness = awareness as Awareness & Provider['awareness']
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.#queue.push(update)
      this.#soon(PACE)
    })
    awareness.on('update', ({ added }: { added: number[] }, origin: unknown) => {
      // whoever comes has not heard where the others are
      if (origin === this && added.length === 0) return
      this.#moved = true
      this.#soon(PACE)
    })
    this.#again = setInterval(() => { void this.#missed(false) }, ASK_AGAIN)
  }

  /** what is listened to until the page goes */
  keep(leave: () => void): void {
    this.#leave = leave
  }

  state = (): SharedState => this.#state
  watch = (watcher: (state: SharedState) => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  // the editor's side
  connect(): void {
    this.#connected = true
    for (const update of this.#early.splice(0)) this.#take(update)
    this.#emit('status', { status: 'connected' })
    this.#emit('sync', true)
  }
  disconnect(): void {
    this.#connected = false
    this.flush()
  }
  on(type: string, listener: (value: never) => void): void {
    const set = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, set)
    set.add(listener)
  }
  off(type: string, listener: (value: never) => void): void {
    this.#listeners.get(type)?.delete(listener)
  }
  #emit(type: string, value: unknown): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(value as never)
  }

  // the line's side
  onJoined = (): void => {
    if (this.#state === 'apart') return
    this.#set('on')
    const own = this.awareness.getLocalState()
    if (own) this.awareness.setLocalState(own) // told anew, with a higher number
    void this.#missed(true)
  }
  onLost = (): void => {
    if (this.#state !== 'on') return
    this.#set('off')
    this.#forget(() => true)
  }
  onRefused = (): void => {
    this.#set('ended')
    this.#forget(() => true)
  }
  onAnew = (generation: number): void => {
    if (generation > this.generation) this.#part()
  }
  onSaid: Ears['onSaid'] = ({ generation, update, aware }) => {
    if (generation !== this.generation || this.#state === 'apart') return
    if (update) this.#take(update)
    try {
      if (aware) applyAwarenessUpdate(this.awareness, aware, this)
    } catch {
      // a caret that cannot be read is not drawn
    }
    if (this.doc.store.pendingStructs) void this.#missed(false)
  }

  #take(update: Uint8Array): void {
    if (!this.#connected) return void this.#early.push(update)
    try {
      applyUpdate(this.doc, update, this)
    } catch (error) {
      console.warn(error)
      this.#part()
    }
  }
  #part(): void {
    this.#set('apart')
    this.#forget(() => true)
  }
  #set(state: SharedState): void {
    if (this.#state === state || this.#state === 'apart') return
    this.#state = state
    for (const watcher of this.#watchers) watcher(state)
  }
  #forget(whom: (state: UserState) => boolean): void {
    const others = [...this.awareness.getStates()].filter(([client, state]) => client !== this.doc.clientID && whom(state as UserState)).map(([client]) => client)
    if (others.length > 0) removeAwarenessStates(this.awareness, others, this)
  }
  keepOnly = (personIds: readonly number[]): void => {
    this.#forget(state => !personIds.includes((state.awarenessData as { personId?: number } | undefined)?.personId ?? 0))
  }
  redraw = (): void => {
    this.awareness.emit('update', [{ added: [], updated: [], removed: [] }, this])
  }

  /** Both ways: what the others have and what they lack. `all`: also deletions nobody may have heard of. */
  catchUp = (all = false): Promise<number> => (this.#catching ??= this.#exchange(all).finally(() => { this.#catching = null }))
  async #exchange(all: boolean): Promise<number> {
    const opened = await this.#wire.open(encodeStateVector(this.doc), this.generation)
    if (opened.kind !== 'text') return this.base
    this.base = opened.base
    this.#take(opened.missing)
    const theirs = decodeStateVector(opened.vector)
    const lacking = [...decodeStateVector(encodeStateVector(this.doc))].some(([client, clock]) => (theirs.get(client) ?? 0) < clock)
    if (all || lacking) {
      const before = this.#queue.splice(0)
      this.#queue = [encodeStateAsUpdate(this.doc, opened.vector), ...(all ? [] : before)]
    }
    await this.#send()
    return this.base
  }
  async #missed(all: boolean): Promise<void> {
    if (this.#state !== 'on' || !this.#connected) return
    try {
      await this.catchUp(all)
    } catch (error) {
      this.#refused(error, () => { void this.#missed(all) })
    }
  }
  #refused(error: unknown, again: () => void): void {
    const code = codeOf(error)
    if (gone.has(code)) this.onRefused()
    else if (never.has(code)) this.#part()
    else if (this.#state === 'on') setTimeout(again, Math.min(LONGEST_WAIT, 500 * 2 ** this.#failures++))
  }

  #soon(wait: number): void {
    if (this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#send()
    }, wait)
  }
  flush = (): void => { void this.#send() }
  async #send(): Promise<void> {
    if (this.#sending || this.#state !== 'on' || (this.#queue.length === 0 && !this.#moved)) return
    this.#sending = true
    const said = this.#queue.splice(0)
    this.#moved = false
    try {
      await this.#wire.say(this.generation, said.length > 0 ? mergeUpdates(said) : null, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]))
      this.#failures = 0
    } catch (error) {
      this.#queue.unshift(...said)
      this.#refused(error, () => { this.#soon(0) })
    } finally {
      this.#sending = false
    }
    if (this.#queue.length > 0 || this.#moved) this.#soon(PACE)
  }

  close = (): void => {
    this.awareness.setLocalState(null)
    this.flush()
    clearInterval(this.#again)
    this.#leave()
    this.awareness.destroy()
    this.#watchers.clear()
  }
}

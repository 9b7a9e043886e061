import { openShared } from '~/editor/coediting/open'
import { sharedColour } from '~/editor/shared-colours'
import type { SharedState, SharedText } from '~/editor/shared-text'
import { liveConnection, type LiveConnection } from '~/platform/live/client'
import type { DraftDiscarded, DraftSaved, SharedForm } from '../drafting-facts'
import { draftWire } from './wire'

export interface DraftingView {
  /** `alone`: no line came about, everything is as ever */
  state: 'opening' | 'alone' | SharedState
  people: { id: number; name: string; colour: string }[]
  /** what the next revision stands on, and the number of the shared text; null: as the page was made */
  base: number | null
  generation: number | null
  saved: { name: string; revision: number; with: boolean; own: boolean } | null
  /** somebody threw the text away; the page begins anew from that revision */
  discarded: { name: string; revision: number; own: boolean } | null
}

interface Here { room: string; people: { id: number; name: string }[] }

/** One page that writes an article together with others. */
export class Drafting {
  #form: SharedForm
  #tell: (view: DraftingView) => void
  #live: LiveConnection
  #view: DraftingView = { state: 'opening', people: [], base: null, generation: null, saved: null, discarded: null }
  #text: SharedText | null = null
  #off: (() => void)[] = []
  #ended = false

  constructor(form: SharedForm, tell: (view: DraftingView) => void, live = liveConnection()) {
    this.#form = form
    this.#tell = tell
    this.#live = live
  }

  async begin(): Promise<SharedText | null> {
    const { articleId, person, tree } = this.#form
    const live = this.#live
    this.#off.push(live.use())
    this.#off.push(
      live.on<Here>('here', ({ room, people }) => { if (room === `draft:${articleId}`) this.#here(people) }),
      live.on<DraftDiscarded>('draft-discarded', ({ name, revision, personId, ...gone }) => {
        if (gone.articleId === articleId) this.#set({ discarded: { name, revision, own: personId === person.id } })
      }),
      live.on<DraftSaved>('draft-saved', saved => { if (saved.articleId === articleId) void this.#saved(saved) }),
    )
    const wire = draftWire(live, articleId, people => { this.#here(people) })
    const text = await openShared(wire, { id: `draft-${articleId}`, person, colour: sharedColour(person.id), tree: tree ?? undefined })
    if (!text || this.#ended) {
      text?.close()
      this.#set({ state: 'alone', people: [] })
      this.#stop()
      return null
    }
    this.#text = text
    this.#off.push(text.watch(() => { this.#look() }), text.close)
    this.#look()
    return text
  }

  /** The next revision stands on the newest one only while the text is the one all write in, and whole. */
  #look(): void {
    const text = this.#text
    if (!text) return
    const state = text.state()
    this.#set({ state, ...(state === 'on' ? { base: text.base, generation: text.generation } : state === 'apart' || state === 'ended' ? { generation: null, people: [] } : { people: [] }) })
  }

  #here(people: Here['people']): void {
    this.#set({ people: people.map(({ id, name }) => ({ id, name, colour: sharedColour(id) })) })
    this.#text?.keepOnly(people.map(({ id }) => id))
  }

  async #saved({ name, revision, generation, personId }: DraftSaved): Promise<void> {
    const text = this.#text
    const together = text !== null && generation === text.generation
    if (together) {
      try {
        await text.catchUp() // their last words first
      } catch {
        return // told again with the next catching up
      }
    }
    this.#set({ saved: { name, revision, with: together, own: personId === this.#form.person.id } })
    this.#look()
  }

  #set(change: Partial<DraftingView>): void {
    this.#view = { ...this.#view, ...change }
    this.#tell(this.#view)
  }

  flush(): void {
    this.#text?.flush()
  }

  #stop(): void {
    for (const off of this.#off.splice(0).reverse()) off()
  }
  end(): void {
    this.#ended = true
    this.#stop()
  }
}

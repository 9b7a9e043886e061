import { Doc, encodeStateVector } from 'yjs'
import type { Ears, Opened, SharedText, Wire } from '../shared-text'
import { plantOf } from './plant'
import { Together } from './together'

export interface OpenShared {
  id: string
  person: { id: number; name: string }
  colour: string
  /** the tree a text that nobody has begun begins with */
  tree: object | string | undefined
  /** how long somebody who wants to write is made to wait, in ms */
  patience?: number
}

const nothing = encodeStateVector(new Doc())
const pause = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms) })

/**
 * Brings the shared text over, or begins it where the far end appoints this page to.
 * @returns null where no line comes about in time, or there is no right: then one writes alone, as ever
 */
export function openShared(wire: Wire, { id, person, colour, tree, patience = 6_000 }: OpenShared): Promise<SharedText | null> {
  return new Promise(resolve => {
    let text: Together | null = null
    let over = false
    const said: Parameters<Ears['onSaid']>[0][] = []
    const giveUp = (): void => {
      if (over || text) return
      over = true
      leave()
      resolve(null)
    }
    const begin = async (): Promise<void> => {
      for (;;) {
        const opened: Opened = await wire.open(nothing, null)
        if (over || text) return
        if (opened.kind === 'wait') {
          await pause(400)
          continue
        }
        const missing = opened.kind === 'text' ? opened.missing : plantOf(tree)
        if (opened.kind === 'plant') {
          try {
            await wire.plant(opened.generation, opened.token, missing)
          } catch (error) {
            // another page was appointed meanwhile: its text is the one
            if ((error as { code?: string }).code === 'Conflict') continue
            throw error
          }
        }
        if (over || text) return
        over = true
        clearTimeout(late)
        text = new Together(wire, { id, name: person.name, personId: person.id, colour, generation: opened.generation, base: opened.base, missing })
        text.keep(leave)
        for (const one of said) text.onSaid(one)
        return resolve(text)
      }
    }
    const late = setTimeout(giveUp, patience)
    const leave = wire.listen({
      onJoined: () => { if (text) text.onJoined(); else begin().catch(giveUp) },
      onLost: () => { text?.onLost() },
      onRefused: () => { if (text) text.onRefused(); else giveUp() },
      onSaid: one => { if (text) text.onSaid(one); else said.push(one) },
      onAnew: generation => { text?.onAnew(generation) },
    })
  })
}

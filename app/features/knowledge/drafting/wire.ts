import type { Opened, Wire } from '~/editor/shared-text'
import type { LiveConnection } from '~/platform/live/client'
import { MOST_PARTS, PART_BYTES } from '../drafting-facts'

/** What comes over a socket is an ArrayBuffer in browsers and a Buffer elsewhere. */
const bytesOf = (value: unknown): Uint8Array | null => (value instanceof Uint8Array ? value : value instanceof ArrayBuffer ? new Uint8Array(value) : null)
type Raw<T> = { [Key in keyof T]: T[Key] extends Uint8Array | null ? unknown : T[Key] }
interface SaidFact { articleId: number; generation: number; update: unknown; aware: unknown }
interface Joined { here?: { people: { id: number; name: string }[] } }

const pause = (ms: number): Promise<void> => new Promise(resolve => { setTimeout(resolve, ms) })

/** The house's socket as the line of a shared text. */
export function draftWire(live: LiveConnection, articleId: number, onHere: (people: { id: number; name: string }[]) => void): Wire {
  /** in parts, each waited for; asked to slow down it does */
  const inParts = async (generation: number, token: string | null, update: Uint8Array): Promise<void> => {
    const count = Math.max(1, Math.ceil(update.length / PART_BYTES))
    if (count > MOST_PARTS) throw Object.assign(new Error('too long'), { code: 'Invalid' })
    const key = crypto.randomUUID()
    for (let at = 0; at < count;) {
      try {
        await live.ask('draft:part', { articleId, generation, token, key, at, count, part: update.slice(at * PART_BYTES, (at + 1) * PART_BYTES) })
        at += 1
      } catch (error) {
        const { code, retryAfter } = error as { code?: string; retryAfter?: number }
        if (code !== 'TooMany') throw error
        await pause(Math.max(1, retryAfter ?? 1) * 1000)
      }
    }
  }
  return {
    listen: ears => {
      let joined = false
      const off = [
        live.on<SaidFact>('draft-said', said => {
          if (said.articleId === articleId) ears.onSaid({ generation: said.generation, update: bytesOf(said.update), aware: bytesOf(said.aware) })
        }),
        live.on<{ articleId: number; generation: number }>('draft-anew', anew => { if (anew.articleId === articleId) ears.onAnew(anew.generation) }),
        live.watch(({ status }) => {
          if (status === 'on' || !joined) return
          joined = false
          ears.onLost()
        }),
        live.join(`draft:${articleId}`, {
          onJoined: value => {
            joined = true
            const people = (value as Joined | undefined)?.here?.people
            if (people) onHere(people)
            ears.onJoined()
          },
          onRefused: () => { ears.onRefused() },
        }),
      ]
      return () => { for (const stop of off.splice(0).reverse()) stop() }
    },
    open: async (vector, generation) => {
      const opened = await live.ask<Raw<Opened>>('draft:open', { articleId, generation, vector })
      if (opened.kind !== 'text') return opened as Opened
      const { missing, vector: theirs } = opened as { missing: unknown; vector: unknown }
      const [lacking, has] = [bytesOf(missing), bytesOf(theirs)]
      if (!lacking || !has) throw new Error('not bytes')
      return { kind: 'text', generation: opened.generation, base: opened.base, missing: lacking, vector: has }
    },
    plant: (generation, token, update) => inParts(generation, token, update),
    say: async (generation, update, aware) => {
      if (update && update.length > PART_BYTES) {
        await inParts(generation, null, update)
        if (aware) await live.ask('draft:say', { articleId, generation, update: null, aware })
      } else await live.ask('draft:say', { articleId, generation, update, aware })
    },
  }
}

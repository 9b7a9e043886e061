import { z } from 'zod'
import { AppError, Conflict, Invalid, TooMany } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { liveMessage, type Asking, type LiveMessage, type LiveRoom } from '~/platform/live/contract.server'
import { emitTo } from '~/platform/live/server.server'
import { noteFiles } from './drafting-files.server'
import { closeDrafts, mayDraft, openDraft, plantDraft, takeSaid, type Said } from './drafting.server'
import { draftRoom, MOST_PARTS, PART_BYTES } from './drafting-facts'

const small = z.number().int().min(1).max(2_147_483_647)
const bytes = (most: number) => z.custom<Uint8Array>(value => value instanceof Uint8Array && value.length > 0 && value.length <= most)

/** Texts longer than one message, until their last part is here. Few, small, and forgotten soon. */
interface Arriving { parts: Uint8Array[]; at: number; personId: number }
const arriving = kept('article-live-parts', () => new Map<string, Arriving>())
const FORGET_MS = 30_000
const MOST_AT_ONCE = 3

function takePart(personId: number, { key, at, count, part }: { key: string; at: number; count: number; part: Uint8Array }): Uint8Array | null {
  const now = Date.now()
  for (const [name, one] of arriving) if (one.at < now - FORGET_MS) arriving.delete(name)
  const name = `${personId} ${key}`
  const one = at === 0 ? { parts: [], at: now, personId } : arriving.get(name)
  if (!one || one.parts.length !== at) throw new Invalid('http:invalid.format')
  if (at === 0 && [...arriving.values()].filter(other => other.personId === personId).length >= MOST_AT_ONCE) throw new TooMany(5)
  one.parts.push(part)
  if (at + 1 < count) arriving.set(name, one)
  else arriving.delete(name)
  return at + 1 < count ? null : Buffer.concat(one.parts)
}

/** What no page of ours sends ends the connection it came over, and no other. */
async function honest<T>(asking: Asking, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Invalid) asking.cut()
    throw error
  }
}

async function pass(asking: Asking, said: Said): Promise<Record<string, never>> {
  const heard = await takeSaid(asking.viewer, said)
  // before the others hear of it: they fetch it at once
  if (heard.update && asking.viewer.personId !== null) await noteFiles(said.articleId, said.generation, asking.viewer.personId, heard.update)
  asking.tellOthers(draftRoom(said.articleId), 'draft-said', heard)
  return {}
}

function inside(asking: Asking, articleId: number): void {
  if (!asking.isIn(draftRoom(articleId))) throw new AppError('NotFound', 404)
}

/** `draft:<id>`: who may edit the article writes here together with the others. */
export const draftingRoom: LiveRoom = {
  prefix: 'draft', presence: true, join: (viewer, id) => mayDraft(viewer, Number(id)), emptied: id => closeDrafts(Number(id)),
}

export const draftingMessages: Record<string, LiveMessage> = {
  'draft:open': liveMessage(z.object({ articleId: small, generation: small.nullable(), vector: bytes(PART_BYTES) }), (asking, input) => honest(asking, async () => {
    inside(asking, input.articleId)
    const { opened, anew } = await openDraft(asking.viewer, input)
    if (anew && opened.kind !== 'wait') emitTo(draftRoom(input.articleId), 'draft-anew', { articleId: input.articleId, generation: opened.generation })
    return opened
  })),
  'draft:say': liveMessage(z.object({ articleId: small, generation: small, update: bytes(PART_BYTES).nullable(), aware: bytes(2_048).nullable() }), (asking, input) => honest(asking, () => {
    inside(asking, input.articleId)
    return pass(asking, input)
  })),
  /** a change longer than one message; with a token the text that nobody had begun */
  'draft:part': liveMessage(z.object({ articleId: small, generation: small, token: z.string().max(40).nullable(), key: z.string().max(40), at: z.number().int().min(0).max(MOST_PARTS - 1), count: z.number().int().min(1).max(MOST_PARTS), part: bytes(PART_BYTES) }),
    (asking, { articleId, generation, token, ...piece }) => honest(asking, async () => {
      inside(asking, articleId)
      const { personId } = asking.viewer
      if (personId === null) throw new Conflict()
      const update = takePart(personId, piece)
      if (update && token === null) return pass(asking, { articleId, generation, update, aware: null })
      if (update && token !== null) {
        await plantDraft(asking.viewer, { articleId, generation, token, update })
        await noteFiles(articleId, generation, personId, update)
      }
      return {}
    })),
}

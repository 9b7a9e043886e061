import { modifyAwarenessUpdate } from 'y-protocols/awareness'
import { applyUpdate, ContentAny, ContentString, ContentType, decodeUpdate, diffUpdate, Doc, encodeStateAsUpdate, encodeStateVectorFromUpdate, Item } from 'yjs'
import { known } from './tree/validate.server'

/** Whether the bytes are a change of a text of ours: they can be read whole, and no node in them is unknown. Cheap: nothing is applied. */
export function isReadable(update: Uint8Array): boolean {
  try {
    return decodeUpdate(update).structs.every(struct => {
      if (!(struct instanceof Item) || struct.parentSub !== '__type') return true
      // a replaced or deleted one has no value any more
      if (!(struct.content instanceof ContentAny)) return !(struct.content instanceof ContentString) && !(struct.content instanceof ContentType)
      return struct.content.arr.every(type => typeof type === 'string' && (known.has(type) || type === 'root'))
    })
  } catch {
    return false
  }
}

/** The text with all changes in it, tidied. A change that cannot be applied is left out. */
export function mergedWith(state: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Doc()
  if (state) applyUpdate(doc, state)
  for (const update of updates) {
    try {
      applyUpdate(doc, update)
    } catch {
      // whoever sent it harms nobody else's words
    }
  }
  return encodeStateAsUpdate(doc)
}

/** What somebody with this state vector lacks. @returns null when the vector is none */
export function lackingOf(state: Uint8Array, vector: Uint8Array): { missing: Uint8Array; vector: Uint8Array } | null {
  try {
    return { missing: diffUpdate(state, vector), vector: encodeStateVectorFromUpdate(state) }
  } catch {
    return null
  }
}

/** A caret under the name and colour of who it really is. @returns null when it is none, or of several */
export function signedCaret(aware: Uint8Array, who: { personId: number; name: string; colour: string }): Uint8Array | null {
  let count = 0
  try {
    const signed = modifyAwarenessUpdate(aware, (state: unknown) => {
      count += 1
      if (typeof state !== 'object' || state === null) return null
      const { anchorPos = null, focusPos = null, focusing = false } = state as Record<string, unknown>
      return { anchorPos, focusPos, focusing: focusing === true, name: who.name, color: who.colour, awarenessData: { personId: who.personId } }
    })
    return count === 1 ? signed : null
  } catch {
    return null
  }
}

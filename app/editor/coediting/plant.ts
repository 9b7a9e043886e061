import { createYjsBinding, syncLexicalUpdateToYjs } from '@lexical/yjs'
import { createHeadlessEditor } from '@lexical/headless'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { nodes } from '../nodes/all'
import { ImageNode } from '../nodes/image-node'
import { startOf } from '../plugins/handle'

/** What belongs to one browser alone: a file on its way there. */
export const ownProperties = new Map([[ImageNode, new Set(['__upload'])]])

/** The first text of a shared one, out of the stored tree. Made by exactly one page: two of them would stand in it twice. */
export function plantOf(tree: object | string | undefined): Uint8Array {
  const doc = new Doc()
  const nothing = (): void => undefined
  const provider = { awareness: { getLocalState: () => null, getStates: () => new Map(), setLocalState: nothing, setLocalStateField: nothing, on: nothing, off: nothing }, connect: nothing, disconnect: nothing, on: nothing, off: nothing }
  const editor = createHeadlessEditor({ namespace: 'plant', nodes: [...(nodes ?? [])], onError: error => { throw error } })
  const binding = createYjsBinding({ doc, docMap: new Map(), editor, id: 'plant', excludedProperties: ownProperties })
  const stop = editor.registerUpdateListener(({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
    syncLexicalUpdateToYjs(binding, provider, prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags)
  })
  editor.setEditorState(editor.parseEditorState(startOf(tree)))
  stop()
  return encodeStateAsUpdate(doc)
}

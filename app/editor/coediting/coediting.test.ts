import { createHeadlessEditor } from '@lexical/headless'
import { createUndoManager, createYjsBinding, syncLexicalUpdateToYjs, syncYjsChangesToLexical, type Binding } from '@lexical/yjs'
import { $createParagraphNode, $createTextNode, $getRoot, SKIP_COLLAB_TAG, type LexicalEditor } from 'lexical'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, UndoManager, type Text as YText, type Transaction, type YEvent } from 'yjs'
import { nodes } from '../nodes/all'
import { $isCallout, $isFold, type FoldTitleNode } from '../nodes/box-nodes'
import { contentFromLexical, docFromMarkdown } from '../content.server'
import { isReadable, lackingOf, mergedWith, signedCaret } from '../coediting.server'
import { sharedColours } from '../shared-colours'
import type { Ears, Opened, SharedText, Wire } from '../shared-text'
import { openShared } from './open'
import { ownProperties, plantOf } from './plant'
import type { Together } from './together'

const tree = (...lines: string[]) => ({ root: { type: 'root', version: 1, children: lines.map(text => ({ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text }] })) } })
const refused = (code: string) => Object.assign(new Error(code), { code })

/** The far end in memory: one text, a page appointed to bring it, lines that can be cut. */
class FarEnd {
  state: Uint8Array | null = null
  appointed = ''
  planted = 0
  generation = 1
  lines = new Set<{ ears: Ears; cut: boolean }>()
  line() {
    const self: { ears: Ears; cut: boolean } = { ears: null as never, cut: false }
    const up = async () => { await Promise.resolve(); if (self.cut) throw refused('Offline') }
    const wire: Wire = {
      listen: ears => {
        self.ears = ears
        this.lines.add(self)
        queueMicrotask(() => { ears.onJoined() })
        return () => this.lines.delete(self)
      },
      open: async (vector, generation): Promise<Opened> => {
        await up()
        if (generation !== null && generation !== this.generation) throw refused('Conflict')
        if (this.state) return { kind: 'text', generation: this.generation, base: 1, ...lackingOf(this.state, vector)! }
        if (this.appointed) return { kind: 'wait' }
        this.appointed = 'token'
        return { kind: 'plant', generation: this.generation, base: 1, token: this.appointed }
      },
      plant: async (_, token, update) => {
        await up()
        if (this.state || token !== this.appointed) throw refused('Conflict')
        this.planted += 1
        this.state = mergedWith(null, [update])
      },
      say: async (generation, update, aware) => {
        await up()
        if (generation !== this.generation) throw refused('Conflict')
        if (update) this.state = mergedWith(this.state, [update])
        for (const other of this.lines) if (other !== self && !other.cut) other.ears.onSaid({ generation, update, aware })
      },
    }
    return { wire, cut: () => { self.cut = true; self.ears.onLost() }, mend: () => { self.cut = false; self.ears.onJoined() } }
  }
}

const open: SharedText[] = []
afterEach(() => { for (const text of open.splice(0)) text.close() })

interface Page { editor: LexicalEditor; text: Together; binding: Binding; undo: UndoManager; cut: () => void; mend: () => void; words: () => string; write: (line: string) => void }

/** A page without its document: the editor bound to the text as the plugin binds it. */
async function page(far: FarEnd, id: number, begin: object = tree('Awal')): Promise<Page> {
  const { wire, cut, mend } = far.line()
  const text = (await openShared(wire, { id: 'x', person: { id, name: `Orang ${id}` }, colour: '#1f7a8c', tree: begin })) as Together
  open.push(text)
  const editor = createHeadlessEditor({ nodes: [...(nodes ?? [])], onError: error => { throw error } })
  const binding = createYjsBinding({ doc: text.doc, docMap: new Map(), editor, id: 'x', excludedProperties: ownProperties })
  binding.root.getSharedType().observeDeep((events, transaction: Transaction) => {
    if (transaction.origin !== binding) syncYjsChangesToLexical(binding, text, events as YEvent<YText>[], transaction.origin instanceof UndoManager, () => undefined)
  })
  editor.registerUpdateListener(({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
    if (!tags.has(SKIP_COLLAB_TAG)) syncLexicalUpdateToYjs(binding, text, prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags)
  })
  const undo = createUndoManager(binding, binding.root.getSharedType())
  text.connect()
  const words = () => editor.getEditorState().read(() => $getRoot().getChildren().map(node => node.getTextContent()).join('|'))
  await vi.waitFor(() => { expect(words()).not.toBe('') })
  return { editor, text, binding, undo, cut, mend, words, write: line => { editor.update(() => { $getRoot().append($createParagraphNode().append($createTextNode(line))) }, { discrete: true }) } }
}

describe('two pages, one text', () => {
  test('opened at once it is begun once, and both see each other write', async () => {
    const far = new FarEnd()
    const [one, two] = await Promise.all([page(far, 1), page(far, 2)])
    expect(far.planted).toBe(1)
    expect([one.words(), two.words()]).toEqual(['Awal', 'Awal'])
    one.write('dari satu')
    two.write('dari dua')
    await vi.waitFor(() => {
      expect(one.words()).toBe(two.words())
      expect(one.words()).toMatch(/^Awal\|/)
      expect(one.words()).toContain('dari satu')
      expect(one.words()).toContain('dari dua')
    })
  })

  test('callouts and folded parts, their kind and their titles reach the other page, and what two write into one stands in it', async () => {
    const far = new FarEnd()
    const begin = docFromMarkdown('> [!TIP]\n> isi\n\n<details>\n<summary>Judul</summary>\n\ndalam\n\n</details>')
    const [one, two] = await Promise.all([page(far, 1, begin), page(far, 2, begin)])
    one.editor.update(() => { const [box] = $getRoot().getChildren(); if ($isCallout(box)) box.setKind('warning').append($createParagraphNode().append($createTextNode('dari satu'))) }, { discrete: true })
    two.editor.update(() => { const fold = $getRoot().getChildAtIndex(1); if ($isFold(fold)) fold.getFirstChild<FoldTitleNode>()?.append($createTextNode(' baru')) }, { discrete: true })
    const html = ({ editor }: Page) => contentFromLexical(JSON.stringify(editor.getEditorState())).html
    await vi.waitFor(() => {
      for (const at of [one, two]) expect(html(at)).toBe('<aside class="callout warning" role="note"><p class="kind">Peringatan</p><p>isi</p><p>dari satu</p></aside><details><summary>Judul baru</summary><p>dalam</p></details>')
    })
    expect(isReadable(far.state!)).toBe(true)
  })

  test('what both wrote without a line is in both when it is back, once', async () => {
    const far = new FarEnd()
    const one = await page(far, 1)
    const two = await page(far, 2)
    one.cut()
    two.cut()
    expect(one.text.state()).toBe('off')
    one.write('tanpa jaringan satu')
    two.write('tanpa jaringan dua')
    one.mend()
    two.mend()
    await vi.waitFor(() => {
      expect(one.words()).toBe(two.words())
      expect(one.words().match(/tanpa jaringan (satu|dua)/g)).toHaveLength(2)
    })
    const late = await page(far, 3)
    expect(late.words()).toBe(one.words())
  })

  test('undo takes back one’s own words and nobody else’s', async () => {
    const far = new FarEnd()
    const one = await page(far, 1)
    const two = await page(far, 2)
    one.write('milik satu')
    await vi.waitFor(() => { expect(two.words()).toContain('milik satu') })
    two.write('milik dua')
    await vi.waitFor(() => { expect(one.words()).toContain('milik dua') })
    one.undo.undo()
    await vi.waitFor(() => { expect(two.words()).toBe('Awal|milik dua') })
    one.undo.undo()
    await vi.waitFor(() => { expect(one.words()).toBe('Awal|milik dua') })
  })

  test('a text begun anew is another one: nothing is mixed, what stands on the page stays', async () => {
    const far = new FarEnd()
    const one = await page(far, 1)
    far.generation = 2
    far.state = plantOf(tree('Baru'))
    one.write('terlambat')
    await vi.waitFor(() => { expect(one.text.state()).toBe('apart') })
    expect(one.words()).toBe('Awal|terlambat')
    expect((await page(far, 2)).words()).toBe('Baru')
  })

  test('a page that goes while it was to bring the text does not keep the others', async () => {
    const far = new FarEnd()
    far.appointed = 'of somebody gone'
    const waiting = page(far, 1)
    setTimeout(() => { far.appointed = '' }, 300)
    expect((await waiting).words()).toBe('Awal')
  })

  test('without a line one writes alone', async () => {
    const { wire } = new FarEnd().line()
    expect(await openShared({ ...wire, listen: () => () => undefined }, { id: 'x', person: { id: 1, name: 'A' }, colour: '#1f7a8c', tree: tree('Awal'), patience: 30 })).toBeNull()
  })
})

describe('what the server believes', () => {
  const state = plantOf(tree('Awal'))
  test('bytes that are no change, or of a node nobody knows, are refused', () => {
    expect(isReadable(state)).toBe(true)
    expect(isReadable(state.slice(0, -7))).toBe(false)
    expect(isReadable(new Uint8Array([255, 255, 255, 255, 255, 255, 255]))).toBe(false)
    const doc = new Doc()
    doc.getMap('root').set('__type', 'iframe')
    expect(isReadable(encodeStateAsUpdate(doc))).toBe(false)
    expect(lackingOf(state, new Uint8Array([9, 9]))).toBeNull()
  })

  test('merging is the same in any order and however often', () => {
    const [a, b] = ['a', 'b'].map(word => {
      const doc = new Doc()
      applyUpdate(doc, state)
      const before = encodeStateVector(doc)
      doc.getText('note').insert(0, word)
      return encodeStateAsUpdate(doc, before)
    }) as [Uint8Array, Uint8Array]
    expect(mergedWith(mergedWith(state, [a]), [b, a])).toEqual(mergedWith(state, [b, a]))
  })

  test('a caret is under the name of who it is', async () => {
    const far = new FarEnd()
    const one = await page(far, 1)
    one.text.awareness.setLocalState({ name: 'Wali Kota', color: 'red', focusing: true, anchorPos: null, focusPos: null, awarenessData: {} })
    const { encodeAwarenessUpdate } = await import('y-protocols/awareness')
    const signed = signedCaret(encodeAwarenessUpdate(one.text.awareness, [one.text.doc.clientID]), { personId: 7, name: 'Ani', colour: '#1f7a8c' })
    expect(Buffer.from(signed!).toString()).toContain('"name":"Ani","color":"#1f7a8c","awarenessData":{"personId":7}')
    expect(Buffer.from(signed!).toString()).not.toContain('Wali Kota')
    expect(signedCaret(new Uint8Array([200, 1]), { personId: 7, name: 'Ani', colour: '' })).toBeNull()
  })
})

test('colours keep their contrast on light and dark, and under white words', () => {
  const light = (hex: string) => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at]!, 0)
  for (const colour of sharedColours) {
    expect(1.05 / (light(colour) + 0.05), `${colour} under white`).toBeGreaterThanOrEqual(4.5)
    expect((light(colour) + 0.05) / (light('#1b2122') + 0.05), `${colour} on dark`).toBeGreaterThanOrEqual(3)
  }
})

import { act, render, screen } from '@testing-library/react'
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, DELETE_CHARACTER_COMMAND, INSERT_PARAGRAPH_COMMAND, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, type ElementNode, type LexicalEditor, type LexicalNode } from 'lexical'
import { $generateNodesFromDOM } from '@lexical/html'
import { describe, expect, test } from 'vitest'
import { contentFromLexical, contentFromMarkdown } from './content.server'
import Editor from './Editor'
import { $createCallout, $createFold } from './nodes/box-nodes'
import { cleanPaste } from './plugins/clean-paste'

interface Open { editor: LexicalEditor; html: () => string; word: () => Element | null; caret: (path: readonly number[], offset?: number) => void; type: (words: string) => Promise<void>; run: (what: () => void) => void; at: () => string }

/** The editor of an article with this text in it. */
function open(markdown: string, boxes = true): Open {
  let json = ''
  const { container } = render(<Editor namespace="uji" label="Isi" placeholder="Tulis" boxes={boxes} initialDoc={contentFromMarkdown(markdown).doc} onChange={doc => { json = doc }} onSubmit={() => undefined} />)
  const root = container.querySelector('[contenteditable]') as Element & { __lexicalEditor: LexicalEditor }
  const editor = root.__lexicalEditor
  const run = (what: () => void): void => { act(() => { editor.update(what, { discrete: true }) }) }
  const $node = (path: readonly number[]): LexicalNode => path.reduce<LexicalNode>((node, index) => ($isElementNode(node) ? node.getChildAtIndex(index) : null) ?? node, $getRoot())
  return {
    editor, run, html: () => contentFromLexical(json).html, word: () => container.querySelector('.callout'),
    caret: (path, offset = 0) => { run(() => { ($node(path) as ElementNode).select(offset, offset) }) },
    // a letter at a time, as it is typed
    type: async words => {
      for (const letter of words) await act(async () => {
        editor.update(() => { const selection = $getSelection(); if ($isRangeSelection(selection)) selection.insertText(letter) }, { discrete: true })
        // what a shortcut makes of it comes a moment later
        await new Promise(resolve => { setTimeout(resolve) })
      })
    },
    at: () => editor.read(() => { const selection = $getSelection(); return $isRangeSelection(selection) ? selection.anchor.getNode().getParents().map(node => node.getType()).reverse().concat(selection.anchor.getNode().getType()).join(' ') : '' }),
  }
}
const press = (name: string): void => { act(() => { screen.getByRole('button', { name }).click() }) }
const key = (what: string): KeyboardEvent => new KeyboardEvent('keydown', { key: what, cancelable: true })
const aside = (kind: string, word: string, inner: string): string => `<aside class="callout ${kind}" role="note"><p class="kind">${word}</p>${inner}</aside>`

test('what is stored is what the editor makes of it, and its words are seen while it is written', () => {
  const markdown = '> [!TIP]\n> ## Judul\n>\n> - a\n\n<details>\n<summary>Luar **b**</summary>\n\n> [!WARNING]\n> isi\n\nakhir\n\n</details>'
  const { html, word } = open(markdown)
  expect(html()).toBe(contentFromMarkdown(markdown).html)
  expect(word()?.getAttribute('data-word')).toBe('Kiat')
  expect(word()?.getAttribute('aria-label')).toBe('Kiat')
})

describe('the toolbar', () => {
  test('offers boxes to articles only', () => {
    open('x', false)
    expect(screen.queryByRole('button', { name: 'Kotak perhatian' })).toBeNull()
  })

  test('puts the chosen blocks into a callout, changes its kind and takes it away', async () => {
    const { html, caret, run } = open('satu\n\ndua\n\n- tiga\n\nempat')
    run(() => { const [, from, to] = $getRoot().getChildren<ElementNode>(); from?.selectStart(); const selection = $getSelection(); const end = to?.getLastDescendant(); if ($isRangeSelection(selection) && end) selection.focus.set(end.getKey(), 4, 'text') })
    press('Kotak perhatian')
    await Promise.resolve()
    expect(html()).toBe(`<p>satu</p>${aside('note', 'Catatan', '<p>dua</p><ul><li>tiga</li></ul>')}<p>empat</p>`)
    caret([1, 0])
    press('Peringatan')
    await Promise.resolve()
    expect(html()).toContain(aside('warning', 'Peringatan', '<p>dua</p><ul><li>tiga</li></ul>'))
    press('Lepas kotak')
    await Promise.resolve()
    expect(html()).toBe('<p>satu</p><p>dua</p><ul><li>tiga</li></ul><p>empat</p>')
  })

  test('makes a folded part with the caret in its title, and a line to go on below', async () => {
    const { html, caret, at, type } = open('satu')
    caret([0])
    press('Bagian yang dapat dilipat')
    await Promise.resolve()
    expect(at()).toBe('root fold fold-title')
    await type('Judul # ini')
    expect(html()).toBe('<details><summary>Judul # ini</summary><p>satu</p></details>')
    press('Lepas lipatan')
    await Promise.resolve()
    expect(html()).toBe('<p>Judul # ini</p><p>satu</p>')
  })
})

describe('while typing', () => {
  test('[!TIP] begins a callout, also in a quotation; <details> a folded part', async () => {
    const { html, caret, type, at } = open('x')
    caret([0], 0)
    await type('[!tip] ')
    expect(html()).toBe(aside('tip', 'Kiat', '<p>x</p>'))
    caret([1])
    await type('> ')
    await type('[!PERINGATAN] awas')
    expect(html()).toBe(aside('tip', 'Kiat', '<p>x</p>') + aside('warning', 'Peringatan', '<p>awas</p>'))
    caret([2])
    await type('<details> ')
    expect(at()).toBe('root fold fold-title')
  })

  test('signs of lists and headings in a title stay signs', async () => {
    const { html, caret, type } = open('<details>\n<summary></summary>\n\nx\n\n</details>')
    caret([0, 0])
    await type('- # > judul')
    expect(html()).toBe('<details><summary>- # &gt; judul</summary><p>x</p></details>')
  })

  test('a third level stays words', async () => {
    const { html, caret, type } = open('> [!TIP]\n> > [!NOTE]\n> > x')
    caret([0, 0, 0])
    await type('[!tip] ')
    expect(html()).toBe(aside('tip', 'Kiat', aside('note', 'Catatan', '<p>[!tip] x</p>')))
  })

  test('without the offer they stay words', async () => {
    const { html, caret, type } = open('x', false)
    caret([0])
    await type('[!tip] ')
    expect(html()).toBe('<p>[!tip] x</p>')
  })
})

describe('keys', () => {
  const enter = (editor: LexicalEditor): void => { act(() => { editor.update(() => { editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined) }, { discrete: true }) }) }
  const back = (editor: LexicalEditor): void => { act(() => { editor.update(() => { editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true) }, { discrete: true }) }) }

  test('Enter leads from the title into the part, on an empty last line out of it', async () => {
    const { editor, html, caret, type, at } = open('<details>\n<summary>Judul</summary>\n\n</details>')
    caret([0, 0], 1)
    enter(editor)
    expect(at()).toBe('root fold paragraph')
    await type('isi')
    enter(editor)
    enter(editor)
    await type('luar')
    expect(html()).toBe('<details><summary>Judul</summary><p>isi</p></details><p>luar</p>')
    caret([0, 0, 0], 0)
    enter(editor)
    expect(html()).toBe('<details><summary>Rincian</summary><p>Judul</p><p>isi</p></details><p>luar</p>')
  })

  test('Backspace at the beginning of a box takes the box away and no word', () => {
    const { editor, html, caret } = open('> [!TIP]\n> satu\n>\n> dua\n\n<details>\n<summary>Judul</summary>\n\nisi\n\n</details>\n\nakhir')
    caret([2])
    back(editor)
    expect(html()).toContain('</details><p>akhir</p>')
    caret([1, 0], 0)
    back(editor)
    caret([0, 0], 0)
    back(editor)
    expect(html()).toBe('<p>satu</p><p>dua</p><p>Judul</p><p>isi</p><p>akhir</p>')
  })

  test('arrows leave a box that begins or ends the text', async () => {
    const { editor, html, caret, type } = open('> [!TIP]\n> satu')
    caret([0, 0], 1)
    act(() => { editor.dispatchCommand(KEY_ARROW_DOWN_COMMAND, key('ArrowDown')) })
    await type('bawah')
    caret([0, 0], 0)
    act(() => { editor.dispatchCommand(KEY_ARROW_UP_COMMAND, key('ArrowUp')) })
    await type('atas')
    expect(html()).toBe(`<p>atas</p>${aside('tip', 'Kiat', '<p>satu</p>')}<p>bawah</p>`)
  })

  test('what has no place is put in order: words, second titles, a part without title', () => {
    const { html, run } = open('x')
    run(() => { $getRoot().append($createCallout('tip').append($createTextNode('lepas'), $createParagraphNode().append($createTextNode('a'))), $createFold().append($createParagraphNode().append($createTextNode('b')))) })
    expect(html()).toBe(`<p>x</p>${aside('tip', 'Kiat', '<p>lepas</p><p>a</p>')}<details><summary>Rincian</summary><p>b</p></details>`)
  })
})

describe('pasted', () => {
  const pasted = (html: string): string => {
    const { editor, html: stored, run } = open('x')
    run(() => { $getRoot().clear().append(...$generateNodesFromDOM(editor, cleanPaste(html))) })
    return stored()
  }
  test.each<[string, string, string]>([
    ['ours', '<aside class="callout warning" role="note"><p class="kind">Peringatan</p><p>a <b>b</b></p></aside>', aside('warning', 'Peringatan', '<p>a <strong>b</strong></p>')],
    ['of GitHub', '<div class="markdown-alert markdown-alert-caution"><p class="markdown-alert-title"><svg></svg>Caution</p><p>a</p></div>', aside('warning', 'Peringatan', '<p>a</p>')],
    ['of manuals', '<div class="admonition hint"><p class="admonition-title">Hint</p><ul><li>a</li></ul></div>', aside('tip', 'Kiat', '<ul><li>a</li></ul>')],
    ['bare', '<aside>a <b>b</b><p>c</p>d</aside>', aside('note', 'Catatan', '<p>a <strong>b</strong></p><p>c</p><p>d</p>')],
    ['a folded part', '<details open class="x" ontoggle="x"><summary><h3>Judul <i>m</i></h3></summary>a<p>b</p></details>', '<details><summary>Judul <em>m</em></summary><p>a</p><p>b</p></details>'],
    ['one in another', '<details><summary>a</summary><details><summary>b</summary><p>c</p></details></details>', '<details><summary>a</summary><details><summary>b</summary><p>c</p></details></details>'],
    ['without title', '<details><p>b</p></details>', '<details><summary>Rincian</summary><p>b</p></details>'],
    ['in a list', '<ul><li>x<aside><p>a</p></aside><details><summary>b</summary><p>c</p></details></li></ul>', '<ul><li>x<br />a<br />b<br />c</li></ul>'],
  ])('%s', (_, html, wanted) => {
    expect(pasted(html)).toBe(wanted)
  })
})

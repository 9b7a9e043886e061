import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createRef } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { ComposerField, type ComposerFieldProps, type EditorHandle } from './ComposerField'
import { contentFromLexical, contentFromMarkdown } from './content.server'
import Editor from './Editor'

const field = (more: Partial<ComposerFieldProps> = {}) => <form><ComposerField namespace="uji" label="Balasan" placeholder="Tulis" {...more} /></form>
const lexical = { root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: 'halo', format: 1 }] }] } }

describe('without JavaScript', () => {
  test('is a labelled text area with a hint, the words kept and the mistake beside it', () => {
    const html = renderToString(field({ defaultMarkdown: 'sudah **ditulis**', error: 'Terlalu panjang.' }))
    expect(html).toMatch(/<textarea[^>]*name="markdown"[^>]*>sudah \*\*ditulis\*\*<\/textarea>/)
    expect(html).toMatch(/role="alert">Terlalu panjang\./)
    expect(html).toMatch(/aria-invalid="true"/)
    expect(html).toContain('**tebal**')
    expect(html).not.toContain('name="doc"')
  })
})

describe('once alive', () => {
  test('entering it brings the editor and the words that were typed', async () => {
    const change = vi.fn()
    const { container } = render(field({ defaultMarkdown: '', onChange: change }))
    const area = screen.getByLabelText('Balasan')
    expect(area.tagName).toBe('TEXTAREA')
    if (area instanceof HTMLTextAreaElement) area.value = '## Judul\n\n- satu'
    fireEvent.focus(area)
    await waitFor(() => { expect(container.querySelector('[contenteditable=true]')).not.toBeNull() }, { timeout: 20_000 })
    const doc = JSON.parse(container.querySelector<HTMLInputElement>('input[name=doc]')?.value ?? '{}') as typeof lexical
    expect(doc.root.children.map(node => node.type)).toEqual(['heading', 'list'])
    expect(container.querySelector('textarea')).toBeNull()
    await waitFor(() => { expect(change).toHaveBeenCalledWith(expect.objectContaining({ isEmpty: false, untouched: false })) })
  })

  test('what it only began with is said to be untouched: a template nobody wrote in is no draft', async () => {
    const change = vi.fn()
    render(field({ defaultMarkdown: '## Tujuan', autoOpen: true, onChange: change }))
    await waitFor(() => { expect(change).toHaveBeenCalled() }, { timeout: 20_000 })
    expect(change.mock.calls.every(([value]) => (value as { untouched?: boolean }).untouched)).toBe(true)
  })

  test('nothing can be typed between the reading of the text area and the change of hands', async () => {
    const { container } = render(field({}))
    const area = screen.getByRole<HTMLTextAreaElement>('textbox')
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
    let gone = false
    Object.defineProperty(area, 'value', {
      configurable: true, set: (text: string) => { value?.set?.call(area, text) },
      get: () => { queueMicrotask(() => { gone = !area.isConnected }); return value?.get?.call(area) as string },
    })
    fireEvent.change(area, { target: { value: 'satu dua ' } })
    act(() => { area.focus() })
    await waitFor(() => { expect(area.isConnected).toBe(false) }, { timeout: 20_000 })
    expect(gone).toBe(true)
    expect(container.querySelector('[contenteditable=true]')?.textContent).toBe('satu dua ')
  })

  test('an untouched text area gives way to the stored tree', async () => {
    const { container } = render(field({ defaultMarkdown: '**halo**', defaultDoc: lexical, autoOpen: true }))
    await waitFor(() => { expect(container.querySelector('[contenteditable=true]')?.textContent).toBe('halo') }, { timeout: 20_000 })
  })

  test('a quotation asked for before the editor is there opens it and arrives', async () => {
    const handle = createRef<EditorHandle>()
    const { container } = render(field({ handle }))
    act(() => { handle.current?.insertQuote({ name: 'Ratna', number: 2, threadId: 12, text: 'kutip' }) })
    await waitFor(() => { expect(container.querySelector<HTMLInputElement>('input[name=doc]')?.value).toContain('post-quote') }, { timeout: 20_000 })
  })

  test('what is sent stays what was written when the page around is drawn again', async () => {
    const handle = createRef<EditorHandle>()
    const { container, rerender } = render(field({ handle, autoOpen: true }))
    const sent = () => container.querySelector<HTMLInputElement>('input[name=doc]')?.value
    await waitFor(() => { expect(sent()).toBe('') }, { timeout: 20_000 })
    act(() => { handle.current?.insertQuote({ name: 'Ratna', number: 2, threadId: 12, text: 'kutip' }) })
    await waitFor(() => { expect(sent()).toContain('post-quote') })
    rerender(field({ handle, autoOpen: true, placeholder: 'Lain' }))
    expect(sent()).toContain('post-quote')
  })

  test('an empty editor sends an empty tree', async () => {
    const { container } = render(field({ autoOpen: true }))
    await waitFor(() => { expect(container.querySelector('[contenteditable=true] p')).not.toBeNull() }, { timeout: 20_000 })
    expect(container.querySelector<HTMLInputElement>('input[name=doc]')?.value).toBe('')
  })
})

describe('the toolbar', () => {
  const open = (more: Partial<Parameters<typeof Editor>[0]> = {}) => render(<Editor namespace="uji" label="Balasan" placeholder="Tulis" initialDoc={lexical} onChange={() => undefined} onSubmit={() => undefined} {...more} />)
  const keys = (): HTMLElement[] => screen.getAllByRole('button')
  const focused = (): string | undefined => (document.activeElement as HTMLElement | null)?.dataset.key

  test('is one tab stop; arrows, Home and End move inside it', () => {
    open()
    const bar = screen.getByRole('toolbar', { name: 'Bentuk tulisan' })
    expect(bar.getAttribute('aria-controls')).toBe(screen.getByRole('textbox').id)
    const stops = (): HTMLElement[] => keys().filter(key => key.tabIndex === 0)
    expect(stops().map(key => key.dataset.key)).toEqual(['bold'])
    act(() => { stops()[0]?.focus() })
    const press = (key: string): void => { fireEvent.keyDown(document.activeElement ?? bar, { key }) }
    press('ArrowRight')
    expect(focused()).toBe('italic')
    press('End')
    expect(focused()).toBe('redo')
    press('ArrowRight')
    expect(focused()).toBe('bold')
    press('ArrowLeft')
    press('Home')
    expect(focused()).toBe('bold')
    expect(stops()).toHaveLength(1)
  })

  test('every key has a name, and only what is possible is shown', () => {
    open()
    for (const key of keys()) expect(key.getAttribute('aria-label') ?? key.textContent).toBeTruthy()
    expect(keys().map(key => key.dataset.key)).not.toContain('file')
    cleanup()
    open({ uploadFile: () => new Promise(() => undefined), searchPeople: () => Promise.resolve([]) })
    expect(keys().map(key => key.dataset.key)).toEqual(expect.arrayContaining(['file', 'mention']))
  })

  test('Alt+F10 leads from the text to it', () => {
    open()
    const text = screen.getByRole('textbox')
    act(() => { text.focus() })
    fireEvent.keyDown(text, { key: 'F10', altKey: true })
    expect(focused()).toBe('bold')
  })
})

test('both doors give the same content: what the editor makes of a stored tree is stored as the same HTML', async () => {
  const markdown = '## Judul\n\n**a** *b* ~~c~~ `d` [e](https://e.id/x) [@Sri](/orang/sri "3")\nbaris\n\n> [Ratna di #2](/forum/t/12/-/2)\n> kutip\n\n- a\n  - b\n\n3. c\n\n- [x] d\n- [ ] e\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![foto](/berkas/abcd1234 "640x480")\n\n```js\nlet a\n\tb\n```\n\n---\n\nakhir'
  const stored = contentFromMarkdown(markdown)
  let json = ''
  render(<Editor namespace="uji" label="Balasan" placeholder="Tulis" initialDoc={stored.doc} onChange={doc => { json = doc }} onSubmit={() => undefined} />)
  await waitFor(() => { expect(json).not.toBe('') })
  const again = contentFromLexical(json)
  expect(again.html).toBe(stored.html)
  expect(again.doc).toEqual(stored.doc)
  expect(again).toMatchObject({ mentions: [3], uploads: ['abcd1234'] })
})

test('the handle quotes, clears and replaces', async () => {
  const handle = createRef<EditorHandle>()
  let json = ''
  render(<Editor namespace="uji" label="Balasan" placeholder="Tulis" initialDoc={lexical} handle={handle} onChange={doc => { json = doc }} onSubmit={() => undefined} />)
  act(() => { handle.current?.insertQuote({ name: 'Ratna', number: 2, threadId: 12, text: 'satu\ndua' }) })
  await waitFor(() => { expect(json).toContain('post-quote') })
  const children = (JSON.parse(json) as { root: { children: { type: string; cite?: object }[] } }).root.children
  expect(children.map(node => node.type)).toEqual(['paragraph', 'post-quote', 'paragraph'])
  expect(children[1]?.cite).toEqual({ threadId: 12, number: 2, name: 'Ratna' })
  act(() => { handle.current?.clear() })
  await waitFor(() => { expect(json).not.toContain('halo') })
  act(() => { handle.current?.setDoc(lexical) })
  await waitFor(() => { expect(json).toContain('halo') })
})

import { describe, expect, test } from 'vitest'
import { contentFromLexical, contentFromMarkdown, markdownFromDoc } from './content.server'
import { sanitise } from './tree/sanitise.server'

type Node = Record<string, unknown>
const root = (...children: Node[]): Node => ({ root: { type: 'root', version: 1, children } })
const p = (...children: Node[]): Node => ({ type: 'paragraph', version: 1, children })
const t = (text: string, format = 0): Node => ({ type: 'text', version: 1, text, format })
const br: Node = { type: 'linebreak', version: 1 }
const item = (...children: Node[]): Node => ({ type: 'listitem', version: 1, children })
const list = (listType: string, ...children: Node[]): Node => ({ type: 'list', version: 1, listType, children })
const cell = (headerState: number, ...children: Node[]): Node => ({ type: 'tablecell', version: 1, headerState, children: [p(...children)] })
const row = (...children: Node[]): Node => ({ type: 'tablerow', version: 1, children })
const table = (...children: Node[]): Node => ({ type: 'table', version: 1, children })
const link = (url: string, ...children: Node[]): Node => ({ type: 'link', version: 1, url, children })
const image: Node = { type: 'image', version: 1, slug: 'abcd1234', alt: 'Loket [2] "baru"', width: 640, height: 480 }
const mention: Node = { type: 'mention', version: 1, personId: 12, name: 'Sri Wahyuni', slug: 'sri-wahyuni' }

const callout = (kind: string, ...children: Node[]): Node => ({ type: 'callout', version: 1, kind, children })
const fold = (title: Node[], ...children: Node[]): Node => ({ type: 'fold', version: 1, children: [{ type: 'fold-title', version: 1, children: title }, ...children] })

const cases: Record<string, Node[]> = {
  paragraph: [p(t('satu')), p(t('dua'))],
  'line breaks': [p(t('satu'), br, t('dua'), br, br, t('tiga'))],
  heading: [{ type: 'heading', tag: 'h2', children: [t('Judul '), t('tebal', 1)] }, { type: 'heading', tag: 'h3', children: [t('Anak #judul')] }],
  formats: [p(t('a'), t('b', 1), t('c', 2), t('d', 4), t('e', 16), t('f', 3), t('g', 7), t('h', 5), t('i', 17), t('j'))],
  'overlapping formats': [p(t('a', 1), t('b', 3), t('c', 2), t(' d '), t('e', 2), t('f', 1), t('g', 6), t('h', 4))],
  'formats with punctuation': [p(t('kata'), t('"kutip".', 1), t('kata'))],
  'signs that mean something': [p(t('* _ ` ~~ [x](y) <b> \\ # > - + 1. | ![a] snake_case_here **x** https://a.id <!-- --> <br>'))],
  'signs at the beginning': [p(t('# x')), p(t('> x')), p(t('- x')), p(t('+ x')), p(t('* x')), p(t('1. x')), p(t('12) x')), p(t('---')), p(t('***')), p(t('```')), p(t('~~~')), p(t('| a | b |'), br, t('|---|---|')), p(t('===')), p(t('- [ ] x'))],
  'code in a line': [p(t('a`b', 16), t(' '), t('``', 16), t(' '), t(' x ', 16), t(' '), t('a\\', 16))],
  code: [{ type: 'code', language: 'js', children: [t('let a = `x`\n\n```\n# b')] }, { type: 'code', language: null, children: [t('  awal')] }],
  quote: [{ type: 'post-quote', cite: null, children: [t('satu'), br, t('dua'), br, br, t('tiga', 1)] }],
  'quote with its source': [{ type: 'post-quote', cite: { threadId: 12, number: 2, name: 'Ratna [Zega] *' }, children: [t('# Papan')] }, p(t('ya'))],
  list: [list('bullet', item(t('a')), item(t('b', 1), br, t('- c')))],
  'nested lists': [list('bullet', item(t('a')), item(list('number', item(t('b')), item(list('bullet', item(t('c')))), item(t('d')))), item(t('e')))],
  'numbered list from 4': [{ ...list('number', item(t('a')), item(t('b'))), start: 4 }],
  'check list': [list('check', { ...item(t('a')), checked: true }, item(t('b')))],
  'lists beside each other': [list('bullet', item(t('a'))), list('number', item(t('b'))), list('check', item(t('c'))), list('check', item(t('d')))],
  links: [p(link('https://a.id/', t('a'), t('b', 1)), t(' '), link('https://b.id/', t('https://b.id/')), t(' '), link('/x_(y)', t('c')), t(' '), link('mailto:a@b.id', t('surat')), t(' '), link('https://c.id/?a=1&b=*x*', t('d')))],
  'link around a picture': [p(link('/x', image))],
  'formats around a link': [p(t('a', 1), link('/x', t('b', 1)), t('c', 1))],
  picture: [p(image), p({ ...image, width: null, height: null, alt: '' })],
  mention: [p(t('Pak '), mention, t(', mohon'))],
  table: [table(row(cell(1, t('A')), cell(1, t('B'))), row(cell(0, t('a | b', 1)), cell(0, t('c'), br, t('d'))), row(cell(0), cell(0, link('/x', t('e')))))],
  'table without head': [table(row(cell(0, t('a')), cell(0, t('b'))), row(cell(0, t('c')), cell(0, t('d'))))],
  callouts: [callout('note', p(t('a'), br, t('b')), p(t('c'))), callout('warning', p(t('d'))), { type: 'post-quote', cite: null, children: [t('[!TIP]')] }, callout('tip', { type: 'post-quote', cite: null, children: [t('kutip')] })],
  'callout with everything': [callout('important', { type: 'heading', tag: 'h3', children: [t('Judul')] }, list('bullet', item(t('a')), item(list('number', item(t('b'))))), list('bullet', item(t('c'))), { type: 'code', language: null, children: [t('  x\n\n> y')] }, table(row(cell(1, t('A'))), row(cell(0, t('1')))), p(image), { type: 'horizontalrule' })],
  'folded parts': [fold([t('Judul '), t('tebal', 1), t(' <b> &')], p(t('isi')), list('bullet', item(t('a')))), fold([], p(t('tanpa judul'))), fold([t('kosong')], p()), p(t('<details>')), p(t('</details>'))],
  'boxes in boxes': [fold([t('luar')], { type: 'code', language: null, children: [t('</details>\n<details>\n<summary>x</summary>')] }, callout('tip', p(t('a')), list('check', item(t('b')))), fold([t('dalam')], p(t('c'))), p(t('d'))), callout('note', fold([t('e')], p(t('f'))), callout('warning', p(t('g'))))],
  rule: [p(t('a')), { type: 'horizontalrule' }, p(t('b'))],
}

describe('tree to Markdown and back', () => {
  test.each(Object.entries(cases))('%s', (_, nodes) => {
    const first = contentFromLexical(root(...nodes))
    const markdown = markdownFromDoc(first.doc)
    expect(contentFromMarkdown(markdown).doc, markdown).toEqual(first.doc)
  })

  test('spaces at the edges of a format move out of it', () => {
    const markdown = markdownFromDoc(contentFromLexical(root(p(t('satu '), t('dua ', 1), t('tiga'), t(' empat', 2), t('!')))).doc)
    expect(markdown).toBe('satu **dua** tiga *empat*!')
  })

  test('random words and formats', () => {
    let seed = 7
    const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below
    const bits = ['a', 'b c', ' d', 'e ', '*', '_', '**x', '~~', '`', '[', ']', '(x)', '<', '>', '#', '- ', '1. ', '|', '\\', 'é', '.', '"', '!', '![', 'https://x.id', '@', '&amp;', ':']
    for (let round = 0; round < 3000; round++) {
      const parts = Array.from({ length: 1 + next(6) }, () => (next(9) === 0 ? br : next(9) === 0 ? link('/x', t('tautan', [0, 1, 2][next(3)])) : t(Array.from({ length: 1 + next(3) }, () => bits[next(bits.length)]).join(''), [0, 0, 1, 2, 3, 4, 5, 7, 16][next(9)])))
      const first = contentFromLexical(root(p(t('x'), ...parts, t('x'))))
      const markdown = markdownFromDoc(first.doc)
      const second = contentFromMarkdown(markdown)
      // spaces change their format on the way, nothing else
      const plain = (html: string): string => html.replace(/<(\/?)(strong|em|s)>/g, '').replace(/\s+/g, ' ').replace(/ ?<br \/> ?/g, '<br />')
      expect(plain(second.html), markdown).toBe(plain(first.html))
      expect(sanitise(first.html)).toBe(first.html)
      expect(markdownFromDoc(second.doc)).toBe(markdownFromDoc(contentFromMarkdown(markdownFromDoc(second.doc)).doc))
    }
  })
})

describe('HTML', () => {
  test.each(Object.entries(cases))('%s passes the allow-list unchanged', (_, nodes) => {
    const { html } = contentFromLexical(root(...nodes))
    expect(sanitise(html)).toBe(html)
    expect(html).not.toMatch(/<span(?! class="tick")|<b>|style=|<p><\/p>/)
  })

  test('is tidy', () => {
    expect(contentFromLexical(root(p(), p(br, t('a', 3), br), p())).html).toBe('<p><strong><em>a</em></strong></p>')
    expect(contentFromMarkdown('| A | B |\n|-|-|\n| 1 | 2 |').html).toBe('<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>')
    expect(contentFromMarkdown('- [x] a\n- [ ] b').html).toBe('<ul class="checklist"><li class="done"><span class="tick">☑</span> a</li><li><span class="tick">☐</span> b</li></ul>')
    expect(contentFromMarkdown('![Loket](/berkas/abcd1234 "640x480")').html).toBe('<p><img src="/berkas/abcd1234" alt="Loket" width="640" height="480" loading="lazy" decoding="async" /></p>')
    expect(contentFromMarkdown('> [Ratna di #2](/forum/t/12/-/2)\n> ya').html).toBe('<blockquote><cite><a href="/forum/t/12/-/2">Ratna di #2</a></cite><p>ya</p></blockquote>')
  })

  test('names who and what it uses, once each', () => {
    const content = contentFromLexical(root(p(mention, mention, image, link('/berkas/efgh5678?unduh=1', t('surat.pdf'))), list('bullet', item(image)), table(row(cell(0, { ...mention, personId: 13 })))))
    expect(content.mentions).toEqual([12, 13])
    expect(content.uploads).toEqual(['abcd1234', 'efgh5678'])
    expect(content.text).toContain('@Sri Wahyuni')
  })
})

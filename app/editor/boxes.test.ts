import { describe, expect, test } from 'vitest'
import { contentFromMarkdown, htmlIn, markdownFromDoc } from './content.server'

const html = (markdown: string): string => contentFromMarkdown(markdown).html
const aside = (kind: string, word: string, inner: string): string => `<aside class="callout ${kind}" role="note"><p class="kind">${word}</p>${inner}</aside>`

describe('callouts in Markdown', () => {
  test.each([
    ['NOTE', 'note', 'Catatan'], ['TIP', 'tip', 'Kiat'], ['IMPORTANT', 'important', 'Penting'], ['WARNING', 'warning', 'Peringatan'], ['CAUTION', 'warning', 'Peringatan'],
    ['warning', 'warning', 'Peringatan'], ['kiat', 'tip', 'Kiat'], ['Penting', 'important', 'Penting'], ['PERINGATAN', 'warning', 'Peringatan'], ['catatan', 'note', 'Catatan'],
  ])('> [!%s] is named in words', (name, kind, word) => {
    expect(html(`> [!${name}]\n> isi`)).toBe(aside(kind, word, '<p>isi</p>'))
  })

  test('hold paragraphs, lists, headings, quotations and code', () => {
    expect(html('sebelum\n> [!TIP]\n> satu\n> dua\n>\n> ## Judul\n>\n> - a\n>   - b\n>\n> > kutip\n>\n> ```\n> > x\n> ```\n\nsesudah')).toBe(
      `<p>sebelum</p>${aside('tip', 'Kiat', '<p>satu<br />dua</p><h2>Judul</h2><ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>kutip</p></blockquote><pre><code>&gt; x</code></pre>')}<p>sesudah</p>`)
  })

  test.each([['> [!LAIN]\n> isi', '<blockquote><p>[!LAIN]<br />isi</p></blockquote>'], ['> [!TIP] isi', '<blockquote><p>[!TIP] isi</p></blockquote>'], ['> \\[!TIP]\n> isi', '<blockquote><p>[!TIP]<br />isi</p></blockquote>'], ['[!TIP]', '<p>[!TIP]</p>']])('%j is none', (markdown, wanted) => {
    expect(html(markdown)).toBe(wanted)
  })

  test('a third level leaves what stands in it', () => {
    expect(html('> [!TIP]\n> > [!NOTE]\n> > > [!WARNING]\n> > > dalam')).toBe(aside('tip', 'Kiat', aside('note', 'Catatan', '<blockquote><p>dalam</p></blockquote>')))
  })
})

describe('folded parts in Markdown', () => {
  test.each([
    '<details>\n<summary>Judul *miring*</summary>\n\nisi\n\n- a\n\n</details>', '<details><summary>Judul *miring*</summary>\nisi\n- a\n</details>', '  <details>\n  <summary>Judul *miring*</summary>\nisi\n\n- a\n  </details>  ',
  ])('%j', markdown => {
    expect(html(`sebelum\n${markdown}\nsesudah`)).toBe('<p>sebelum</p><details><summary>Judul <em>miring</em></summary><p>isi</p><ul><li>a</li></ul></details><p>sesudah</p>')
  })

  test('one in another, and a callout in it', () => {
    expect(html('<details>\n<summary>a</summary>\n\n<details>\n<summary>b</summary>\n\nc\n\n</details>\n\n> [!TIP]\n> d\n\n</details>\n\ne')).toBe(`<details><summary>a</summary><details><summary>b</summary><p>c</p></details>${aside('tip', 'Kiat', '<p>d</p>')}</details><p>e</p>`)
  })

  test('a third level leaves what stands in it', () => {
    const nested = (levels: number): string => (levels === 0 ? 'dasar' : `<details>\n<summary>t${levels}</summary>\n\n${nested(levels - 1)}\n\n</details>`)
    expect(html(nested(4))).toBe('<details><summary>t4</summary><details><summary>t3</summary><p>t2</p><p>t1</p><p>dasar</p></details></details>')
  })

  test.each([
    '<details>\n<summary>a</summary>\n\ntidak ditutup', '<details>\n\nisi\n\n</details>', '<details open>\n<summary>a</summary>\n\nb\n\n</details>', '<details class="x">\n<summary>a</summary>\n\nb\n\n</details>', '<DETAILS>\n<summary>a</summary>\n\nb\n\n</DETAILS>',
    'kata <details>\n<summary>a</summary>\n\nb\n\n</details>', '```\n<details>\n<summary>a</summary>\nb\n</details>\n```', '<details>\n<summary>a\n</summary>\n\nb\n\n</details>',
  ])('%j is words', markdown => {
    expect(html(markdown)).not.toContain('<details>')
    expect(html(markdown)).toMatch(/&lt;\/?(details|summary)/i)
  })
})

test('what is folded is found, and the words name the kind, so that a change of either is seen in a diff', () => {
  const content = contentFromMarkdown('awal\n\n> [!WARNING]\n> Jangan *titip* berkas.\n>\n> - a\n\n<details>\n<summary>Bila hilang</summary>\n\nLapor [@Sri](/orang/sri "3") ![peta](/berkas/abcd1234)\n\n</details>')
  expect(content.text).toBe('awal\nPeringatan\nJangan titip berkas.\n- a\nBila hilang\nLapor @Sri peta')
  expect(content).toMatchObject({ mentions: [3], uploads: ['abcd1234'] })
  expect(markdownFromDoc(content.doc)).toContain('> [!WARNING]\n> Jangan *titip* berkas.\n>\n> - a\n\n<details>\n<summary>Bila hilang</summary>\n\nLapor')
})

test('the words over callouts are in the reader’s language; the writer’s own stay', () => {
  const stored = html('> [!WARNING]\n> Peringatan\n\n> [!TIP]\n> Kiat')
  expect(htmlIn(stored, 'id')).toBe(stored)
  expect(htmlIn(stored, 'en')).toBe(aside('warning', 'Warning', '<p>Peringatan</p>') + aside('tip', 'Tip', '<p>Kiat</p>'))
})

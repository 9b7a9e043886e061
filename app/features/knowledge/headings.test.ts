import { expect, test } from 'vitest'
import { readingMinutes, withHeadings } from './headings'
import { articlesIn } from './paths'

test('headings get an id of their words, each once, and a link to themselves', () => {
  const { html, toc } = withHeadings('<p>a</p><h2>Yang <strong>kami</strong> lakukan</h2><h3>Langkah &amp; “biaya”</h3><h2>Yang kami lakukan</h2><h2>???</h2>')
  expect(toc).toEqual([
    { id: 'b-yang-kami-lakukan', text: 'Yang kami lakukan', level: 2 }, { id: 'b-langkah-biaya', text: 'Langkah & “biaya”', level: 3 },
    { id: 'b-yang-kami-lakukan-2', text: 'Yang kami lakukan', level: 2 }, { id: 'b-bagian', text: '???', level: 2 },
  ])
  expect(html).toContain('<h2 id="b-yang-kami-lakukan">Yang <strong>kami</strong> lakukan<a class="hlink" href="#b-yang-kami-lakukan"')
  expect(html).toContain('aria-label="# Langkah &amp; “biaya”"')
})

test('a text without headings stays as it is', () => {
  expect(withHeadings('<p>satu</p>')).toEqual({ html: '<p>satu</p>', toc: [] })
})

test('links to articles of this house are known, whole addresses too, others not', () => {
  expect(articlesIn('<a href="/pengetahuan/a/12/judul">x</a><a href="https://balai.contoh/pengetahuan/a/13/y#b">y</a><a href="/pengetahuan/a/12/lain">z</a><a href="/forum/t/14/t">t</a><a href="/pengetahuan/a/99999999999/x">n</a>')).toEqual([12, 13])
})

test('reading takes a minute at least', () => {
  expect(readingMinutes('satu dua')).toBe(1)
  expect(readingMinutes('kata '.repeat(1_000))).toBe(5)
})

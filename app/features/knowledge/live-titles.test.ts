import { describe, expect, test } from 'vitest'
import { liveTitles, type NamedArticle } from './live-titles'

const open: NamedArticle = { id: 12, slug: 'akta-baru', title: 'Akta & baru', reads: true, titles: ['Akta lama'] }
const closed: NamedArticle = { id: 7, slug: 'rahasia-besar', title: 'Rahasia besar', reads: false, titles: ['Rahasia kecil'] }
const read = (html: string) => liveTitles(html, [open, closed], 'artikel lain')

describe('links to other articles', () => {
  test.each([
    ['the address alone', '<a href="/pengetahuan/a/12/akta-lama">/pengetahuan/a/12/akta-lama</a>', '<a href="/pengetahuan/a/12/akta-baru">Akta &amp; baru</a>'],
    ['the whole address', '<a href="https://balai.go.id/pengetahuan/a/12/x#b-biaya" rel="nofollow">https://balai.go.id/pengetahuan/a/12/x</a>', '<a href="/pengetahuan/a/12/akta-baru#b-biaya" rel="nofollow">Akta &amp; baru</a>'],
    ['a title it had', '<a href="/pengetahuan/a/12">Akta <strong>lama</strong></a>', '<a href="/pengetahuan/a/12/akta-baru">Akta &amp; baru</a>'],
    ['words of the writer', '<a href="/pengetahuan/a/12/akta-lama">lihat di sini</a>', '<a href="/pengetahuan/a/12/akta-baru">lihat di sini</a>'],
    ['one that is not known', '<a href="/pengetahuan/a/99/x">x</a>', '<a href="/pengetahuan/a/99/x">x</a>'],
    ['another page', '<a href="/forum/t/12/x">Akta lama</a>', '<a href="/forum/t/12/x">Akta lama</a>'],
  ])('%s', (_what, given, shown) => expect(read(given)).toBe(shown))

  test('what the reader may not read shows no title, old or new, and no words of its address', () => {
    for (const words of ['/pengetahuan/a/7/rahasia-besar', 'Rahasia besar', 'Rahasia kecil']) {
      const shown = read(`<p><a href="/pengetahuan/a/7/rahasia-besar">${words}</a></p>`)
      expect(shown).toBe('<p><a href="/pengetahuan/a/7">artikel lain</a></p>')
    }
    expect(read('<a href="/pengetahuan/a/7/rahasia-besar">catatan kami</a>')).toBe('<a href="/pengetahuan/a/7">catatan kami</a>')
  })
})

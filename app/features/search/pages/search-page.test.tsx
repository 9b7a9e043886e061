import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TongueProvider } from '~/platform/i18n/i18n'
import type { CariPage } from '../cari.queries.server'
import type { SearchAnswer, SearchHit } from '../contract.server'
import { readCari } from '../search.schema'
import { SearchPage } from './search-page'

const hit = (more: Partial<SearchHit> = {}): SearchHit => ({
  id: 'topic:1', kind: 'topic', url: '/forum/t/1/akta', title: '<mark>Akta</mark> hilang', snippet: 'Bawa &#60;b&#62; <mark>akta</mark>', authorId: 3, authorName: 'Ratna', shelf: 'category:5',
  meta: { label: 'forum:kind.QUESTION', icon: 'circle-help', shelfName: 'Kependudukan', answered: true }, at: Date.UTC(2026, 10, 9), more: 0, ...more,
})
const answer = (more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  hits: [hit()], total: { count: 1, open: false }, page: 1, next: false, facets: { kinds: { topic: 1, post: 4 }, shelves: { 'category:5': 1 }, fine: {} }, understood: 'akta', corrected: [], relaxed: false, also: [],
  suggestion: null, wider: [], degraded: false, ...more,
})
const ways = { ask: '/forum/tulis?judul=akta', signIn: null, request: null, browse: '/forum' }
const show = (query: string, given: SearchAnswer | null, more: Partial<CariPage> = {}) => render(
  <TongueProvider tongue={{ locale: 'id', timeZone: 'Asia/Jakarta', now: 0 }}>
    <SearchPage page={{ params: readCari(new URLSearchParams(query)), answer: given, shelves: [{ value: 'category:5', label: 'Kependudukan', count: 1 }], authors: [{ id: 3, name: 'Ratna' }], pinned: [], fine: { label: [], competency: [], tag: [{ value: 'ktp-el', label: 'ktp-el', count: 2 }], unit: [], year: [] }, ...more }} ways={ways} />
  </TongueProvider>)

test('says what was understood and offers the way back from a mended spelling', () => {
  show('q=akat', answer({ corrected: [{ from: 'akat', to: 'akta' }], understood: 'akta' }))
  expect(screen.getByRole('status').textContent).toContain('1 hasil untuk akta')
  expect(screen.getByRole('link', { name: 'Cari persis “akat”' }).getAttribute('href')).toBe('/cari?q=akat&persis=1')
})

test('a result is one link with kind, state, marks, place and date; its text is never markup', () => {
  show('q=akta', answer({ hits: [hit({ more: 3 })] }))
  expect(screen.getByRole('link', { name: 'Akta hilang' }).getAttribute('href')).toBe('/forum/t/1/akta')
  expect(document.querySelector('.hit b')).toBeNull()
  expect(document.querySelector('.hit')!.textContent).toContain('Pertanyaan')
  expect(document.querySelector('.hit')!.textContent).toContain('Terjawab')
  expect(document.querySelector('.hit')!.textContent).toContain('Kependudukan · Ratna · 9 November 2026 · 3 balasan lain')
  expect(document.querySelectorAll('.hit mark')).toHaveLength(2)
})

test('chosen filters stand above as words that can be taken away, one by one and all at once', () => {
  show('q=akta&jenis=topic&di=category:5&penulis=3&dari=2026-01-02', answer())
  expect(screen.getByRole('link', { name: 'Hapus saringan Topik' }).getAttribute('href')).toBe('/cari?q=akta&di=category%3A5&penulis=3&dari=2026-01-02')
  expect(screen.getByRole('link', { name: 'Hapus saringan oleh Ratna' }).getAttribute('href')).not.toContain('penulis')
  expect(screen.getByRole('link', { name: 'Hapus saringan' }).getAttribute('href')).toBe('/cari?q=akta')
  expect(screen.getByRole('link', { name: 'Terbaru' }).getAttribute('href')).toContain('urut=terbaru')
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', { name: /Topik/ })
  expect(boxes.every(box => box.defaultChecked || box.checked)).toBe(true)
})

test('shelves of one name in two rooms say whose they are; others do not', () => {
  show('q=akta', answer(), { shelves: [{ value: 'category:5', label: 'Kependudukan', count: 3 }, { value: 'collection:2', label: 'Kependudukan', count: 9 }, { value: 'collection:3', label: 'Keuangan', count: 1 }] })
  for (const name of ['Kependudukan (Forum)', 'Kependudukan (Pengetahuan)', 'Keuangan']) expect(screen.getAllByRole('checkbox', { name: new RegExp(`^${name.replace(/[()]/g, '.')}`) }).length).toBeGreaterThan(0)
})

test('bounded counts and pages', () => {
  show('q=akta&hal=2', answer({ total: { count: 1000, open: true }, page: 2, next: true }))
  expect(screen.getByRole('status').textContent).toContain('1.000+ hasil')
  expect(screen.getByRole('link', { name: 'Hasil berikutnya' }).getAttribute('href')).toBe('/cari?q=akta&hal=3')
  expect(screen.getByRole('link', { name: 'Hasil sebelumnya' }).getAttribute('href')).toBe('/cari?q=akta')
  expect(document.querySelector('ol')!.start).toBe(21)
})

test('nothing found: what was searched, wider words, and the forum', () => {
  show('q=izin+keramba', answer({ hits: [], total: { count: 0, open: false }, facets: { kinds: {}, shelves: {}, fine: {} }, wider: [{ text: 'keramba', count: { count: 3, open: false } }] }), { shelves: [], authors: [] })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Belum ada yang menulis tentang “izin keramba”')
  expect(screen.getByRole('link', { name: 'Cari “keramba” saja' }).getAttribute('href')).toBe('/cari?q=keramba')
  expect(screen.getByRole('link', { name: 'Tanyakan di forum' }).getAttribute('href')).toBe('/forum/tulis?judul=akta')
})

test('the reserve engine is named in one line; before a search there is help', () => {
  const { unmount } = show('q=akta', answer({ degraded: true }))
  expect(screen.getByText('Pencarian sedang memakai cara cadangan; hasil mungkin kurang lengkap.')).toBeTruthy()
  unmount()
  show('', null)
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Cari di Balai')
})

import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TongueProvider } from '~/platform/i18n/i18n'
import { askedOf } from '../directory-asked'
import type { OfferRow } from '../directory.queries.server'
import { DirectoryPage, hrefOf } from './directory-page'

const competencies = [{ slug: 'komunikasi', name: 'Komunikasi', nameEn: 'Communication' }]
const row = (more: Partial<OfferRow> = {}): OfferRow => ({
  id: 6, title: 'Memimpin musyawarah warga', form: 'ONE_TO_ONE', mode: 'ON_SITE', place: 'Kantor Camat', tags: ['komunikasi'], sessions: 3, minutes: 60, capacity: 3, taken: 1, full: false,
  mentor: { id: 4, slug: 'mirza', name: 'Teuku Mirza', photo: null, position: 'Camat Sibolga Selatan', unit: 'Sibolga Selatan' }, medianHours: 26, nextFreeAt: Date.UTC(2026, 10, 25, 8),
  reasons: [{ key: 'tags', values: { tags: 'komunikasi' } }, { key: 'response', values: { hours: 26 } }, { key: 'slots', values: { count: 2 } }], ...more,
})
const show = (rows: OfferRow[], query = '', learns = true) => render(
  <TongueProvider tongue={{ locale: 'id', timeZone: 'Asia/Jakarta', now: 0 }}>
    <DirectoryPage rows={rows} next={rows.length > 0 ? '0_-5_6' : null} needTags={['komunikasi', 'lembar-sebar']} learns={learns} degraded={false} waves={[]} asked={askedOf(new URLSearchParams(query))} competencies={competencies} units={[{ id: 12, name: 'Dinas Kesehatan', depth: 0 }]} canOffer />
  </TongueProvider>)

test('a row says offer, person, why it fits, what is computed and the next free time; nobody sees a number of fit', () => {
  show([row()])
  const line = screen.getByRole('link', { name: 'Memimpin musyawarah warga' }).closest('li')
  expect(screen.getByRole('link', { name: 'Memimpin musyawarah warga' }).getAttribute('href')).toBe('/mentoring/penawaran/6')
  expect(screen.getByRole('link', { name: 'Rabu 25 November, 15.00' }).getAttribute('href')).toBe('/mentoring/penawaran/6#waktu')
  for (const said of ['Membahas Komunikasi', '2 waktu kosong minggu ini', '3 sesi, tatap muka · 2 tempat lagi', 'menjawab dalam 1 hari']) expect(line?.textContent).toContain(said)
  expect(line?.textContent).not.toMatch(/%|cocok \d/)
  // a unit that the position names already is not said twice
  expect(line?.textContent).toContain('Camat Sibolga Selatan')
  expect(line?.textContent).not.toContain('Camat Sibolga Selatan, Sibolga Selatan')
})

test('full is said, in words', () => {
  show([row({ full: true, taken: 3 })])
  expect(screen.getByText('Penuh')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /November/ })).toBeNull()
})

test('an address keeps what was chosen, sort and all; nonsense asks for nothing', () => {
  const asked = askedOf(new URLSearchParams('q=laporan&bentuk=GROUP&bentuk=FLASH&tempat=ONLINE&kosong=1&slot=1&unit=12&bahasa=bbc&tag=arsip&urut=slot&kursor=0_-12.5_7'))
  expect(hrefOf(asked)).toBe('/mentoring?q=laporan&tag=arsip&bentuk=GROUP&bentuk=FLASH&tempat=ONLINE&bahasa=bbc&unit=12&kosong=1&slot=1&urut=slot')
  expect(askedOf(new URLSearchParams(hrefOf(asked, { cursor: asked.cursor }).split('?')[1]))).toEqual(asked)
  expect(askedOf(new URLSearchParams('bentuk=X&tempat=Y&unit=-1&urut=z&kursor=;drop&tag=%00&bahasa=xx&q=%00'))).toEqual(askedOf(new URLSearchParams()))
  show([], 'tag=arsip')
  expect(screen.getByText('Belum ada penawaran yang cocok dengan saringan ini')).toBeTruthy()
})

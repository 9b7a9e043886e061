import { render, screen } from '@testing-library/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { expect, test } from 'vitest'
import { TongueProvider } from '~/platform/i18n/i18n'
import type { Locale } from '~/platform/viewer'
import type { RecordedAct } from '../formats'
import type { MaterialActRow } from '../materials-record.queries.server'
import { MaterialRecord } from './material-record'

const row = (act: RecordedAct, more: Partial<MaterialActRow> = {}): MaterialActRow => ({
  id: 1, act, version: null, name: 'Ratna', at: Date.UTC(2026, 10, 9, 2), note: '', facts: [], titleWas: null, collectionWas: null, collectionNow: null, audienceWas: null, audienceNow: null, unitWas: null, unitNow: null, ...more,
})
const all: RecordedAct[] = ['brought', 'shown', 'approved', 'changed', 'followed', 'binned', 'restored']
const moved = row('changed', {
  id: 2, facts: ['title', 'collection', 'audience'], titleWas: 'Judul semula', collectionWas: null, collectionNow: { name: 'Layanan', nameEn: 'Services' }, audienceWas: 'public', audienceNow: 'unit:7', unitNow: 'Dinas Pencatatan',
})
const page = (acts: MaterialActRow[], locale: Locale) => createElement(TongueProvider, { tongue: { locale, timeZone: 'Asia/Jakarta', now: 0 }, children: createElement(MaterialRecord, { acts }) })

test('says who did what, when, with the version, the words that came with it, and what was there before', () => {
  render(page([moved, row('brought', { version: 2, note: 'Ditambah maklumat' })], 'id'))
  const [first, second] = screen.getAllByRole('listitem').map(item => item.textContent)
  expect(first).toContain('Ratna mengubah keterangan')
  expect(first).toContain('Yang diubah: judul, koleksi, pembaca')
  expect(first).toContain('Judul sebelumnya: Judul semula')
  expect(first).toContain('Koleksi: dari koleksi lain ke Layanan')
  expect(first).toContain('Pembaca: dari siapa saja menjadi anggota Dinas Pencatatan')
  expect(second).toMatch(/^Ratna mengirim Versi 2.*2026.*Ditambah maklumat$/)
})

test('is whole without JavaScript, in both languages, for every act', () => {
  for (const locale of ['id', 'en'] as const) {
    const html = renderToStaticMarkup(page(all.map((act, id) => row(act, { id, facts: ['description'] })), locale))
    expect(html.match(/<li>Ratna /g)).toHaveLength(all.length)
    expect(html).not.toMatch(/act\.|fact\.|record:/)
  }
  expect(renderToStaticMarkup(page([moved], 'en'))).toContain('Readers: from anyone to members of Dinas Pencatatan')
})

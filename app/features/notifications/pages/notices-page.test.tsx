import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TongueProvider } from '~/platform/i18n/i18n'
import type { NoticeGroup } from '../notices.queries.server'
import { NoticesPage } from './notices-page'

const group = (more: Partial<NoticeGroup>): NoticeGroup =>
  ({ id: '9', rule: 'discussion.reply', groupKey: 'thread:1', count: 1, unread: true, names: ['Nurhayati'], title: 'Antrean KTP-el', at: 1_000, ...more })
const show = (groups: NoticeGroup[], unread: number) => render(
  <TongueProvider tongue={{ locale: 'id', timeZone: 'Asia/Jakarta', now: 60_000 }}><NoticesPage list={{ groups, next: null }} unread={unread} paged={false} /></TongueProvider>)

test('each group is a link, says who in words, and can be marked read by a plain form', () => {
  show([group({ count: 4, names: ['Ari', 'Budi', 'Citra'] }), group({ id: '8', unread: false, rule: 'discussion.accepted' })], 4)
  expect(screen.getByRole('link', { name: '4 balasan untuk tulisan Anda, dari Ari, Budi dan lainnya' }).getAttribute('href')).toBe('/pemberitahuan?buka=9')
  expect(screen.getByText('Nurhayati menjadikan jawaban Anda jawaban diterima')).toBeTruthy()
  expect(screen.getAllByRole('button')).toHaveLength(2)
})

test('an empty page says what would be here and where to go', () => {
  show([], 0)
  expect(screen.getByRole('link', { name: 'Buka forum' })).toBeTruthy()
})

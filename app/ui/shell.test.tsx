import { createRemixStub } from '@remix-run/testing'
import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { routedPath } from './client-links'
import { isCurrent, Shell, type ShellProps } from './shell'
import { initialsOf } from './person'
import { pagesAround } from './navigation'
import words from './locales/id.json'

const props: Omit<ShellProps, 'children'> = {
  words: words.shell, place: 'Kota Sibolga', footer: 'Balai', path: '/forum/t/1/antrean', locale: 'id', theme: 'auto',
  rooms: [{ label: 'Forum', href: '/forum' }, { label: 'Cari', href: '/cari' }], tabs: [{ label: 'Beranda', href: '/', icon: 'house' }], footerLinks: [], person: null,
}

function show(changes: Partial<ShellProps> = {}) {
  const Page = createRemixStub([
    { path: '/', Component: () => <Shell {...props} {...changes}><h1>Isi</h1><a href="/forum/k/2">Ke kategori</a></Shell> },
    { path: '/forum/k/2', Component: () => <h1>Kategori</h1> },
  ])
  render(<Page initialEntries={['/']} />)
}

test('strangers find the way in; the room they are in is marked; the skip link leads to the content', async () => {
  show()
  expect((await screen.findByRole('link', { name: 'Masuk' })).getAttribute('href')).toBe('/masuk')
  expect(screen.getByRole('link', { name: 'Forum' }).getAttribute('aria-current')).toBe('page')
  expect(screen.getByRole('main').id).toBe('isi')
  expect(screen.getByRole('link', { name: 'Lompat ke isi' }).getAttribute('href')).toBe('#isi')
  expect(screen.getByRole('search').getAttribute('action')).toBe('/cari')
})

test('members find notices with their count, and every switch is a plain form that comes back here', async () => {
  show({ person: { name: 'Nurhayati Chaniago', kind: 'asn', unread: 120, links: [{ label: 'Profil saya', href: '/saya' }] } })
  expect((await screen.findByRole('link', { name: 'Pemberitahuan' })).textContent).toBe('99+')
  const theme = screen.getByRole('button', { name: 'Tampilan: ikut perangkat' }) as HTMLButtonElement
  expect([theme.name, theme.value, theme.form?.method, theme.form?.getAttribute('action')]).toEqual(['tampilan', 'light', 'post', '/tampilan'])
  const language = screen.getByRole('button', { name: 'English' }) as HTMLButtonElement
  expect([language.name, language.value, language.lang]).toEqual(['bahasa', 'en', 'en'])
  expect(new FormData(language.form ?? undefined).get('ke')).toBe('/forum/t/1/antrean')
})

test('plain links are followed by the router; slash goes to the search field, but not while typing', async () => {
  show()
  const field = await screen.findByRole<HTMLInputElement>('searchbox')
  field.getClientRects = () => [{}] as unknown as DOMRectList
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(field)
  const pressed = fireEvent.keyDown(field, { key: '/' })
  expect(pressed, 'a slash may be typed').toBe(true)
  fireEvent.click(screen.getByText('Ke kategori'))
  expect(await screen.findByRole('heading', { name: 'Kategori' })).toBeTruthy()
})

test('the router leaves to the browser what is the browser\'s', () => {
  const path = (html: string, event: MouseEventInit = {}) => {
    document.body.innerHTML = html
    let found: string | null = 'not heard'
    const hear = vi.fn((click: Event) => { found = routedPath(click as MouseEvent); click.preventDefault() })
    document.addEventListener('click', hear, { once: true })
    document.body.querySelector('a')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...event }))
    return found
  }
  expect(path('<a href="/forum/t/1/a/3?x=1#b">a</a>')).toBe('/forum/t/1/a/3?x=1#b')
  expect(path('<a href="/forum">a</a>', { ctrlKey: true })).toBeNull()
  expect(path('<a href="/forum">a</a>', { button: 1 })).toBeNull()
  expect(path('<a href="/forum" target="_blank">a</a>')).toBeNull()
  expect(path('<a href="/forum" download>a</a>')).toBeNull()
  expect(path('<div data-reload><a href="/forum">a</a></div>')).toBeNull()
  expect(path('<a href="https://sibolgakota.go.id/">a</a>')).toBeNull()
  expect(path('<a href="mailto:a@b.id">a</a>')).toBeNull()
  expect(path('<a href="/berkas/Ab3">a</a>')).toBeNull()
  expect(path('<a href="/forum/rss.xml">a</a>')).toBeNull()
  expect(path(`<a href="${location.pathname}#p4">a</a>`)).toBeNull()
  document.body.innerHTML = ''
})

test('a room stands for what lies below it, home only for itself', () => {
  expect(isCurrent('/forum/t/1', '/forum')).toBe(true)
  expect(isCurrent('/forum?urut=baru', '/forum')).toBe(true)
  expect(isCurrent('/forumku', '/forum')).toBe(false)
  expect(isCurrent('/forum', '/')).toBe(false)
})

test('initials and page numbers', () => {
  expect([initialsOf('Nurhayati Chaniago'), initialsOf('Roslina br. Tarigan'), initialsOf('Ésra'), initialsOf('…')]).toEqual(['NC', 'RT', 'É', ''])
  expect(pagesAround(1, 1)).toEqual([1])
  expect(pagesAround(1, 5)).toEqual([1, 2, null, 5])
  expect(pagesAround(3, 5)).toEqual([1, 2, 3, 4, 5])
  expect(pagesAround(50, 100)).toEqual([1, null, 49, 50, 51, null, 100])
})

import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import SentForms from './sent-form'

const words = { back: 'Isian Anda sudah kembali.', region: 'Pesan', close: 'Tutup' }
const stay = (event: Event) => event.preventDefault()

beforeEach(() => {
  sessionStorage.clear()
  // after our own listener, so that the test's browser does not leave the page
  document.addEventListener('click', stay)
})
afterEach(() => { vi.restoreAllMocks(); document.removeEventListener('click', stay) })

/** A document of its own: what a page load is to the browser. Strangers do not load it. */
function visit(path: string, who: number | null) {
  cleanup()
  vi.spyOn(document, 'referrer', 'get').mockReturnValue(location.href)
  history.replaceState(null, '', path)
  render(
    <>
      <form method="post" action="/lain"><input name="nama" aria-label="Nama lain" defaultValue="" /></form>
      <form method="post" action="/topik/3/usul">
        <input type="hidden" name="clientKey" value={path} readOnly />
        <input name="nomor" aria-label="Nomor" defaultValue="" />
        <textarea name="catatan" aria-label="Catatan" defaultValue="" />
        <select name="pilihan" aria-label="Pilihan" defaultValue="a"><option value="a">a</option><option value="b">b</option></select>
        <input type="checkbox" name="bagian" value="1" aria-label="Bagian 1" defaultChecked />
        <input type="checkbox" name="bagian" value="2" aria-label="Bagian 2" />
        <input type="password" name="sandi" aria-label="Sandi" />
      </form>
      {who === null ? null : <SentForms who={who} page={path} words={words} />}
    </>)
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)

function send() {
  fireEvent.change(field('Nomor'), { target: { value: '7' } })
  fireEvent.change(field('Catatan'), { target: { value: 'Panjang\nsekali' } })
  fireEvent.change(field('Pilihan'), { target: { value: 'b' } })
  fireEvent.click(field('Bagian 1'))
  field('Bagian 1').checked = false
  field('Bagian 2').checked = true
  fireEvent.change(field('Sandi'), { target: { value: 'rahasia' } })
  act(() => { document.forms[1]!.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })) })
}

test('what was typed stands in the form again after signing in, hidden fields and passwords do not', () => {
  visit('/topik/3/usul?x=1', 5)
  send()
  expect(sessionStorage.getItem('balai:sent')).not.toContain('rahasia')
  visit('/masuk', null)
  visit('/topik/3/usul?x=1', 5)
  expect([field('Nomor').value, field('Catatan').value, field('Pilihan').value, field('Sandi').value, field('Nama lain').value]).toEqual(['7', 'Panjang\nsekali', 'b', '', ''])
  expect([field('Bagian 1').checked, field('Bagian 2').checked]).toEqual([false, true])
  expect(document.querySelector<HTMLInputElement>('[name=clientKey]')!.value).toBe('/topik/3/usul?x=1')
  expect(screen.getByRole('status').textContent).toContain(words.back)
  visit('/topik/3/usul?x=1', 5)
  expect(field('Nomor').value).toBe('')
})

test.each([
  ['somebody else', () => { visit('/masuk', null); visit('/topik/3/usul', 6) }],
  ['another page', () => { visit('/masuk', null); visit('/', 5); visit('/topik/3/usul', 5) }],
  ['what arrived', () => { visit('/forum', 5); visit('/masuk', null); visit('/topik/3/usul', 5) }],
])('nothing is brought back for %s', (_, way) => {
  visit('/topik/3/usul', 5)
  send()
  way()
  expect(field('Nomor').value).toBe('')
  expect(screen.queryByText(words.back)).toBeNull()
})

test('what a script sends is its own business', () => {
  visit('/topik/3/usul', 5)
  document.forms[1]!.addEventListener('submit', stay)
  send()
  expect(sessionStorage.getItem('balai:sent')).toBeNull()
})

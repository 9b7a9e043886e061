import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Menu } from './menu'

function open() {
  render(
    <>
      <Menu summary="Tindakan lain"><a className="mi" href="#ubah">Ubah</a></Menu>
      <button>Di luar</button>
    </>,
  )
  const details = document.querySelector('details') as HTMLDetailsElement
  details.open = true
  return details
}

test('Esc closes and gives the focus back to the summary', () => {
  const details = open()
  screen.getByText('Ubah').focus()
  fireEvent.keyDown(screen.getByText('Ubah'), { key: 'Escape' })
  expect(details.open).toBe(false)
  expect(document.activeElement).toBe(details.querySelector('summary'))
})

test('a press outside, focus outside and a chosen link close; a press inside does not', () => {
  const details = open()
  fireEvent.pointerDown(screen.getByText('Ubah'))
  expect(details.open).toBe(true)
  fireEvent.pointerDown(screen.getByText('Di luar'))
  expect(details.open).toBe(false)
  details.open = true
  fireEvent.focusIn(screen.getByText('Di luar'))
  expect(details.open).toBe(false)
  details.open = true
  fireEvent.click(screen.getByText('Ubah'))
  expect(details.open).toBe(false)
})

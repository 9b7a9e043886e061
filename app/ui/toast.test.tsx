import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastRegion, useToast, type ToastMessage } from './toast'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function Opener({ message }: { message: ToastMessage }) {
  const toast = useToast()
  return <button onClick={() => toast.show(message)}>buka</button>
}

function show(message: ToastMessage) {
  render(<ToastRegion label="Pesan" closeLabel="Tutup"><Opener message={message} /></ToastRegion>)
  fireEvent.click(screen.getByText('buka'))
}

const wait = (milliseconds: number) => act(() => { vi.advanceTimersByTime(milliseconds) })

test('a message leaves by itself, later when it offers an act, and waits while someone is on it', () => {
  show({ text: 'Balasan dihapus', act: { label: 'Urungkan', onPress: () => {} } })
  wait(7_000)
  expect(screen.queryByText('Balasan dihapus')).toBeTruthy()
  fireEvent.focus(screen.getByText('Urungkan'))
  wait(60_000)
  expect(screen.queryByText('Balasan dihapus')).toBeTruthy()
  fireEvent.blur(screen.getByText('Urungkan'))
  wait(12_000)
  expect(screen.queryByText('Balasan dihapus')).toBeNull()
})

test('a sticky message stays, an act is done once, Alt T goes to the message', () => {
  let undone = 0
  show({ text: 'Balasan dihapus', sticky: true, act: { label: 'Urungkan', onPress: () => { undone++ } } })
  wait(60_000)
  fireEvent.keyDown(document, { key: 't', altKey: true })
  expect(document.activeElement).toBe(screen.getByText('Urungkan'))
  fireEvent.click(screen.getByText('Urungkan'))
  expect(undone).toBe(1)
  expect(screen.queryByText('Balasan dihapus')).toBeNull()
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { enterFullScreen } from './full-screen'

let wide: { matches: boolean; change: (() => void)[] }
let box: HTMLElement
let opener: HTMLButtonElement
const routed = vi.fn()

beforeEach(() => {
  wide = { matches: true, change: [] }
  vi.spyOn(window, 'matchMedia').mockImplementation(() => ({
    get matches() { return wide.matches }, addEventListener: (_: string, run: () => void) => wide.change.push(run), removeEventListener: (_: string, run: () => void) => { wide.change = wide.change.filter(one => one !== run) },
  }) as unknown as MediaQueryList)
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {})
  document.body.innerHTML = '<button>Balas</button><form><button type="button">Tutup</button><textarea>Sudah ditulis</textarea></form>'
  box = document.querySelector('form')!
  opener = document.querySelector('button')!
  window.history.replaceState({ key: 'a', idx: 3 }, '')
  let state = window.history.state as object
  vi.spyOn(window.history, 'pushState').mockImplementation(next => { state = next as object })
  vi.spyOn(window.history, 'state', 'get').mockImplementation(() => state)
  vi.spyOn(window.history, 'back').mockImplementation(() => {
    state = { key: 'a', idx: 3 }
    queueMicrotask(() => window.dispatchEvent(new Event('popstate')))
  })
  window.addEventListener('popstate', routed)
  box.querySelector('textarea')!.focus()
})

afterEach(() => {
  window.removeEventListener('popstate', routed)
  routed.mockClear()
  vi.restoreAllMocks()
})

const isFull = () => [document.body.classList.contains('full'), box.classList.contains('full-box')]
const press = (key: string, prevented = false) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  if (prevented) event.preventDefault()
  box.querySelector('textarea')!.dispatchEvent(event)
}

test('the back button leaves it, the router hears nothing, the words stay, the focus goes back to where it came from', () => {
  const left = vi.fn()
  enterFullScreen(box, opener, left)
  expect(isFull()).toEqual([true, true])
  expect(window.history.state).toMatchObject({ key: 'a', idx: 3, full: true })
  window.dispatchEvent(new Event('popstate'))
  expect(isFull()).toEqual([false, false])
  expect(left).toHaveBeenCalledTimes(1)
  expect(routed).not.toHaveBeenCalled()
  expect(box.querySelector('textarea')!.value).toBe('Sudah ditulis')
  expect(document.activeElement).toBe(opener)
  window.dispatchEvent(new Event('popstate'))
  expect(routed).toHaveBeenCalledTimes(1)
})

test('Escape goes one step back and leaves; an Escape that closed a list inside does not', async () => {
  const left = vi.fn()
  enterFullScreen(box, null, left)
  press('Escape', true)
  press('a')
  expect(isFull()).toEqual([true, true])
  press('Escape')
  press('Escape')
  await vi.waitFor(() => expect(left).toHaveBeenCalledTimes(1))
  expect(window.history.back).toHaveBeenCalledTimes(1)
  expect(isFull()).toEqual([false, false])
  expect(document.activeElement).toBe(box)
})

test('whoever asks to leave may wait for it, twice as well, and a browser that does not go back keeps nobody', async () => {
  vi.mocked(window.history.back).mockImplementation(() => {})
  const screen = enterFullScreen(box, null, () => {})
  await Promise.all([screen.leave(), screen.leave()])
  expect(window.history.back).toHaveBeenCalledTimes(1)
  expect(isFull()).toEqual([false, false])
  await screen.leave()
})

test('a wider screen gives the page back; a box that goes away takes the class with it', async () => {
  const left = vi.fn()
  enterFullScreen(box, null, left)
  wide.matches = false
  for (const run of wide.change) run()
  await vi.waitFor(() => expect(left).toHaveBeenCalled())
  expect(wide.change).toEqual([])
  enterFullScreen(box, null, left).abandon()
  expect(isFull()).toEqual([false, false])
  expect(window.history.back).toHaveBeenCalledTimes(1)
})

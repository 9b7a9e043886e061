import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenIdle, whenLive } from './later'

let rests: (() => void)[] = []
beforeEach(() => {
  rests = []
  vi.stubGlobal('requestIdleCallback', (run: () => void) => rests.push(run))
  vi.stubGlobal('cancelIdleCallback', (id: number) => { if (rests[id - 1]) rests[id - 1] = () => {} })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const rest = () => { for (const run of rests.splice(0)) run() }

test('waits for the page to be loaded, then for the browser to rest', () => {
  const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
  const run = vi.fn()
  whenIdle(run)
  rest()
  expect(run).not.toHaveBeenCalled()
  state.mockReturnValue('complete')
  window.dispatchEvent(new Event('load'))
  expect(run).not.toHaveBeenCalled()
  rest()
  expect(run).toHaveBeenCalledTimes(1)
})

test('called off before it rests, it never runs', () => {
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete')
  const run = vi.fn()
  whenIdle(run)()
  rest()
  expect(run).not.toHaveBeenCalled()
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
  whenIdle(run)()
  window.dispatchEvent(new Event('load'))
  rest()
  expect(run).not.toHaveBeenCalled()
})

test('a page that is left while live is on its way begins nothing, and ends what began late', async () => {
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('complete')
  const start = vi.fn(() => () => {})
  const left = whenLive(start)
  rest()
  left()
  await vi.dynamicImportSettled()
  expect(start).not.toHaveBeenCalled()

  const end = vi.fn()
  let ready = (_: () => void) => {}
  const late = whenLive(() => new Promise(resolve => { ready = resolve }))
  rest()
  await vi.dynamicImportSettled()
  late()
  ready(end)
  await vi.waitFor(() => expect(end).toHaveBeenCalledTimes(1))

  const stop = vi.fn()
  const whole = whenLive(() => stop)
  rest()
  await vi.dynamicImportSettled()
  expect(stop).not.toHaveBeenCalled()
  whole()
  expect(stop).toHaveBeenCalledTimes(1)
})

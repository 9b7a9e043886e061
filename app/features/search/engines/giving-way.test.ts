import { expect, test } from 'vitest'
import { createGivingWay, watchPages } from './giving-way.server'

/** A process whose time and load are set by hand; what waited is written down. */
function process(full: boolean) {
  const state = { full, time: 1_000, waits: [] as number[] }
  const way = createGivingWay({ full: () => state.full, now: () => state.time, wait: ms => { state.waits.push(ms); state.time += ms; return Promise.resolve() } })
  const search = async (took: number) => {
    const one = way.begin()
    await one.turn
    state.time += took
    one.end()
  }
  return { state, search }
}

test('with time to spare nobody waits, however many search', async () => {
  const { state, search } = process(false)
  for (let one = 0; one < 20; one += 1) await search(30)
  expect(state.waits).toEqual([])
})

test('while pages keep the process busy, searches take a tenth of the time', async () => {
  const { state, search } = process(true)
  for (let one = 0; one < 5; one += 1) await search(20)
  expect(state.waits).toEqual([180, 180, 180, 180])
})

test('nobody waits longer than a second and a half, and not at all once the pages are made', async () => {
  const { state, search } = process(true)
  await search(900)
  await search(10)
  expect(state.waits).toEqual([1_500])
  state.full = false
  await search(10)
  expect(state.waits).toEqual([1_500])
})

test.each([
  ['idle', 100, 0, false], ['busy with searches alone', 990, 2, false], ['busy with pages', 900, 200, true], ['many pages, but time to spare', 500, 200, false],
])('a second %s', (_what, worked, pages, full) => {
  const state = { now: 0, worked: 0, pages: 0 }
  const look = watchPages({ now: () => state.now, worked: () => state.worked, pages: () => state.pages })
  Object.assign(state, { now: 1_000, worked, pages })
  expect(look()).toBe(full)
  Object.assign(state, { now: 1_100 })
  expect(look()).toBe(full)
})

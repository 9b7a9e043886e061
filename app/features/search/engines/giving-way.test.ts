import { expect, test } from 'vitest'
import { createGivingWay } from './giving-way'

/** A process whose time and load are set by hand; what waited is written down. */
function process(load: number) {
  const state = { load, time: 1_000, waits: [] as number[] }
  const way = createGivingWay({ share: () => state.load, now: () => state.time, wait: ms => { state.waits.push(ms); state.time += ms; return Promise.resolve() } })
  const search = async (took: number) => {
    const one = way.begin()
    await one.turn
    state.time += took
    one.end()
  }
  return { state, search }
}

test('with time to spare nobody waits, however many search', async () => {
  const { state, search } = process(0.4)
  for (let one = 0; one < 20; one += 1) await search(30)
  expect(state.waits).toEqual([])
})

test('while pages keep the process busy, searches take a tenth of the time', async () => {
  const { state, search } = process(0.95)
  for (let one = 0; one < 5; one += 1) await search(20)
  expect(state.waits).toEqual([180, 180, 180, 180])
})

test('nobody waits longer than a second and a half, and not at all once the pages are made', async () => {
  const { state, search } = process(0.95)
  await search(900)
  await search(10)
  expect(state.waits).toEqual([1_500])
  state.load = 0.2
  await search(10)
  expect(state.waits).toEqual([1_500])
})

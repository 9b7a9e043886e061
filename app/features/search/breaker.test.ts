import { expect, test } from 'vitest'
import { Breaker } from './breaker.server'

const fail = () => Promise.reject(new Error('refused'))
const nothing = () => undefined

test('an engine that fails is left alone, then asked once, then longer and longer, until it answers', async () => {
  let now = 0
  let asked = 0
  const breaker = new Breaker(() => now)
  const ask = (run: () => Promise<string>) => breaker.ask(() => { asked += 1; return run() }, nothing)
  expect(await ask(() => Promise.resolve('a'))).toBe('a')
  expect(await ask(fail)).toBeNull()
  expect(breaker.state.reason).toBe('refused')
  expect(await ask(() => Promise.resolve('too early'))).toBeNull()
  expect(asked).toBe(2)
  now = 2_000
  expect(await ask(fail)).toBeNull()
  now = 5_999
  expect(await ask(() => Promise.resolve('too early'))).toBeNull()
  now = 6_000
  expect(await ask(() => Promise.resolve('back'))).toBe('back')
  expect(breaker.state.reason).toBeNull()
  expect(await ask(() => Promise.resolve('b'))).toBe('b')
})

test('only one question probes', async () => {
  let now = 0
  const breaker = new Breaker(() => now)
  await breaker.ask(fail, nothing)
  now = 10_000
  let release = (_: string) => undefined as void
  const probe = breaker.ask(() => new Promise<string>(resolve => { release = resolve }), nothing)
  expect(await breaker.ask(() => Promise.resolve('second'), nothing)).toBeNull()
  release('first')
  expect(await probe).toBe('first')
})

test('many failures at once count as one', async () => {
  let now = 0
  const breaker = new Breaker(() => now)
  await Promise.all(Array.from({ length: 20 }, () => breaker.ask(fail, nothing)))
  now = 2_000
  expect(await breaker.ask(() => Promise.resolve('back'), nothing)).toBe('back')
})

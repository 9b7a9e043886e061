import { expect, test } from 'vitest'
import { startWorker, survive } from './worker.server'

test('an outage while the end of a job is noted ends nobody; any other rejection nobody hears does', () => {
  expect(() => survive(new Error('Connection terminated unexpectedly'))).not.toThrow()
  expect(() => survive(Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }))).not.toThrow()
  expect(() => survive(new TypeError('x is not a function'))).toThrow(TypeError)
  expect(() => survive('odd')).toThrow('odd')
})

test('only a running worker listens for it', async () => {
  const before = process.listenerCount('unhandledRejection')
  const worker = await startWorker({ jobs: [], consumers: [] })
  expect(process.listeners('unhandledRejection')).toContain(survive)
  await worker.stop()
  expect(process.listenerCount('unhandledRejection')).toBe(before)
})

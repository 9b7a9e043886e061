import '#tests/live/facts'
import { afterEach, expect, test, vi } from 'vitest'
import { db, pool, transaction } from '~/platform/db/db.server'
import { deliveryIdle, startDelivery, undelivered } from '~/platform/events/delivery.server'
import { recordEvent, type Consumer } from '~/platform/events/events.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { deleteOldEvents, freeJobsOfTheDead, sweepEvents } from '~/platform/jobs/sweep.server'
import { startWorker } from '~/platform/jobs/worker.server'
import { bundle, start } from './processes'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
  await db.event.deleteMany()
  await pool.query('delete from graphile_worker._private_jobs')
})

function hears(name: string, heard: number[] = []): Consumer & { heard: number[] } {
  return { name, heard, on: { 'tests.thing.happened': event => { heard.push(event.payload.thing); return Promise.resolve() } } }
}
const happen = (thing: number) => transaction(tx => recordEvent(tx, 'tests.thing.happened', { thing }, null))
async function work(consumers: Consumer[]) {
  const worker = await startWorker({ jobs: [], consumers })
  stops.push(() => worker.stop())
}

test('a fact is told in order to every consumer after commit, and the row says so', async () => {
  const [one, two] = [hears('one'), hears('two')]
  stops.push(startDelivery([one, two]))
  for (let thing = 1; thing <= 20; thing++) await happen(thing)
  await deliveryIdle()
  expect(one.heard).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect(two.heard).toEqual(one.heard)
  const rows = await db.event.findMany()
  expect(rows.every(row => row.deliveredAt && row.attempts === 0 && [...row.delivered].sort().join() === 'one,two')).toBe(true)
})

test('a transaction that falls back tells nothing', async () => {
  const one = hears('one')
  stops.push(startDelivery([one]))
  await expect(transaction(async tx => {
    await recordEvent(tx, 'tests.thing.happened', { thing: 1 }, null)
    throw new Error('no')
  })).rejects.toThrow('no')
  await deliveryIdle()
  expect(one.heard).toEqual([])
  expect(await db.event.count()).toBe(0)
})

test('a failing consumer holds up nobody, keeps its error on the row and is told again until it has done it', async () => {
  const good = hears('good')
  let failures = 2
  const bad: Consumer = { name: 'bad', on: { 'tests.thing.happened': () => (failures-- > 0 ? Promise.reject(new Error('engine away')) : Promise.resolve()) } }
  await work([good, bad])
  await happen(7)
  await vi.waitFor(async () => expect((await db.event.findFirstOrThrow()).deliveredAt).not.toBeNull(), 20_000)
  const row = await db.event.findFirstOrThrow()
  expect(good.heard).toEqual([7])
  expect(row).toMatchObject({ attempts: 2, lastError: 'bad: engine away' })
  expect([...row.delivered].sort()).toEqual(['bad', 'good'])
})

test('facts that came in one breath are told together, in order; where that fails each is told by itself', async () => {
  const batches: number[][] = []
  const singles: number[] = []
  const many: Consumer = {
    name: 'many', gather: 50,
    on: { 'tests.thing.happened': event => { singles.push(event.payload.thing); return Promise.resolve() } },
    many: { 'tests.thing.happened': events => {
      batches.push(events.map(event => event.payload.thing))
      return events.some(event => event.payload.thing === 7) ? Promise.reject(new Error('not together')) : Promise.resolve()
    } },
  }
  stops.push(startDelivery([many]))
  for (let thing = 1; thing <= 4; thing++) await happen(thing)
  await deliveryIdle()
  expect([batches.flat(), singles.length]).toEqual([[1, 2, 3, 4].slice(singles.length), 4 - batches.flat().length])
  batches.length = 0
  singles.length = 0
  await Promise.all([6, 7, 8].map(happen))
  await deliveryIdle()
  expect(batches.flat().concat(singles).sort()).toEqual(expect.arrayContaining([6, 7, 8]))
  expect(singles).toContain(7)
  expect((await db.event.findMany()).every(row => row.deliveredAt && row.attempts === 0)).toBe(true)
})

test('a process without consumers leaves a job that a worker takes', async () => {
  await happen(3)
  const one = hears('one')
  await work([one])
  await vi.waitFor(() => expect(one.heard).toEqual([3]), 5_000)
})

test('killed between commit and delivery: the next worker tells exactly the lost fact', async () => {
  const first = start(await bundle('commits-and-hangs'))
  expect(await first.said('between')).toBe('2')
  await vi.waitFor(async () => expect(await db.event.count({ where: { deliveredAt: { not: null } } })).toBe(1))
  await first.kill()
  await db.$executeRaw`update event set created_at = created_at - interval '10 seconds'`
  expect(await undelivered()).toMatchObject({ count: 1 })
  const told = hears('told')
  await work([told])
  await vi.waitFor(() => expect(told.heard).toEqual([2]), 5_000)
  await deliveryIdle()
  expect(await undelivered()).toEqual({ count: 0, oldest: 0 })
  expect(told.heard).toEqual([2])
})

test('the sweep asks once, also for a fact whose tries are used up, and a new start gives it new tries', async () => {
  await happen(1)
  await pool.query("update event set created_at = now() - interval '1 minute'")
  await pool.query('update graphile_worker._private_jobs set attempts = max_attempts')
  await sweepEvents(20)
  const jobs = async () => (await pool.query<{ attempts: number }>('select attempts from graphile_worker._private_jobs')).rows
  expect(await jobs()).toEqual([{ attempts: 8 }])
  await sweepEvents(20, true)
  expect(await jobs()).toEqual([{ attempts: 0 }])
})

test('jobs of a worker whose process is gone are free again; those of one alive stay', async () => {
  await transaction(tx => enqueue(tx, 'nothing', {}))
  await pool.query("update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now() - interval '1 minute'")
  expect(await freeJobsOfTheDead()).toEqual(['worker-dead'])
  let ends = () => {}
  const slow = new Promise<void>(resolve => { ends = resolve })
  const worker = await startWorker({ jobs: [{ tasks: { slow: () => slow } }], consumers: [] })
  stops.push(() => worker.stop())
  await transaction(tx => enqueue(tx, 'slow', {}))
  await vi.waitFor(async () => expect((await pool.query("select 1 from graphile_worker.jobs where task_identifier = 'slow' and locked_by is not null")).rowCount).toBe(1), 5_000)
  await pool.query("update graphile_worker._private_jobs set locked_at = now() - interval '1 minute' where locked_by is not null")
  expect(await freeJobsOfTheDead()).toEqual([])
  ends()
})

test('told facts go after 30 days, untold ones stay', async () => {
  await pool.query(`insert into event (name, payload, created_at, delivered_at) values
    ('tests.thing.happened', '{}', now() - interval '31 days', now() - interval '31 days'),
    ('tests.thing.happened', '{}', now() - interval '31 days', null),
    ('tests.thing.happened', '{}', now(), now())`)
  expect(await deleteOldEvents()).toBe(1)
  expect(await db.event.count()).toBe(2)
})

import pg from 'pg'
import { expect, test } from 'vitest'
import { Invalid, Unavailable } from '~/platform/errors'
import { db, pool, transaction } from './db.server'
import { outageOf } from './outage.server'

const failing = async (run: () => Promise<unknown>): Promise<unknown> => run().then(() => null, (error: unknown) => error)

test('a statement cut off by the server is an outage, and the next one works', async () => {
  const cut = async (sleep: Promise<unknown>) => {
    const error = failing(() => sleep)
    const admin = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await admin.connect()
    const sleeping = "from pg_stat_activity where datname = current_database() and application_name = 'balai' and state = 'active' and query like '%pg_sleep(5)%'"
    await expect.poll(async () => (await admin.query(`select pid ${sleeping}`)).rowCount, { timeout: 4_000 }).toBe(1)
    await admin.query(`select pg_terminate_backend(pid) ${sleeping}`)
    await admin.end()
    return error
  }
  expect(outageOf(await cut(pool.query('select pg_sleep(5)')))).toBeInstanceOf(Unavailable)
  expect(outageOf(await cut(db.$queryRaw`select pg_sleep(5)::text`))).toBeInstanceOf(Unavailable)
  expect(outageOf(await cut(transaction(tx => tx.$executeRaw`select pg_sleep(5)`)))).toBeInstanceOf(Unavailable)
  expect(await db.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
})

test('a server that is not there is an outage', async () => {
  const nowhere = new pg.Client({ connectionString: 'postgresql://balai@127.0.0.1:1/balai' })
  expect(outageOf(await failing(() => nowhere.connect()))).toBeInstanceOf(Unavailable)
})

test('a database that may only be read is one that lasts', async () => {
  const error = await failing(() => db.$transaction([db.$executeRaw`set transaction read only`, db.setting.create({ data: { key: 'x', value: 1 } })]))
  expect(outageOf(error)?.retryAfter).toBe(60)
})

test('mistakes of ours are none', async () => {
  expect(outageOf(await failing(() => pool.query('select nonsense')))).toBeNull()
  expect(outageOf(await failing(() => db.$queryRaw`select 1/0`))).toBeNull()
  expect(outageOf(new Invalid('x'))).toBeNull()
  expect(outageOf(new Error('no'))).toBeNull()
  expect(outageOf(undefined)).toBeNull()
})

import { expect, test } from 'vitest'
import { pool } from '~/platform/db/db.server'
import { mayReadMetrics, metrics } from '~/platform/metrics/metrics.server'
import { readiness } from './health.server'

test('a migrated database with nothing waiting is ready', async () => {
  expect(await readiness()).toEqual({
    ready: true,
    checks: { database: { ok: true }, migrations: { ok: true }, search: { ok: true, engine: 'postgres' }, queue: { ok: true, late: { jobs: 0, events: 0 } } },
  })
})

test('a migration that is not applied makes it unready, by name', async () => {
  const { rows } = await pool.query<{ migration_name: string }>('delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations) returning *')
  const { ready, checks } = await readiness()
  expect(ready).toBe(false)
  expect(checks.migrations).toEqual({ ok: false, missing: [rows[0]?.migration_name] })
  await pool.query("insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', $1, now())", [rows[0]?.migration_name])
})

test('a queue far behind makes it unready; one that is merely long does not', async () => {
  await pool.query("insert into event (name, payload, created_at) select 'test', '{}', now() from generate_series(1, 6000)")
  expect((await readiness()).ready).toBe(true)
  await pool.query("update event set created_at = now() - interval '1 hour'")
  const { ready, checks } = await readiness()
  expect(ready).toBe(false)
  expect(checks.queue).toMatchObject({ ok: false, late: { events: 5_001 } })
  expect(await metrics.metrics()).toMatch(/balai_queue_late\{kind="events"[^}]*\} 5001/)
  await pool.query('delete from event')
})

test('a database that does not answer is said so within seconds', async () => {
  await pool.end()
  const { ready, checks } = await readiness()
  expect(ready).toBe(false)
  expect(checks.database.ok).toBe(false)
  expect(checks.migrations).toMatchObject({ ok: false })
})

const open = { METRICS_TOKEN: undefined, TRUST_PROXY: 0 }
const guarded = { METRICS_TOKEN: 'sixteen-letters-or-more', TRUST_PROXY: 1 }
test.each([
  ['this machine', { address: '127.0.0.1', forwarded: false }, open, true],
  ['this machine, by its newer address', { address: '::1', forwarded: false }, open, true],
  ['this machine, both at once', { address: '::ffff:127.0.0.1', forwarded: false }, open, true],
  ['somebody through a proxy nobody told us of', { address: '127.0.0.1', forwarded: true }, open, false],
  ['another machine', { address: '10.0.0.7', forwarded: false }, open, false],
  ['nobody knows', { forwarded: false }, open, false],
  ['anybody behind the proxy', { address: '127.0.0.1', forwarded: false }, { ...open, TRUST_PROXY: 1 }, false],
  ['who holds the token', { authorization: 'Bearer sixteen-letters-or-more', address: '10.0.0.7', forwarded: true }, guarded, true],
  ['who holds another', { authorization: 'Bearer sixteen-letters-or-mora', address: '10.0.0.7', forwarded: false }, guarded, false],
  ['who holds none, even here', { address: '127.0.0.1', forwarded: false }, guarded, false],
])('metrics for %s', (_who, asking, settings, allowed) => {
  expect(mayReadMetrics(asking, settings)).toBe(allowed)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

// Each test file works in a database of its own, copied from the migrated template.
const base = new URL(inject('postgresUrl'))
const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
const admin = new pg.Client({ connectionString: base.href })
await admin.connect()
await admin.query(`create database ${name} template template_balai`)
await admin.end()
base.pathname = `/${name}`
const data = mkdtempSync(path.join(tmpdir(), 'balai-data-'))
process.env.NODE_ENV = 'test'
process.env.DATABASE_URL = base.href
process.env.DATA_DIR = data
process.env.SKIP_RATE_LIMITS ??= '0'

afterAll(async () => {
  const { db, pool, poolAside } = await import('~/platform/db/db.server')
  await db.$disconnect()
  for (const one of [pool, poolAside]) if (!one.ended) await one.end()
  rmSync(data, { recursive: true, force: true })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../app/platform/db/migrate.ts'
import { startEmbeddedPostgres } from '../../app/server/embedded-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One real PostgreSQL for the run, with a migrated template that each worker copies. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(path.join(tmpdir(), 'balai-test-'))
  chmodSync(dir, 0o711)
  const server = await startEmbeddedPostgres(path.join(dir, 'pg'), { fsync: 'off', synchronous_commit: 'off' })
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  await admin.query('create database template_balai')
  await migrate(server.url('template_balai'))
  await admin.end()
  project.provide('postgresUrl', server.url('postgres'))
  return async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  }
}

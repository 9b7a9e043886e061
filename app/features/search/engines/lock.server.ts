import pg from 'pg'
import { env } from '~/platform/env/env.server'
import { Conflict } from '~/platform/errors'
import { log } from '~/platform/log/log.server'

const CLASS = 0x63617262

/**
 * Runs alone among all processes, on a connection of its own: what is done meanwhile waits for others than PostgreSQL, and the lock
 * goes with the process. @throws Conflict when another one holds it and `wait` is false
 */
export async function alone<T>(what: string, wait: boolean, run: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: 'balai-search-lock', keepAlive: true, connectionTimeoutMillis: 5_000 })
  client.on('error', error => log.warn({ err: error.message }, 'search: lock lost'))
  await client.connect()
  try {
    if (wait) await client.query('select pg_advisory_lock($1, hashtext($2))', [CLASS, what])
    else {
      const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as free', [CLASS, what])
      if (!rows[0]?.free) throw new Conflict('reindexing')
    }
    return await run()
  } finally {
    await client.end().catch(() => undefined)
  }
}

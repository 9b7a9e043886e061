import path from 'node:path'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedServer } from './embedded-postgres.ts'

const NAME = 'balai'

/**
 * Makes sure there is a database and names it in DATABASE_URL, where the house reads it.
 * @returns the embedded server, or null when DATABASE_URL named one already
 */
export async function openDatabase(): Promise<EmbeddedServer | null> {
  if (process.env.DATABASE_URL) return null
  const server = await startEmbeddedPostgres(path.join(process.env.DATA_DIR ?? 'data', 'postgres'))
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  try {
    await admin.connect()
    const known = await admin.query('select 1 from pg_database where datname = $1', [NAME])
    if (known.rowCount === 0) await admin.query(`create database ${NAME}`)
  } finally {
    await admin.end()
  }
  process.env.DATABASE_URL = server.url(NAME)
  return server
}

import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runMigrations as prepareJobs } from 'graphile-worker'
import pg from 'pg'

const ADVISORY_LOCK = 72707369 // the number Prisma's own migrate takes

/**
 * Applies `prisma/migrations/<time>_<name>/migration.sql` in order and keeps Prisma's own table, then prepares the job queue.
 * Safe to run from several processes at once. @returns names applied now
 * @throws Error naming the migration that failed, or one whose file changed after it was applied
 */
export async function migrate(databaseUrl: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(`create table if not exists _prisma_migrations (
      id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
      logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
    const known = new Map((await client.query<{ migration_name: string; checksum: string }>('select migration_name, checksum from _prisma_migrations where finished_at is not null')).rows.map(row => [row.migration_name, row.checksum]))
    for (const name of readdirSync(folder).filter(entry => /^\d{14}_/.test(entry)).sort()) {
      const text = readFileSync(path.join(folder, name, 'migration.sql'))
      const checksum = createHash('sha256').update(text).digest('hex')
      if (known.has(name)) {
        if (known.get(name) !== checksum) throw new Error(`Migration ${name} was changed after it was applied here. Restore the file; write a new migration instead.`)
        continue
      }
      await client.query('begin')
      try {
        await client.query(text.toString('utf8'))
        await client.query('insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)', [randomUUID(), checksum, name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
    }
    await client.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK])
  } finally {
    await client.end()
  }
  await prepareJobs({ connectionString: databaseUrl })
  return applied
}

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pool } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'

/** Jobs and events that wait longer than this, in seconds, count as backlog. */
const LATE_AFTER = 120
/** More late ones than this and the process is not ready. */
const LATE_LIMIT = 5_000

export interface Check { ok: boolean; [detail: string]: unknown }
export interface Readiness { ready: boolean; checks: Record<'database' | 'migrations' | 'search' | 'queue', Check> }

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms) })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

async function check(run: () => Promise<Check>): Promise<Check> {
  try {
    return await within(3_000, run())
  } catch (error) {
    return { ok: false, why: (error as Error).message }
  }
}

export function migrationsOnDisk(folder = path.resolve('prisma/migrations')): string[] {
  return readdirSync(folder).filter(name => /^\d{14}_/.test(name)).sort()
}

async function migrations(): Promise<Check> {
  const applied = new Set((await pool.query<{ name: string }>('select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null')).rows.map(row => row.name))
  const missing = migrationsOnDisk().filter(name => !applied.has(name))
  return { ok: missing.length === 0, ...(missing.length > 0 && { missing }) }
}

/** Search falls back to PostgreSQL by itself, so a silent Meilisearch is told but does not make a process unready. */
async function search(): Promise<Check> {
  const url = env().MEILI_URL
  if (!url) return { ok: true, engine: 'postgres' }
  try {
    const answer = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(1_500) })
    if (answer.ok) return { ok: true, engine: 'meilisearch' }
    return { ok: true, engine: 'postgres', fallback: `Meilisearch answered ${answer.status}` }
  } catch (error) {
    return { ok: true, engine: 'postgres', fallback: (error as Error).message }
  }
}

/** @returns jobs and events that should have been done LATE_AFTER seconds ago, each counted up to one past the limit */
export async function backlog(): Promise<{ jobs: number; events: number }> {
  const { rows } = await pool.query<{ jobs: number; events: number }>(
    `select (select count(*)::int from (select from graphile_worker._private_jobs where attempts < max_attempts and locked_at is null and run_at < now() - make_interval(secs => $1) limit $2) as late) as jobs,
            (select count(*)::int from (select from event where delivered_at is null and created_at < now() - make_interval(secs => $1) limit $2) as late) as events`,
    [LATE_AFTER, LATE_LIMIT + 1])
  return rows[0]!
}

async function queue(): Promise<Check> {
  const late = await backlog()
  return { ok: late.jobs <= LATE_LIMIT && late.events <= LATE_LIMIT, late }
}

/** Whether this process can do its work now. Takes at most about three seconds. */
export async function readiness(): Promise<Readiness> {
  const database = await check(async () => { await pool.query('select 1'); return { ok: true } })
  const unknown: Check = { ok: false, why: 'the database does not answer' }
  const [migrated, queued, searching] = await Promise.all([database.ok ? check(migrations) : unknown, database.ok ? check(queue) : unknown, check(search)])
  const checks = { database, migrations: migrated, search: searching, queue: queued }
  return { ready: Object.values(checks).every(one => one.ok), checks }
}

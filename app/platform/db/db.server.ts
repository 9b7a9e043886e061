import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from '~/generated/prisma/client'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { requestContext } from '~/platform/log/request-context.server'
import { createHash } from 'node:crypto'

export type { Prisma } from '~/generated/prisma/client'

/** Every connection of the process comes from here, Prisma's too. */
export const pool = kept('pool', () => {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set; the start script sets it for the embedded server.')
  const made = new pg.Pool({ connectionString: url, max: env().DATABASE_POOL, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, application_name: 'balai',
    // The same statements come again and again with other values: planning each time costs as much as running. Search has connections of its own, where it does not hold.
    options: '-c plan_cache_mode=force_generic_plan' })
  made.on('error', error => log.warn({ err: error.message }, 'database connection lost'))
  made.on('connect', client => {
    // lent out, a connection is nobody's to listen to: cut off then, it would end the process. Whoever asked it hears by the failed query.
    client.on('error', error => log.warn({ err: error.message }, 'database connection cut'))
    const send = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const context = requestContext()
      if (context) context.statements += 1
      return send(...args)
    }) as typeof client.query
  })
  return made
})

/** Prepared-statement names are bounded: Prisma repeats the same few hundred shapes. */
const statementNames = kept('statement-names', () => new Map<string, string>())
function nameFor(sql: string): string {
  const known = statementNames.get(sql)
  if (known !== undefined) return known
  if (statementNames.size >= 500) return undefined as unknown as string
  const name = `p${createHash('sha1').update(sql).digest('base64url').slice(0, 16)}`
  statementNames.set(sql, name)
  return name
}

export const db = kept('prisma', () => new PrismaClient({
  adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }: { sql: string }) => nameFor(sql) }),
}))

export type Db = typeof db
export type Tx = Prisma.TransactionClient

/** What waits for the commit of a transaction that is still open. */
const waiting = kept('after-commit', () => new WeakMap<object, (() => void)[]>())

/** One transaction; the whole of a verb's writing. */
export async function transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const follow: (() => void)[] = []
  const result = await db.$transaction(tx => {
    waiting.set(tx, follow)
    return run(tx)
  }, { timeout: 15_000, maxWait: 10_000 })
  for (const next of follow) next()
  return result
}

/**
 * Runs `next` in this process once `tx` has committed; never after a rollback, and not at all when the process dies in between.
 * @returns false when `tx` is not one of `transaction`'s: nothing will be run
 */
export function afterCommit(tx: Tx, next: () => void): boolean {
  return waiting.get(tx)?.push(next) !== undefined
}

/** A named, typed SQL read over the shared pool. `name` must be unique to the text. */
export async function sql<Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const result = await pool.query({ name, text, values: values as unknown[] })
  return result.rows as Row[]
}

/** The constraint a write ran into, or null when the error is another. */
export function brokenConstraint(error: unknown): string | null {
  const known = error as { code?: string; meta?: { driverAdapterError?: { cause?: { constraint?: { index?: string; fields?: string[] }; originalCode?: string } } } }
  if (known?.code !== 'P2002' && known?.code !== 'P2003') return null
  const constraint = known.meta?.driverAdapterError?.cause?.constraint
  return constraint?.index ?? constraint?.fields?.join(',') ?? 'unknown'
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from '~/generated/prisma/client'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { requestContext } from '~/platform/log/request-context.server'
import { createHash } from 'node:crypto'

export type { Prisma } from '~/generated/prisma/client'

/** Statements sent by this process since its start: what guard rails of the tests count, whoever sent them. */
export const sent = kept('statements-sent', () => ({ statements: 0 }))

function makePool(name: string, max: number, more = ''): pg.Pool {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set; the start script sets it for the embedded server.')
  const made = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, application_name: name,
    // The same statements come again and again with other values: planning each time costs as much as running. Search has connections of its own, where it does not hold.
    options: `-c plan_cache_mode=force_generic_plan${more}` })
  made.on('error', error => log.warn({ err: error.message }, 'database connection lost'))
  made.on('connect', client => {
    // lent out, a connection is nobody's to listen to: cut off then, it would end the process. Whoever asked it hears by the failed query.
    client.on('error', error => log.warn({ err: error.message }, 'database connection cut'))
    const send = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      sent.statements += 1
      const context = requestContext()
      if (context) context.statements += 1
      return send(...args)
    }) as typeof client.query
  })
  return made
}

/** Every connection of the process comes from here, Prisma's too, but for what follows a commit. */
export const pool = kept('pool', () => makePool('balai', env().DATABASE_POOL))

/**
 * For what follows a commit: a few connections of its own, so that it never takes one from a page, and without waiting for the disk. The mark
 * that a fact was told is written after what was told of it (`marks.server.ts`), so whatever a crash of the machine takes, it takes the mark first
 * and the fact is told again.
 */
export const poolAside = kept('pool-aside', () => makePool('balai-after', 6, ' -c synchronous_commit=off'))
/** Set while what follows a commit runs. */
export const aside = kept('aside', () => new AsyncLocalStorage<boolean>())

/** Runs what follows a commit: its `sql()` goes by the connections set aside for that. */
export const runAside = <T>(run: () => T): T => aside.run(true, run)
/** The connections for whoever asks here and now. */
export const poolHere = (): pg.Pool => (aside.getStore() ? poolAside : pool)

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

/** A named, typed SQL statement over the shared pool: its own transaction. `name` must be unique to the text. */
export async function sql<Row extends object>(name: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const result = await poolHere().query({ name, text, values: values as unknown[] })
  return result.rows as Row[]
}

/** A statement and what it asks with; `name` is unique to the text. */
export interface Statement {
  name: string
  text: string
  values: readonly unknown[]
}

interface AsTexts { name: string; text: string }
const asTexts = new Map<string, AsTexts>()
/** PostgreSQL cuts longer names off. */
const NAME = 60

function written(names: string, statements: readonly Statement[]): AsTexts {
  let begun = 0
  const columns = statements.map(({ text, values }, at) => {
    const own = text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + begun}`)
    begun += values.length
    return `(select coalesce(json_agg(q), '[]')::text from (${own}) q) as "${at}"`
  })
  const made = { name: names.length <= NAME ? names : `t${createHash('sha1').update(names).digest('base64url')}`, text: `select ${columns.join(', ')}` }
  asTexts.set(names, made)
  return made
}

/**
 * Several reads in one journey, the rows of each as one JSON text: nothing is read field by field, and what was read before need not be read
 * again (`madeOf`). Pages ask by `readText` (`together.server.ts`). Only for what JSON carries: numbers, texts, booleans, lists; times as numbers.
 */
export async function sqlTexts(...statements: Statement[]): Promise<string[]> {
  const names = statements.map(one => one.name).join('+')
  const { name, text } = asTexts.get(names) ?? written(names, statements)
  const result = await poolHere().query<string[]>({ name, text, values: statements.flatMap(one => one.values), rowMode: 'array' })
  return result.rows[0]!
}

/**
 * A short transaction by hand, for what follows a commit. `opening` travels with its begin, in one journey: SQL without values, its own words only, such as
 * the lock it works under. Each statement sees what was committed before it began.
 * @param run gets what the last statement of `opening` answered
 */
export async function briefly<Row extends pg.QueryResultRow, T>(opening: string, run: (client: pg.PoolClient, rows: Row[]) => Promise<T>): Promise<T> {
  const client = await poolHere().connect()
  let broken: Error | undefined
  try {
    const answers = (await client.query(`begin; ${opening}`)) as unknown as pg.QueryResult<Row>[]
    const result = await run(client, answers.at(-1)?.rows ?? [])
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: unknown) => { broken = lost as Error })
    throw error
  } finally {
    client.release(broken)
  }
}

/** The constraint a write ran into, or null when the error is another. */
export function brokenConstraint(error: unknown): string | null {
  const known = error as { code?: string; constraint?: string; meta?: { driverAdapterError?: { cause?: { constraint?: { index?: string; fields?: string[] }; originalCode?: string } } } }
  if (known?.code === '23505' || known?.code === '23503') return known.constraint ?? 'unknown'
  if (known?.code !== 'P2002' && known?.code !== 'P2003') return null
  const constraint = known.meta?.driverAdapterError?.cause?.constraint
  return constraint?.index ?? constraint?.fields?.join(',') ?? 'unknown'
}

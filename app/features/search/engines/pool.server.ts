import pg from 'pg'
import { env } from '~/platform/env/env.server'
import { Unavailable } from '~/platform/errors'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { requestContext } from '~/platform/log/request-context.server'
import { givingWay } from './giving-way.server'

/** Searches at once in one process, those that may wait, and how long (ms): a storm of searches must not starve the pages. */
const AT_ONCE = 3
const MAY_WAIT = 120
const PATIENCE = 4_000
const STATEMENT_TIMEOUT = 3_000

const reading = kept('search-pool', () => {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set; the start script sets it for the embedded server.')
  const pool = new pg.Pool({
    connectionString: url, max: AT_ONCE, connectionTimeoutMillis: PATIENCE, idleTimeoutMillis: 60_000, allowExitOnIdle: true, application_name: 'balai-search',
    options: `-c statement_timeout=${STATEMENT_TIMEOUT}`,
  })
  pool.on('error', error => log.warn({ err: error.message }, 'search: database connection lost'))
  pool.on('connect', client => { client.on('error', () => undefined) })
  return pool
})

function unavailable(error: unknown): Error {
  const { code, message } = error as { code?: string; message?: string }
  // 57014 the statement took too long; 57P0x and 08xxx the server went away; without a code: no connection in time
  if (code === '57014' || code?.startsWith('57P') || code?.startsWith('08') || code === 'ECONNREFUSED' || code === 'ECONNRESET' || /timeout exceeded|Connection terminated|not queryable/.test(message ?? '')) {
    return new Unavailable('search', 3)
  }
  return error as Error
}

/** Runs searches of one question on one connection. @throws Unavailable at once when too many wait, or when it takes too long */
export async function searching<T>(run: (ask: <Row extends object>(text: string, values: readonly unknown[], name?: string) => Promise<Row[]>) => Promise<T>): Promise<T> {
  if (reading.waitingCount >= MAY_WAIT) throw new Unavailable('search', 2)
  const context = requestContext()
  if (context) context.searched = true
  const gone = context?.gone
  let client: pg.PoolClient
  try {
    client = await reading.connect()
  } catch (error) {
    throw unavailable(error)
  }
  // who typed on while this one waited asks again with more letters
  if (gone?.aborted) {
    client.release()
    throw new Unavailable('search', 1)
  }
  const search = givingWay.begin()
  let broken: Error | undefined
  try {
    await search.turn
    return await run(async <Row extends object>(text: string, values: readonly unknown[], name?: string) => (await client.query<Row>({ text, values: [...values], ...(name && { name }) })).rows)
  } catch (error) {
    const seen = unavailable(error)
    if (seen instanceof Unavailable && (error as { code?: string }).code !== '57014') broken = error as Error
    throw seen
  } finally {
    search.end()
    client.release(broken)
  }
}

export const searchFigures = () => ({ waiting: reading.waitingCount, open: reading.totalCount })

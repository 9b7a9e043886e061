import pg from 'pg'
import { env } from '~/platform/env/env.server'
import { log } from '~/platform/log/log.server'

/** Class of the advisory locks that say "this worker lives". */
export const LIFE = 0x62616c61

/**
 * Holds one advisory lock per worker on a connection of its own. PostgreSQL drops the locks with the connection, so a worker
 * that was killed is known to be dead at once, by everybody, without a clock.
 */
export function startLifeline(): { add: (workerId: string) => void; stop: () => Promise<void> } {
  const names = new Set<string>()
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  let holding = Promise.resolve()
  const hold = (at: pg.Client, name: string) => {
    holding = holding.then(() => at.query('select pg_advisory_lock_shared($1, hashtext($2))', [LIFE, name])).then(() => undefined, () => undefined)
  }
  const again = () => {
    client = null
    if (!stopped) timer ??= setTimeout(() => { timer = undefined; void connect() }, 1_000)
  }
  const connect = async () => {
    const made = new pg.Client({ connectionString: env().DATABASE_URL, application_name: 'balai-lifeline', keepAlive: true, connectionTimeoutMillis: 5_000 })
    made.on('error', error => log.warn({ err: error.message }, 'lifeline lost'))
    made.on('end', again)
    try {
      await made.connect()
      client = made
      for (const name of names) hold(made, name)
    } catch {
      again()
    }
  }
  void connect()
  return {
    add: name => {
      names.add(name)
      if (client) hold(client, name)
    },
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

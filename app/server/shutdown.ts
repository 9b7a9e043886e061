import type { Server } from 'node:http'

/** The whole stop may take this long, in ms; then the process ends whatever is left. */
const LIMIT = 15_000
/** Requests in flight get this long to finish. */
const DRAIN = 8_000

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: what comes within this time, in ms, is the same wish. */
const SAME_WISH = 1_500

interface Stoppable {
  http: Server
  house: () => Promise<void>
  database: () => Promise<void>
  /** the database, when there is no more time */
  hurry: () => void
}

/** Counts what is being answered, so that a stop can wait for it. */
export function watchRequests(http: Server): { idle: () => Promise<void>; drain: () => void } {
  let active = 0
  let draining = false
  let tell: (() => void) | undefined
  http.prependListener('request', (_request, response) => {
    active += 1
    if (draining) response.setHeader('Connection', 'close')
    response.once('close', () => {
      active -= 1
      if (active === 0) tell?.()
    })
  })
  return {
    drain: () => { draining = true },
    idle: () => new Promise(resolve => {
      if (active === 0) return resolve()
      tell = resolve
      setTimeout(resolve, DRAIN).unref()
    }),
  }
}

/**
 * Ends in order on SIGTERM, SIGINT or SIGHUP: no new connections, requests in flight, live, worker and pools, then the database.
 * Asked again later, it ends at once.
 */
export function stopOnSignals({ http, house, database, hurry }: Stoppable): void {
  const requests = watchRequests(http)
  let asked = 0
  const endNow = () => {
    hurry()
    process.exit(1)
  }
  const stop = async (signal: string) => {
    if (asked > 0) {
      if (Date.now() - asked > SAME_WISH) endNow()
      return
    }
    asked = Date.now()
    const limit = setTimeout(() => {
      console.error('The stop took too long; ending now.')
      endNow()
    }, LIMIT)
    limit.unref()
    let code = 0
    try {
      requests.drain()
      http.close()
      http.closeIdleConnections()
      await requests.idle()
      await house()
      http.closeAllConnections()
    } catch (error) {
      console.error(error)
      code = 1
    }
    try {
      await database()
    } catch (error) {
      console.error(error)
      code = 1
    }
    if (process.stdout.isTTY) console.log(`\nBalai stopped (${signal}).`)
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(signal))
}

import { Unavailable } from '~/platform/errors'

/** What an error carries along the chain of libraries it came through. */
interface Links { code?: unknown; originalCode?: unknown; kind?: unknown; message?: unknown; cause?: unknown; meta?: unknown; driverAdapterError?: unknown; errors?: unknown }

const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/
/** Connection lost, server shutting down or starting, too many connections, deadlock: worth another try in a moment. */
const PASSING = /^(08...|57P0[1-5]|53300|40001|40P01|P1001|P1002|P1008|P1017|P2024|P2028|P2034)$/
/** Disk full, out of memory, read-only, input or output failed: somebody has to look. */
const LASTING = /^(53100|53200|53400|25006|58030)$/
const KINDS = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TransactionWriteConflict)$/
const WORDS = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|server closed the connection|the database system is (starting up|shutting down|in recovery mode)/i

/** @returns the honest answer when the database is away, full or read-only; null when the error is another */
export function outageOf(error: unknown, depth = 0): Unavailable | null {
  if (typeof error !== 'object' || error === null || depth > 6) return null
  if (error instanceof Unavailable) return error
  const { code, originalCode, kind, message, cause, meta, driverAdapterError, errors } = error as Links
  for (const known of [code, originalCode]) {
    if (typeof known !== 'string') continue
    if (LASTING.test(known)) return new Unavailable('database', 60)
    if (NETWORK.test(known) || PASSING.test(known)) return new Unavailable('database', 5)
  }
  if (typeof kind === 'string' && KINDS.test(kind)) return new Unavailable('database', 5)
  if (typeof message === 'string' && WORDS.test(message)) return new Unavailable('database', 5)
  for (const inner of [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? (errors as unknown[]).slice(0, 3) : [])]) {
    const found = outageOf(inner, depth + 1)
    if (found) return found
  }
  return null
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http'

export interface BodyLimits {
  /** ms until a request is here whole */
  whole: number
  /** ms a large file may take while it keeps coming */
  large: number
  /** so much of it comes in each such time, or it is over */
  least: { bytes: number; every: number }
}

export const bodyLimits: BodyLimits = { whole: 120_000, large: 2 * 3_600_000, least: { bytes: 256 * 1024, every: 30_000 } }

interface Arriving { request: IncomingMessage; response: ServerResponse; since: number; seenAt: number; seen: number }

/**
 * Ends requests that do not come to their end: all within one time, and large files at their own addresses later, for as long as they keep coming
 * and nobody has answered them yet. Takes the place of Node's `requestTimeout`, which knows one time for all; its `headersTimeout` stays.
 */
export function watchBodies(http: Server, takesLarge: (path: string) => boolean, limits: BodyLimits = bodyLimits): (request: IncomingMessage, response: ServerResponse) => void {
  const arriving = new Set<Arriving>()
  const isOver = (one: Arriving, now: number): boolean => {
    const { request, response } = one
    const most = !response.writableEnded && takesLarge((request.url ?? '').split('?')[0] ?? '') ? limits.large : limits.whole
    if (now - one.since > most) return true
    if (now - one.since <= limits.whole || now - one.seenAt < limits.least.every) return false
    const came = request.socket.bytesRead - one.seen
    one.seenAt = now
    one.seen += came
    return came < limits.least.bytes
  }
  const look = (): void => {
    const now = performance.now()
    for (const one of arriving) {
      if (one.request.complete || one.request.destroyed) arriving.delete(one)
      else if (isOver(one, now)) {
        arriving.delete(one)
        const { socket } = one.request
        http.emit('clientError', Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket)
        setTimeout(() => socket.destroy(), 1_000).unref()
      }
    }
  }
  const timer = setInterval(look, Math.min(limits.whole, limits.least.every) / 6).unref()
  http.once('close', () => clearInterval(timer))
  return (request, response) => {
    if (request.headers['transfer-encoding'] === undefined && !(Number(request.headers['content-length']) > 0)) return
    const now = performance.now()
    arriving.add({ request, response, since: now, seenAt: now, seen: request.socket.bytesRead })
  }
}

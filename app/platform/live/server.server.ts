import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import { env } from '~/platform/env/env.server'
import { log } from '~/platform/log/log.server'
import { joinCluster } from './adapter.server'
import { measure } from './figures.server'
import { addressOf, countIn, countOut, fromHere, mayEnter, ownCookies } from './gate.server'
import { hearMessages } from './messages.server'
import { left, startPresence } from './presence.server'
import { emptied, listenForDoubts, roomsOf } from './rooms.server'
import { live, takeParts, type LiveServer, type LiveSocket, type Parts } from './state.server'

export { emitHere, emitTo, heardHere } from './state.server'
export { doubting, doubtsSettled, recheck, type Doubt } from './rooms.server'

/** A connection older than this asks anew who it is: a session lives no longer without a visit. */
const LONGEST_MS = 12 * 3_600_000

/** The request that opened a connection would be kept with all its headers for as long as it lives. */
function forgetRequest(socket: LiveSocket): void {
  const { time, issued, url } = socket.handshake
  Reflect.set(socket, 'handshake', { time, issued, url, headers: {}, address: '', xdomain: false, secure: false, query: {}, auth: {} })
  Reflect.set(socket.conn, 'request', null)
}

function welcome(socket: LiveSocket): void {
  forgetRequest(socket)
  countIn(socket)
  hearMessages(socket)
  const enough = setTimeout(() => socket.disconnect(true), LONGEST_MS)
  enough.unref()
  socket.on('disconnecting', () => {
    for (const name of roomsOf(socket)) {
      left(name, socket)
      emptied(name, 1) // the leaving one is still counted
    }
  })
  socket.on('disconnect', () => {
    clearTimeout(enough)
    countOut(socket)
  })
}

/**
 * Live on the site's own server, or, without one (a worker), only able to send to the browsers of the others.
 * Called again in the same process it takes the new parts and keeps every connection (development).
 */
export async function startLive(http: HttpServer | null, parts: Parts): Promise<{ close: () => Promise<void> }> {
  takeParts(parts)
  if (live.io) return { close: () => Promise.resolve() }
  const cluster = joinCluster(() => live.io?.local.emit('resync', {}))
  const io: LiveServer = new Server({
    adapter: cluster.adapter as never,
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 16_384,
    connectTimeout: 10_000,
    destroyUpgrade: env().NODE_ENV !== 'development', // the development server's own socket shares the port; elsewhere it would hang for ever
    allowRequest: (request: IncomingMessage, answer: (error: string | null, ok: boolean) => void) => {
      const ok = fromHere(request.headers)
      answer(ok ? null : 'origin', ok)
    },
  })
  live.io = io
  const ready = cluster.ready
  io.use((socket, next) => {
    const { headers } = socket.request
    const cookie = ownCookies(headers.cookie)
    const address = addressOf(socket.request.socket.remoteAddress, headers['x-forwarded-for'])
    Promise.all([live.identify(cookie || null), ready]).then(([viewer]) => {
      if (!mayEnter(viewer, address)) return next(new Error('TooMany'))
      socket.data = { viewer, cookie, address, tokens: 30, tokensAt: Date.now(), typedAt: 0 }
      next()
    }).catch((error: unknown) => {
      log.warn({ err: (error as Error).message }, 'live: nobody could be asked who this is')
      next(new Error('Unavailable'))
    })
  })
  io.on('connection', welcome)
  if (http) io.attach(http)
  const stopPresence = startPresence()
  listenForDoubts()
  measure()
  return {
    close: async () => {
      stopPresence()
      live.io = null
      const patience = new Promise<void>(resolve => setTimeout(resolve, 3_000).unref())
      await Promise.race([io.close().catch(() => undefined), patience])
      await Promise.all(live.stops.map(stop => stop().catch((error: unknown) => log.warn({ err: (error as Error).message }, 'live: not written before the end'))))
      await cluster.end()
      live.byPerson.clear()
      live.byAddress.clear()
    },
  }
}

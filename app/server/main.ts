import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import path from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import { watchBodies, type BodyLimits } from './bodies.ts'
import { areasOf, handlerByArea } from './areas.ts'
import { serveFiles } from './files.ts'
import { Explained } from './progress.ts'

/** @returns false when it was not answered and must go on */
type RequestAnswer = (...args: Parameters<RequestListener>) => boolean

/** What the built server gives to its process; see `app/entry.server.tsx`. */
export interface House {
  readEnv: () => { ROLE: 'web' | 'worker' | 'all'; PORT: number; HOST: string; DATA_DIR: string; DEMO?: boolean | undefined }
  configure: (app: express.Express, areas: ReadonlySet<string>) => void
  /** addresses whose forms carry one large file */
  takesLarge: (path: string) => boolean
  requestIdOf: (response: express.Response) => string
  answerFromCache: RequestAnswer
  serveWith: (handle: (request: Request) => Promise<Response>) => (args: { request: express.Request; response: express.Response; requestId: string }) => Promise<void>
  sayPlainly: (request: express.Request, response: express.Response, status: number, reason: 'address' | 'unexpected' | 'stopping', requestId: string) => void
  startLive: (http: Server | null) => Promise<void>
  startWorker: () => Promise<void>
  stop: () => Promise<void>
  migrate: (databaseUrl: string) => Promise<string[]>
  seedDemo: () => Promise<void>
  demoAccounts: () => Promise<readonly { role: string; name: string; login: string; password: string }[]>
  commands: Readonly<Record<string, (args: readonly string[], say: (line: string) => void) => Promise<number | void>>>
}

export interface Built { build: ServerBuild; house: House }

/**
 * Loads the server that `remix vite:build` made. DATABASE_URL must be set by now: the pool is made on import.
 * @throws Explained when the environment makes no sense
 */
export async function loadBuild(): Promise<Built> {
  const file = path.resolve('build/server/index.js')
  try {
    const build = (await import(file)) as ServerBuild
    const house = build.entry.module as unknown as House
    house.readEnv()
    return { build, house }
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('The environment cannot be used')) throw new Explained(error.message)
    throw error
  }
}

/** The page cache, then Express with everything before Remix, the browser's files, and Remix; a worker answers for its health alone. */
export function createApp({ build, house }: Built, role: 'web' | 'worker' | 'all' = 'all'): RequestListener {
  const app = express()
  house.configure(app, areasOf(build))
  if (role === 'worker') return app
  app.use(serveFiles(path.resolve(build.assetsBuildDirectory)))
  const serve = house.serveWith(handlerByArea(build, process.env.NODE_ENV))
  app.use((request, response, next) => {
    serve({ request, response, requestId: house.requestIdOf(response) }).catch(next)
  })
  app.use((error: unknown, request: express.Request, response: express.Response, _next: express.NextFunction) => {
    const status = (error as { status?: number }).status
    const bad = status !== undefined && status >= 400 && status < 500
    if (!bad) console.error(error)
    if (response.headersSent) return void response.destroy()
    house.sayPlainly(request, response, bad ? status : 500, bad ? 'address' : 'unexpected', house.requestIdOf(response) ?? '')
  })
  return (request, response) => {
    if (!house.answerFromCache(request, response)) app(request, response)
  }
}

/** A server with limits against slow and endless requests. It answers by whatever `use` was given last. */
export function createHttp(bodies?: BodyLimits): { http: Server; use: (app: RequestListener, takesLarge?: (path: string) => boolean) => void } {
  let app: RequestListener | undefined
  let large: (path: string) => boolean = () => false
  // bodies have a watch of their own, which knows large files
  const limits = { maxHeaderSize: 16 * 1024, requestTimeout: 0, headersTimeout: 20_000, keepAliveTimeout: 65_000 }
  // An offer to speak another protocol is refused by answering in this one, as HTTP asks; without this such a request is never answered.
  // Its connection ends with the answer: Node's parser drops what follows such an offer in the same packet.
  const shouldUpgradeCallback = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket'
  const http = createServer({ ...limits, shouldUpgradeCallback }, (request, response) => {
    watch(request, response)
    if (request.headers.upgrade !== undefined) response.setHeader('Connection', 'close')
    if (app) return void app(request, response)
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '3', 'Cache-Control': 'no-store' })
    response.end('Balai sedang dimulai. Muat ulang sebentar lagi.\nBalai is starting. Reload in a moment.\n')
  })
  const watch = watchBodies(http, path => large(path), bodies)
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const refusal = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request'
    if (socket.writable) socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    else socket.destroy()
  })
  return {
    http,
    use: (made, takesLarge = large) => {
      app = made
      large = takesLarge
    },
  }
}

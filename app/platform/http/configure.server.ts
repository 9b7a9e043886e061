import { randomUUID } from 'node:crypto'
import type { Express, Request, Response } from 'express'
import { env } from '~/platform/env/env.server'
import { readiness } from '~/platform/health/health.server'
import { log } from '~/platform/log/log.server'
import { countRequest, mayReadMetrics, metrics } from '~/platform/metrics/metrics.server'
import { sayPlainly } from './plain-page.server'
import { bodyLimit, fromMailProgram, fromOurPages, secureHeaders, URL_LIMIT, validAddress, validHost, writes } from './security.server'

/** Slower answers are worth a line, in seconds. */
const SLOW = 2

export const requestIdOf = (response: Response): string => (response.locals as { requestId: string }).requestId

function giveRequestId(request: Request, response: Response): string {
  const sent = env().TRUST_PROXY > 0 ? request.get('x-request-id') : undefined
  const requestId = sent && /^[\w-]{8,64}$/.test(sent) ? sent : randomUUID()
  response.locals.requestId = requestId
  response.setHeader('X-Request-Id', requestId)
  return requestId
}

function watch(request: Request, response: Response, areas: ReadonlySet<string>): void {
  const began = process.hrtime.bigint()
  response.once('close', () => {
    const seconds = Number(process.hrtime.bigint() - began) / 1e9
    const first = request.path.split('/')[1]?.replace(/\.data$/, '') ?? ''
    countRequest(request.method, areas.has(first) ? `/${first}` : 'other', response.statusCode, seconds)
    // the path alone, never the query: people type names and numbers into it; and never a one-use link
    const path = request.path.slice(0, 200).replace(/[\w-]{43}/g, '…')
    const facts = { requestId: requestIdOf(response), method: request.method, path, status: response.statusCode, ms: Math.round(seconds * 1000) }
    if (response.statusCode >= 500) log.warn(facts, 'answered with an error')
    else if (seconds > SLOW) log.warn(facts, 'slow')
    else log.debug(facts, 'answered')
  })
}

/**
 * Everything that stands before Remix, in order: headers, request id, limits, origin of writes, health, metrics.
 * @param areas first parts of the known addresses
 */
export function configure(app: Express, areas: ReadonlySet<string>): void {
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', env().TRUST_PROXY)
  const secure = secureHeaders()

  app.use((request, response, next) => secure(request, response, next))
  app.use((request, response, next) => {
    const requestId = giveRequestId(request, response)
    watch(request, response, areas)
    if (request.originalUrl.length > URL_LIMIT) return sayPlainly(request, response, 414, 'address', requestId)
    if (!validHost(request.headers.host) || !validAddress(request.originalUrl)) return sayPlainly(request, response, 400, 'address', requestId)
    if (!/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(request.method)) return sayPlainly(request, response, 405, 'address', requestId)
    const length = Number(request.headers['content-length'] ?? 0)
    if (length > bodyLimit(request.originalUrl, request.headers['content-type'])) return sayPlainly(request, response, 413, 'tooLarge', requestId)
    if (writes(request.method) && !fromOurPages(request.headers) && !fromMailProgram(request.method, request.path, request.headers)) return sayPlainly(request, response, 403, 'origin', requestId)
    next()
  })

  app.get('/healthz', (_request, response) => void response.set('Cache-Control', 'no-store').json({ alive: true }))
  app.get('/readyz', (_request, response, next) => {
    readiness().then(state => response.status(state.ready ? 200 : 503).set('Cache-Control', 'no-store').json(state), next)
  })
  app.get('/metrics', (request, response, next) => {
    const forwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
    if (!mayReadMetrics({ authorization: request.headers.authorization, address: request.socket.remoteAddress, forwarded })) return void response.status(404).type('text').send('Not found')
    metrics.metrics().then(text => response.set('Content-Type', metrics.contentType).set('Cache-Control', 'no-store').send(text), next)
  })
}

import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { pool } from '~/platform/db/db.server'
import { env, type Env } from '~/platform/env/env.server'
import { backlog } from '~/platform/health/health.server'
import { pages } from '~/platform/http/serve.server'
import { kept } from '~/platform/kept.server'

const parts = kept('metrics', () => {
  const registry = new Registry()
  registry.setDefaultLabels({ role: env().ROLE })
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'balai_http_request_seconds', help: 'Time to answer, by method, area of the site and class of status',
    labelNames: ['method', 'area', 'status'], buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry],
  })
  const cache = new Counter({ name: 'balai_page_cache_total', help: 'Answers from the page cache and pages made for it', labelNames: ['outcome'], registers: [registry], collect() {
    this.reset()
    this.inc({ outcome: 'hit' }, pages.counts.hits)
    this.inc({ outcome: 'miss' }, pages.counts.misses)
  } })
  const held = new Gauge({ name: 'balai_page_cache_bytes', help: 'Bytes held by the page cache', registers: [registry], collect() { this.set(pages.size().bytes) } })
  const connections = new Gauge({ name: 'balai_database_connections', help: 'Connections of the pool', labelNames: ['state'], registers: [registry], collect() {
    this.set({ state: 'total' }, pool.totalCount)
    this.set({ state: 'idle' }, pool.idleCount)
    this.set({ state: 'waiting' }, pool.waitingCount)
  } })
  const late = new Gauge({ name: 'balai_queue_late', help: 'Jobs and events waiting for more than two minutes', labelNames: ['kind'], registers: [registry], async collect() {
    const waiting = await backlog().catch(() => null)
    if (!waiting) return
    this.set({ kind: 'jobs' }, waiting.jobs)
    this.set({ kind: 'events' }, waiting.events)
  } })
  return { registry, requests, cache, held, connections, late }
})

/** For rooms that measure something of their own. */
export const metrics: Registry = parts.registry

/** @param area first part of the address, one of the known ones, so that the labels stay few; @param seconds time taken */
export function countRequest(method: string, area: string, status: number, seconds: number): void {
  parts.requests.observe({ method, area, status: `${Math.floor(status / 100)}xx` }, seconds)
}

/**
 * Who may read the metrics: whoever holds METRICS_TOKEN; without one, this machine alone, and nobody behind a proxy, where every
 * request looks local.
 */
export function mayReadMetrics(
  { authorization, address, forwarded }: { authorization?: string | undefined; address?: string | undefined; forwarded: boolean },
  { METRICS_TOKEN: token, TRUST_PROXY: proxies }: Pick<Env, 'METRICS_TOKEN' | 'TRUST_PROXY'> = env(),
): boolean {
  if (token) {
    const given = Buffer.from(authorization ?? '')
    const wanted = Buffer.from(`Bearer ${token}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  return proxies === 0 && !forwarded && /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address ?? '')
}

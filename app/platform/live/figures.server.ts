import { Counter, Gauge } from 'prom-client'
import { deliveryFigures, undelivered } from '~/platform/events/delivery.server'
import { kept } from '~/platform/kept.server'
import { metrics } from '~/platform/metrics/metrics.server'
import { live } from './state.server'

/** Figures of this process: connections, and emits since its start. */
export function liveFigures(): { sockets: number; rooms: number; emits: number } {
  const root = live.io?.of('/')
  return { sockets: root?.sockets.size ?? 0, rooms: root?.adapter.rooms.size ?? 0, emits: live.emits }
}

/** Puts the figures of live and of delivery among the metrics, once. */
export function measure(): void {
  kept('live-metrics', () => [
    new Gauge({ name: 'balai_live_sockets', help: 'Open live connections', registers: [metrics], collect() { this.set(liveFigures().sockets) } }),
    new Counter({ name: 'balai_live_emits_total', help: 'Emits, one per fact and room', registers: [metrics], collect() {
      this.reset()
      this.inc(liveFigures().emits)
    } }),
    new Counter({ name: 'balai_events_told_total', help: 'Facts this process told its consumers', registers: [metrics], collect() {
      this.reset()
      this.inc(deliveryFigures().told)
    } }),
    new Gauge({ name: 'balai_events_oldest_seconds', help: 'Age of the oldest fact some consumer has not heard', registers: [metrics], async collect() {
      const backlog = await undelivered().catch(() => null)
      if (backlog) this.set(backlog.oldest)
    } }),
  ])
}

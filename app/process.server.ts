import type { Server } from 'node:http'
import { takeModerated } from '~/features/moderation/things.server'
import { viewerOfCookie } from '~/features/people/viewer.server'
import { startBroadcast } from '~/platform/db/broadcast.server'
import { db, pool, poolAside } from '~/platform/db/db.server'
import { startDelivery } from '~/platform/events/delivery.server'
import * as work from '~/platform/jobs/worker.server'
import { kept } from '~/platform/kept.server'
import { liveConsumer } from '~/platform/live/contract.server'
import * as sockets from '~/platform/live/server.server'
import { log } from '~/platform/log/log.server'
import { consumers, jobs, live, moderated, shelves } from '~/registry.server'

takeModerated(moderated, shelves)

/** What has to be ended, last started first. */
const running = kept('running', () => [] as { name: string; end: () => Promise<void> }[])

const everyConsumer = () => [...consumers, ...live.map(liveConsumer)]

/**
 * Live connections, hints between processes, and delivery of what this process commits. Called again (development) it puts new parts
 * in place. @param http null in a process that serves no browsers
 */
export async function startLive(http: Server | null): Promise<void> {
  const again = running.length > 0
  const endDelivery = startDelivery(everyConsumer())
  const { close } = await sockets.startLive(http, { identify: viewerOfCookie, contributions: live })
  if (again) return
  running.push({ name: 'broadcast', end: startBroadcast() }, { name: 'delivery', end: endDelivery }, { name: 'live', end: close })
}

export async function startWorker(): Promise<void> {
  const { stop: end } = await work.startWorker({ jobs, consumers: everyConsumer() })
  running.push({ name: 'worker', end })
}

/** Ends worker, delivery, live, listeners and every database connection; one that fails does not keep the others alive. */
export async function stop(): Promise<void> {
  const order = ['worker', 'delivery', 'live', 'broadcast']
  for (const part of running.splice(0).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))) {
    try {
      await part.end()
    } catch (error) {
      log.warn({ err: error, part: part.name }, 'did not end cleanly')
    }
  }
  await db.$disconnect()
  for (const one of [pool, poolAside]) if (!one.ended) await one.end()
}

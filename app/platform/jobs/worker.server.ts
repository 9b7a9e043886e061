import { Logger, parseCrontab, run, type TaskList } from 'graphile-worker'
import { EventEmitter } from 'node:events'
import pg from 'pg'
import { z } from 'zod'
import { onBroadcast } from '~/platform/db/broadcast.server'
import { outageOf } from '~/platform/db/outage.server'
import { env } from '~/platform/env/env.server'
import { deliverById, deliversHere, startDelivery } from '~/platform/events/delivery.server'
import type { Consumer } from '~/platform/events/events.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { JobContribution } from './jobs.server'
import { startLifeline } from './lifeline.server'
import { deleteOldEvents, freeJobsOfTheDead, sweepEvents } from './sweep.server'

export interface WorkerParts {
  jobs: readonly JobContribution[]
  consumers: readonly Consumer[]
}

const CONCURRENCY = 4

/** Tasks may be replaced while the worker runs (development); it always asks for the newest. */
const parts = kept('worker-parts', () => ({ tasks: new Map<string, (payload: never) => Promise<void>>() }))

const eventJob = z.object({ id: z.string().regex(/^\d{1,19}$/) })

const own: JobContribution = {
  tasks: {
    deliver_event: (payload: unknown) => deliverById(eventJob.parse(payload).id),
    sweep: async () => {
      await freeJobsOfTheDead()
      await sweepEvents(20)
    },
    delete_old_events: async () => { await deleteOldEvents() },
  },
  cron: ['* * * * * sweep ?max=1', '17 19 * * * delete_old_events'],
}

function collect(jobs: readonly JobContribution[]): string[] {
  const tasks = new Map<string, (payload: never) => Promise<void>>()
  for (const contribution of [own, ...jobs]) {
    for (const [name, task] of Object.entries(contribution.tasks)) {
      if (tasks.has(name)) throw new Error(`two rooms give the task ${name}`)
      tasks.set(name, task)
    }
  }
  parts.tasks = tasks
  return [own, ...jobs].flatMap(contribution => [...(contribution.cron ?? [])])
}

const logger = new Logger(() => (level, message, meta) => {
  const fields = meta?.error instanceof Error ? { err: meta.error.message } : {}
  if (level === 'error') log.error(fields, message)
  else if (level === 'warning') log.warn(fields, message)
  else log.debug(fields, message)
})

/**
 * A job often fails because the database is away, and is then to be noted as failed in that database. The library does that once and drops
 * what comes of it: the job would stay locked. So its failure is told when there is somebody to tell. At most half a minute.
 */
async function untilReachable(pool: pg.Pool): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    try {
      await pool.query('select 1')
      return
    } catch (error) {
      if (!outageOf(error)) return
      await new Promise(resolve => setTimeout(resolve, 500))
    }
  }
}

/** What is left of that: an outage in the very moment of noting. It must not end the process; every other rejection nobody hears still does. */
export function survive(error: unknown): void {
  if (!outageOf(error)) throw error instanceof Error ? error : new Error(String(error))
  log.warn({ err: (error as Error).message }, 'worker: the end of a job could not be noted')
}

/**
 * Runs the jobs of all rooms in this process, tells consumers of facts that got stuck, and sweeps every minute and at start.
 * @returns stop: lets running jobs end, at most ten seconds
 */
export async function startWorker({ jobs, consumers }: WorkerParts): Promise<{ stop: () => Promise<void> }> {
  const cron = collect(jobs)
  const stopDelivery = deliversHere() ? null : startDelivery(consumers)
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: CONCURRENCY + 2, connectionTimeoutMillis: 5_000, application_name: 'balai-worker' })
  pool.on('error', error => log.warn({ err: error.message }, 'worker: database connection lost'))
  // a connection that is lent out has no error listener of the pool's; without one its loss would end the process
  pool.on('connect', client => { client.on('error', () => undefined) })

  const events = new EventEmitter()
  const lifeline = startLifeline()
  // a job is held in the name of its worker or of the pool, as the worker sees fit
  events.on('pool:create', ({ workerPool }: { workerPool: { id: string } }) => lifeline.add(workerPool.id))
  events.on('worker:create', ({ worker }: { worker: { workerId: string } }) => lifeline.add(worker.workerId))

  const taskList: TaskList = Object.fromEntries([...parts.tasks.keys()].map(name => [name, async (payload: unknown) => {
    const task = parts.tasks.get(name)
    if (!task) throw new Error(`no task ${name}`)
    try {
      await task(payload as never)
    } catch (error) {
      await untilReachable(pool)
      throw error
    }
  }]))
  process.on('unhandledRejection', survive)
  const runner = await run({
    pgPool: pool, taskList, parsedCronItems: parseCrontab(cron.join('\n')), concurrency: CONCURRENCY,
    noHandleSignals: true, logger, events, pollInterval: 2_000,
  })
  runner.promise.catch((error: unknown) => log.error({ err: (error as Error).message }, 'the worker stopped'))

  const later: NodeJS.Timeout[] = []
  const atStart = async () => {
    await freeJobsOfTheDead()
    // give those that died in vain another row of tries: whatever started may be the version that mends them
    await sweepEvents(2, true)
  }
  const quietly = (work: () => Promise<unknown>) => work().catch((error: unknown) => log.warn({ err: (error as Error).message }, 'sweep'))
  await quietly(atStart)
  later.push(setTimeout(() => void quietly(() => sweepEvents(2)), 3_000), setTimeout(() => void quietly(freeJobsOfTheDead), 12_000))

  // the database was away: what was told in vain meanwhile is told again now, not with the minute
  let stopped = false
  onBroadcast('reconnected', () => {
    if (!stopped) later.push(setTimeout(() => void quietly(() => sweepEvents(2, true)), 3_000))
  })

  return {
    stop: async () => {
      stopped = true
      process.off('unhandledRejection', survive)
      later.forEach(clearTimeout)
      const patience = new Promise<void>(resolve => setTimeout(resolve, 10_000).unref())
      await Promise.race([runner.stop().catch(() => undefined), patience])
      await stopDelivery?.()
      await lifeline.stop()
      await Promise.race([pool.end().catch(() => undefined), patience])
    },
  }
}

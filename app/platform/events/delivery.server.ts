import { AsyncLocalStorage } from 'node:async_hooks'
import { pool } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { Consumer, EventName, RecordedEvent } from './events.server'
import { Lane } from './lane.server'
import { closeMarks, flushMarks, mark, openMarks } from './marks.server'
import { teller } from './teller.server'

/** More than this waiting in memory for one consumer: the rest stays in the table and comes with the sweep. */
const MOST_WAITING = 5_000
const HANDLER_LIMIT_MS = 30_000

type AnyHandler = (event: RecordedEvent) => Promise<void>

interface Delivery {
  consumers: readonly Consumer[]
  lanes: Map<string, Lane>
  /** events this process is telling its consumers of right now */
  underWay: Set<bigint>
  /** events told since the start, for metrics */
  told: number
}

const state = kept('delivery', (): { current: Delivery | null } => ({ current: null }))

/** Consumers belong to no request: its log lines and statement counts must not follow them. */
const outside = AsyncLocalStorage.snapshot()

/** True where this process tells its own events to consumers. */
export const deliversHere = () => state.current !== null

function handlerOf(consumer: Consumer, name: EventName): AnyHandler | undefined {
  return consumer.on[name] as AnyHandler | undefined
}

function limited(run: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${HANDLER_LIMIT_MS / 1000} s`)), HANDLER_LIMIT_MS)
  })
  return Promise.race([run, late]).finally(() => clearTimeout(timer))
}

async function tell(consumer: Consumer, event: RecordedEvent): Promise<string | null> {
  try {
    const handler = handlerOf(consumer, event.name)
    if (handler) await limited(handler(event))
    return null
  } catch (error) {
    const message = `${consumer.name}: ${error instanceof Error ? error.message : String(error)}`
    log.error({ err: message, event: String(event.id), name: event.name }, 'a consumer failed')
    return message
  }
}

/** Tells every consumer but those already done, each in its own lane; none waits for or falls with another. */
function tellAll(at: Delivery, event: RecordedEvent, done: readonly string[], mayWait: boolean): Promise<string | null> {
  const due = at.consumers.filter(consumer => handlerOf(consumer, event.name) && !done.includes(consumer.name))
  if (due.length === 0) {
    mark({ id: event.id, names: [], complete: true, error: null })
    return Promise.resolve(null)
  }
  if (at.underWay.has(event.id)) return Promise.resolve(null)
  if (!mayWait && due.some(consumer => (at.lanes.get(consumer.name)?.waiting ?? 0) >= MOST_WAITING)) return Promise.resolve(null)
  at.underWay.add(event.id)
  return new Promise(resolve => {
    const names: string[] = []
    const errors: string[] = []
    let open = due.length
    for (const consumer of due) {
      at.lanes.get(consumer.name)?.push(async () => {
        const error = await tell(consumer, event)
        if (error) errors.push(error)
        else names.push(consumer.name)
        open -= 1
        if (open > 0) return
        at.underWay.delete(event.id)
        at.told += 1
        const problem = errors.length > 0 ? errors.join('\n').slice(0, 2_000) : null
        mark({ id: event.id, names, complete: !problem, error: problem })
        resolve(problem)
      })
    }
  })
}

/** Straight after commit, from memory. What fails becomes a job that tries again, later and later. */
function deliverHere(event: RecordedEvent): void {
  const at = state.current
  if (!at) return
  outside(() => {
    void tellAll(at, event, [], false).then(async problem => {
      if (problem) await retryLater(event.id)
    }).catch((error: unknown) => log.error({ err: (error as Error).message }, 'delivery'))
  })
}

async function retryLater(id: bigint): Promise<void> {
  await pool.query(`select graphile_worker.add_job('deliver_event', json_build_object('id', $1::text), run_at := now() + interval '1 second',
    max_attempts := 8, job_key := 'event:' || $1::text, job_key_mode := 'unsafe_dedupe')`, [String(id)])
}

interface EventRow { id: string; name: EventName; payload: RecordedEvent['payload']; actor_id: number | null; created_at: Date; delivered: string[] }

/**
 * The job's way: reads the row and tells whoever has not heard. Does nothing for an event already told.
 * @throws Error when a consumer failed, so that the job comes again
 */
export async function deliverById(id: string): Promise<void> {
  const at = state.current
  if (!at) throw new Error('delivery has not been started in this process')
  const { rows } = await pool.query<EventRow>('select id::text, name, payload, actor_id, created_at, delivered from event where id = $1 and delivered_at is null', [id])
  const row = rows[0]
  if (!row) return
  const event: RecordedEvent = { id: BigInt(row.id), name: row.name, payload: row.payload, actorId: row.actor_id, createdAt: row.created_at }
  const problem = await outside(() => tellAll(at, event, row.delivered, true))
  if (problem) throw new Error(problem)
}

/**
 * From here on this process tells its consumers what it commits. Calling it again puts new consumers in place (development).
 * @returns stops: waits for what is under way, at most five seconds
 */
export function startDelivery(consumers: readonly Consumer[]): () => Promise<void> {
  const lanes = new Map(consumers.map(consumer => [consumer.name, state.current?.lanes.get(consumer.name) ?? new Lane(consumer.lanes ?? 1)]))
  if (lanes.size !== consumers.length) throw new Error('two consumers have one name')
  if (state.current) Object.assign(state.current, { consumers, lanes })
  else state.current = { consumers, lanes, underWay: new Set(), told: 0 }
  openMarks()
  teller.tell = event => deliverHere(event as RecordedEvent)
  return async () => {
    const at = state.current
    teller.tell = null
    state.current = null
    if (!at) return
    const until = Date.now() + 5_000
    while (at.underWay.size > 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 5))
    await closeMarks()
  }
}

/** For tests and commands: resolves once nothing is under way and every mark is written. */
export async function deliveryIdle(): Promise<void> {
  while ((state.current?.underWay.size ?? 0) > 0) await new Promise(resolve => setTimeout(resolve, 2))
  await flushMarks()
}

/** Figures of this process, for metrics. */
export function deliveryFigures(): { told: number; underWay: number } {
  return { told: state.current?.told ?? 0, underWay: state.current?.underWay.size ?? 0 }
}

/** The backlog of all processes: facts older than five seconds that some consumer has not heard. `oldest` in seconds, 0 without. */
export async function undelivered(): Promise<{ count: number; oldest: number }> {
  const { rows } = await pool.query<{ count: number; oldest: number }>({
    name: 'undelivered',
    text: `select count(*)::int as count, coalesce(extract(epoch from now() - min(created_at)), 0)::float as oldest
      from event where delivered_at is null and created_at < now() - interval '5 seconds'`,
  })
  return rows[0] ?? { count: 0, oldest: 0 }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { pool, runAside } from '~/platform/db/db.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import type { Consumer, EventName, RecordedEvent } from './events.server'
import { Lane } from './lane.server'
import { closeMarks, flushMarks, mark, openMarks } from './marks.server'
import { teller } from './teller.server'

/** More than this waiting in memory for one consumer: the rest stays in the table and comes with the sweep. */
const MOST_WAITING = 5_000
const HANDLER_LIMIT_MS = 30_000
/** Facts one consumer is told of at once. */
const MOST_TOGETHER = 50

type AnyHandler = (event: RecordedEvent) => Promise<void>
type ManyHandler = (events: readonly RecordedEvent[]) => Promise<void>

/** One fact on its way to one consumer. */
interface Due {
  event: RecordedEvent
  /** null when it was told, else why not */
  done: (error: string | null) => void
}

interface Delivery {
  consumers: readonly Consumer[]
  lanes: Map<string, Lane<Due>>
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

const why = (consumer: Consumer, error: unknown) => `${consumer.name}: ${error instanceof Error ? error.message : String(error)}`

async function tell(consumer: Consumer, event: RecordedEvent): Promise<string | null> {
  try {
    const handler = handlerOf(consumer, event.name)
    if (handler) await limited(runAside(() => handler(event)))
    return null
  } catch (error) {
    const message = why(consumer, error)
    log.error({ err: message, event: String(event.id), name: event.name }, 'a consumer failed')
    return message
  }
}

const manyOf = (consumer: Consumer, name: EventName): ManyHandler | undefined => consumer.many?.[name] as ManyHandler | undefined

/** Facts of one name that follow each other, where the consumer takes them together; else one. */
function takeFrom(consumer: Consumer, waiting: Due[]): Due[] {
  const name = waiting[0]?.event.name
  let count = 1
  if (name && manyOf(consumer, name)) while (count < MOST_TOGETHER && waiting[count]?.event.name === name) count += 1
  return waiting.splice(0, count)
}

async function tellThese(consumer: Consumer, these: readonly Due[]): Promise<void> {
  const name = these[0]?.event.name
  const many = name && these.length > 1 ? manyOf(consumer, name) : undefined
  if (many) {
    try {
      await limited(runAside(() => many(these.map(one => one.event))))
      for (const { done } of these) done(null)
      return
    } catch (error) {
      log.warn({ err: why(consumer, error), count: these.length }, 'a consumer failed with several facts: each by itself')
    }
  }
  for (const { event, done } of these) done(await tell(consumer, event))
}

const laneOf = (name: string, width: number, gather: number) => new Lane<Due>({
  width, gather,
  // by name: in development another consumer may have taken its place
  take: waiting => { const consumer = consumerNamed(name); return consumer ? takeFrom(consumer, waiting) : waiting.splice(0, 1) },
  run: async these => { const consumer = consumerNamed(name); if (consumer) await tellThese(consumer, these); else for (const { done } of these) done(`${name}: gone`) },
})

const consumerNamed = (name: string): Consumer | undefined => state.current?.consumers.find(one => one.name === name)

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
    const heard = (consumer: Consumer, error: string | null) => {
      if (error) errors.push(error)
      else names.push(consumer.name)
      open -= 1
      if (open > 0) return
      at.underWay.delete(event.id)
      at.told += 1
      const problem = errors.length > 0 ? errors.join('\n').slice(0, 2_000) : null
      mark({ id: event.id, names, complete: !problem, error: problem })
      resolve(problem)
    }
    for (const consumer of due) at.lanes.get(consumer.name)?.push({ event, done: error => heard(consumer, error) })
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
  const lanes = new Map(consumers.map(consumer => [consumer.name, state.current?.lanes.get(consumer.name) ?? laneOf(consumer.name, consumer.lanes ?? 1, consumer.gather ?? 0)]))
  if (lanes.size !== consumers.length) throw new Error('two consumers have one name')
  if (state.current) Object.assign(state.current, { consumers, lanes })
  else state.current = { consumers, lanes, underWay: new Set(), told: 0 }
  openMarks()
  teller.tell = event => deliverHere(event as RecordedEvent)
  return async () => {
    const at = state.current
    teller.tell = null
    if (!at) return
    const until = Date.now() + 5_000
    while (at.underWay.size > 0 && Date.now() < until) await aBreath(at)
    state.current = null
    await closeMarks()
  }
}

/** Lets what is under way go on, without waiting for others to gather. */
async function aBreath(at: Delivery): Promise<void> {
  for (const lane of at.lanes.values()) lane.hurry()
  await new Promise(resolve => setTimeout(resolve, 2))
}

/** For tests and commands: resolves once nothing is under way and every mark is written. */
export async function deliveryIdle(): Promise<void> {
  for (let at = state.current; at && at.underWay.size > 0; at = state.current) await aBreath(at)
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

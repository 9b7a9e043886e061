import { afterCommit, type Tx } from '~/platform/db/db.server'
import { teller } from './teller.server'

/**
 * The facts of all rooms, by name. A room adds its own in its `events.ts`:
 * `declare module '~/platform/events/events.server' { interface EventMap { 'forum.topic.opened': {...} } }`.
 * Payloads carry ids and small facts, never text of people or another room's invariant.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface EventMap {}
export type EventName = keyof EventMap & string

export interface RecordedEvent<Name extends EventName = EventName> {
  id: bigint
  name: Name
  payload: EventMap[Name]
  actorId: number | null
  createdAt: Date
}

/** What follows from facts. Each handler may run more than once for one event and must not mind. */
export interface Consumer {
  /** unique, without a comma; kept on the event row once it is done */
  name: string
  on: { [Name in EventName]?: (event: RecordedEvent<Name>) => Promise<void> }
  /**
   * The same for several facts of one name at once, in their order and in fewer statements, for those it is worth it. Where it throws, each of
   * them is told by itself, so that one that cannot be told takes no other with it.
   */
  many?: { [Name in EventName]?: (events: readonly RecordedEvent<Name>[]) => Promise<void> }
  /** ms for which facts gather before it is told of them (default 0): what nobody waits for leaves the moment to what somebody does */
  gather?: number
  /** how many events it takes at once in one process; 1 keeps their order (default 1) */
  lanes?: number
}

/**
 * Writes the fact in the verb's own transaction. After commit this very process tells its consumers; one without consumers
 * (a command, a script) leaves a job that a worker takes at once. Whatever dies in between is found by the sweep.
 */
export async function recordEvent<Name extends EventName>(tx: Tx, name: Name, payload: EventMap[Name], actorId: number | null): Promise<void> {
  const body = JSON.stringify(payload)
  let row: { id: bigint; createdAt: Date } | undefined
  const { tell } = teller
  const here = tell !== null && afterCommit(tx, () => {
    if (row) tell({ ...row, name, payload: JSON.parse(body), actorId })
  })
  if (here) {
    [row] = await tx.$queryRaw<{ id: bigint; createdAt: Date }[]>`
      insert into event (name, payload, actor_id) values (${name}, ${body}::jsonb, ${actorId}) returning id, created_at as "createdAt"`
    return
  }
  await tx.$executeRaw`
    with made as (
      insert into event (name, payload, actor_id) values (${name}, ${body}::jsonb, ${actorId}) returning id
    )
    select graphile_worker.add_job('deliver_event', json_build_object('id', id::text), max_attempts := 8, job_key := 'event:' || id) from made`
}

/**
 * True where this process tells its own facts: a verb of one statement may then write the `event` row in that statement, and say so with
 * `committed` once it is through. Where it is false the fact needs a job beside it: `recordEvent`.
 */
export const tellsHere = (): boolean => teller.tell !== null

/** A fact whose row a statement of the caller has just committed. Dying before this loses nothing: the sweep finds the row. */
export function committed<Name extends EventName>(event: RecordedEvent<Name>): void {
  teller.tell?.(event)
}

/** Many facts of one name in one statement, for imports: a worker delivers them, whichever process wrote them. */
export async function recordEvents<Name extends EventName>(tx: Tx, name: Name, payloads: readonly EventMap[Name][], actorId: number | null): Promise<void> {
  if (payloads.length === 0) return
  await tx.$executeRaw`
    with made as (
      insert into event (name, payload, actor_id) select ${name}, value, ${actorId}::int from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb) returning id
    )
    select graphile_worker.add_job('deliver_event', json_build_object('id', id::text), max_attempts := 8, job_key := 'event:' || id) from made`
}

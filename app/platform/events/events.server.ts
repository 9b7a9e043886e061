import type { Tx } from '~/platform/db/db.server'

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
  /** unique; kept on the event row once it is done */
  name: string
  on: { [Name in EventName]?: (event: RecordedEvent<Name>) => Promise<void> }
}

/** Writes the fact and its delivery job in the verb's own transaction. */
export async function recordEvent<Name extends EventName>(tx: Tx, name: Name, payload: EventMap[Name], actorId: number | null): Promise<void> {
  await tx.$executeRaw`
    with made as (
      insert into event (name, payload, actor_id) values (${name}, ${JSON.stringify(payload)}::jsonb, ${actorId}) returning id
    )
    select graphile_worker.add_job('deliver_event', json_build_object('id', id::text), queue_name := null, max_attempts := 8) from made`
}

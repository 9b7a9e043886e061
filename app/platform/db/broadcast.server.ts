import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { log } from '~/platform/log/log.server'
import { pool, poolAside } from './db.server'

/** Small hints to every process: "drop what you keep of this". Losing one costs freshness of a few seconds, never truth. */
type Listener = (body: string) => void
/** Not the process id: in containers every process is number 1. */
const self = kept('broadcast-self', () => randomUUID())
const listeners = kept('broadcast-listeners', () => new Map<string, Set<Listener>>())

export function onBroadcast(topic: string, listener: Listener): void {
  const set = listeners.get(topic) ?? new Set()
  set.add(listener)
  listeners.set(topic, set)
}

function hear(topic: string, body: string): void {
  for (const listener of listeners.get(topic) ?? []) listener(body)
}

/** Tells this process at once and the others by NOTIFY. `body` at most 7,000 bytes. */
export async function broadcast(topic: string, body: string): Promise<void> {
  hear(topic, body)
  await pool.query({ name: 'broadcast', text: "select pg_notify('balai', $1)", values: [JSON.stringify([self, topic, body])] })
}

/** How long, in ms, hints that can wait are gathered for one statement. */
const GATHER_MS = 20
const soon = kept('broadcast-soon', () => ({ words: new Set<string>(), timer: undefined as NodeJS.Timeout | undefined }))

/** Sends what was gathered. Losing it costs the other processes a few seconds of freshness. */
async function sendSoon(): Promise<void> {
  clearTimeout(soon.timer)
  soon.timer = undefined
  const words = [...soon.words]
  soon.words.clear()
  if (words.length === 0 || poolAside.ended) return
  await poolAside.query({ name: 'broadcast-many', text: "select pg_notify('balai', word) from unnest($1::text[]) as word", values: [words] })
    .catch((error: unknown) => log.warn({ err: (error as Error).message }, 'broadcast: not told to the others'))
}

/** The same for hints no right hangs on: this process hears at once, the others a moment later, in one statement with what else was said meanwhile. */
export function broadcastSoon(topic: string, body: string): void {
  hear(topic, body)
  soon.words.add(JSON.stringify([self, topic, body]))
  soon.timer ??= setTimeout(() => void sendSoon(), GATHER_MS)
}

/** Starts listening; answers with the function that stops it. Reconnects by itself. */
export function startBroadcast(): () => Promise<void> {
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const connect = async () => {
    if (stopped) return
    const made = new pg.Client({ connectionString: env().DATABASE_URL, application_name: 'balai-broadcast' })
    made.on('error', () => retry())
    made.on('notification', message => {
      if (!message.payload) return
      const [from, topic, body] = JSON.parse(message.payload) as [string, string, string]
      if (from !== self) hear(topic, body)
    })
    try {
      await made.connect()
      await made.query('listen balai')
      client = made
      hear('reconnected', '')
    } catch (error) {
      log.warn({ err: (error as Error).message }, 'broadcast: no database yet')
      retry()
    }
  }
  const retry = () => {
    client = undefined
    if (stopped || timer) return
    timer = setTimeout(() => { timer = undefined; void connect() }, 1_000)
  }
  void connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await sendSoon()
    await client?.end().catch(() => undefined)
  }
}

import { createAdapter } from '@socket.io/postgres-adapter'
import pg from 'pg'
import type { Adapter } from 'socket.io-adapter'
import { env } from '~/platform/env/env.server'
import { log } from '~/platform/log/log.server'

/** Longer than two heartbeats (5 s each): after so much listening without a word there is nobody. */
const SURELY_ALONE_MS = 12_000
/** Messages for other processes that may wait for the database. */
const MOST_WAITING = 1_000

/** Kinds of the cluster adapter's messages that are about presence in the cluster and are always sent. */
const heartbeats = new Set([1, 2, 13])

interface Inside {
  nodesMap: Map<string, number>
  init: () => void
  doPublish: (message: { type: number }) => Promise<string>
}

export interface Cluster {
  adapter: (nsp: never) => Adapter
  /** resolves when this process hears the others, or after three seconds */
  ready: Promise<void>
  /** other processes heard lately */
  others: () => number
  end: () => Promise<void>
}

/**
 * Socket.IO's PostgreSQL adapter with three changes. Its listening connection is made anew after a loss (lent from a pool it would use
 * up one place per loss); an emit never waits for the database before it reaches this process's own browsers; and a process that has
 * listened for two heartbeats without hearing another one sends nothing but its own heartbeat.
 * @param onHearAgain called when listening resumed after a loss: words may have been missed
 */
export function joinCluster(onHearAgain: () => void): Cluster {
  const settings = { connectionString: env().DATABASE_URL, connectionTimeoutMillis: 5_000, keepAlive: true }
  const sender = new pg.Pool({ ...settings, max: 1, application_name: 'balai-live-send' })
  sender.on('error', error => log.warn({ err: error.message }, 'live: database connection lost'))
  sender.on('connect', client => { client.on('error', () => undefined) }) // lent out and cut off, it would end the process
  let inside: Inside | null = null
  let ended = false
  let hearingSince: number | null = null
  let heardBefore = false
  let isReady = () => {}
  const ready = new Promise<void>(resolve => {
    isReady = resolve
    setTimeout(resolve, 3_000).unref()
  })
  const ears = new Set<pg.Client>()

  const hearing = () => {
    hearingSince = Date.now()
    inside?.init() // says hello; the others answer
    if (heardBefore) onHearAgain()
    heardBefore = true
    isReady()
  }

  const connect = async () => {
    if (ended) return new Promise<never>(() => undefined)
    const client = new pg.Client({ ...settings, application_name: 'balai-live-listen' })
    client.on('error', error => log.warn({ err: error.message }, 'live: listening connection lost'))
    client.on('end', () => {
      ears.delete(client)
      hearingSince = null
    })
    await client.connect()
    ears.add(client)
    const send = client.query.bind(client) as (text: string) => Promise<unknown>
    client.query = ((text: string) => {
      const sent = send(text)
      if (text.startsWith('LISTEN')) sent.then(hearing, () => undefined)
      return sent
    }) as typeof client.query
    return Object.assign(client, { release: () => void client.end().catch(() => undefined) })
  }
  const lent = { connect, query: sender.query.bind(sender) } as unknown as pg.Pool

  const make = createAdapter(lent, { errorHandler: error => log.warn({ err: error.message }, 'live: not passed on to other processes') })
  let waiting = 0
  let sending: Promise<unknown> = Promise.resolve()
  const alone = () => hearingSince !== null && Date.now() - hearingSince > SURELY_ALONE_MS && inside?.nodesMap.size === 0

  return {
    // Socket.IO calls it with `new`, which an arrow function does not bear
    adapter: function adapterOf(nsp: never) {
      const adapter = make(nsp) as unknown as Adapter & Inside
      inside = adapter
      const publish = adapter.doPublish.bind(adapter)
      adapter.doPublish = message => {
        if ((alone() && !heartbeats.has(message.type)) || ended || waiting >= MOST_WAITING) return Promise.resolve('')
        waiting += 1
        sending = sending.then(() => publish(message))
          .catch((error: unknown) => log.warn({ err: (error as Error).message }, 'live: not passed on to other processes'))
          .finally(() => { waiting -= 1 })
        return Promise.resolve('')
      }
      return adapter
    },
    ready,
    others: () => inside?.nodesMap.size ?? 0,
    end: async () => {
      await Promise.race([sending, new Promise(resolve => setTimeout(resolve, 1_000).unref())])
      ended = true
      await Promise.all([...ears].map(client => client.end().catch(() => undefined)))
      await sender.end().catch(() => undefined)
    },
  }
}

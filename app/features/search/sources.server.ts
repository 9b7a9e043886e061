import '~/features/people/events'
import { pool } from '~/platform/db/db.server'
import type { Consumer, EventName, RecordedEvent } from '~/platform/events/events.server'
import { log } from '~/platform/log/log.server'
import type { SearchDocument, SearchSource } from '~/platform/search/source.server'
import { postgresEngine } from './engines/postgres.server'
import { put, writing } from './engines/postgres-write.server'
import { allStored, meili, pushPending } from './push.server'

const BATCH = 200
/** How long, in ms, facts wait for others: a post is found by its words a tenth of a second later, and a burst of them is one write. */
const GATHER_MS = 100

interface Waiting {
  ids: readonly string[]
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Writes documents of many events at once: while one transaction is under way the next ones gather. Documents are loaded under the
 * writer's lock, so that an older reading never covers a newer one.
 */
class Indexer {
  readonly #sources: readonly SearchSource[]
  #waiting: Waiting[] = []
  #running = false
  constructor(sources: readonly SearchSource[]) {
    this.#sources = sources
  }

  index(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ids, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    await new Promise(resolve => setImmediate(resolve)) // those that were told together come together
    while (this.#waiting.length > 0) {
      const batch: Waiting[] = []
      for (let size = 0; this.#waiting.length > 0 && (size === 0 || size + this.#waiting[0]!.ids.length <= BATCH);) {
        const next = this.#waiting.shift()!
        size += next.ids.length
        batch.push(next)
      }
      try {
        await this.#write([...new Set(batch.flatMap(one => one.ids))])
        batch.forEach(one => one.resolve())
      } catch (error) {
        if (batch.length === 1) batch[0]!.reject(error)
        // one that cannot be written must not take the others with it
        else for (const one of batch) await this.#write([...new Set(one.ids)]).then(one.resolve, one.reject)
      }
    }
    this.#running = false
  }

  #write(ids: readonly string[]): Promise<void> {
    return writing(async (client, state) => {
      const found: SearchDocument[] = []
      for (const source of this.#sources) {
        const own = ids.filter(id => id.startsWith(source.prefix))
        if (own.length > 0) found.push(...(await source.load(own)).values())
      }
      const there = new Set(found.map(doc => doc.id))
      await put(client, state, found, ids.filter(id => !there.has(id)))
    })
  }
}

type Handler = (event: RecordedEvent<never>) => AsyncIterable<string> | readonly string[] | Promise<readonly string[]>

async function* batchesOf(ids: AsyncIterable<string> | readonly string[]): AsyncGenerator<string[]> {
  let batch: string[] = []
  for await (const id of ids) {
    batch.push(id)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** Documents that still carry an older name of this person. */
async function writtenBy(personId: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'search-written-by',
    text: `select d.id from person p join search_document d on d.author_id = p.id and d.author_name <> p.name
      where p.id = $1 and d.generation = (select active from search_state where id = 1)`,
    values: [personId],
  })
  return rows.map(row => row.id)
}

/** Follows the facts of all sources: loads what changed and writes it, or takes it out, before the fact counts as told. */
export function searchConsumer(sources: readonly SearchSource[]): Consumer {
  const indexer = new Indexer(sources)
  const handlers = new Map<EventName, Handler[]>()
  for (const source of sources) {
    for (const [name, handler] of Object.entries(source.on) as [EventName, Handler][]) handlers.set(name, [...(handlers.get(name) ?? []), handler])
  }
  // the name beside a text is in its document
  handlers.set('people.person.changed', [...(handlers.get('people.person.changed') ?? []), ({ payload }: RecordedEvent<'people.person.changed'>) => writtenBy(payload.personId)])
  const follow = (own: readonly Handler[]) => async (event: RecordedEvent<never>) => {
    for (const handler of own) {
      for await (const batch of batchesOf(await handler(event))) await indexer.index(batch)
    }
  }
  return { name: 'search', lanes: 32, gather: GATHER_MS, on: Object.fromEntries([...handlers].map(([name, own]) => [name, follow(own)])) }
}

async function* allOf(sources: readonly SearchSource[]): AsyncGenerator<readonly SearchDocument[]> {
  for (const source of sources) yield* source.all()
}

/**
 * Builds both indexes anew beside those that answer, and swaps. What happens meanwhile is in both.
 * @throws Conflict when another process is at it
 */
export async function reindexAll(sources: readonly SearchSource[], say: (line: string) => void = line => log.info(line)): Promise<{ documents: number }> {
  let told = 0
  const progress = (what: string) => (done: number) => {
    if (done - told < 5_000) return
    told = done
    say(`  ${what}: ${done.toLocaleString('id-ID')}`)
  }
  say('PostgreSQL')
  const { documents } = await postgresEngine.rebuild(allOf(sources), progress('PostgreSQL'))
  const engine = meili()
  if (engine) {
    told = 0
    say('Meilisearch')
    await engine.rebuild(allStored(), progress('Meilisearch'))
    await pushPending(engine)
  }
  return { documents }
}

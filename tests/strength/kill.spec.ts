import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { complaints, cutDatabase, databaseUrl, makeHome, startServer, until, wait, type Server } from './server'
import { newTopic, openTopic, post, signInMany, topicIdOf, type Acknowledged, type Writer } from './writing'

/** STRENGTH=full takes the time a release deserves. */
const full = process.env.STRENGTH === 'full'
const MOMENTS = full ? 50 : 8
const WRITERS = full ? 20 : 10

let home: ReturnType<typeof makeHome>
let server: Server
let writers: Writer[]

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(180_000)
  home = makeHome()
  server = await startServer({ DATA_DIR: home.dataDir })
  writers = await signInMany(server.url, WRITERS)
})

test.afterAll(async () => {
  await server?.kill('SIGKILL')
  await home?.remove()
})

async function rows<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl(home.dataDir) })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

test('ten times the same press of "send" at once make one post and one topic', async () => {
  const topicKey = randomUUID()
  const topics = await Promise.all(Array.from({ length: 10 }, () => writers[0]!.send('/forum/tulis', newTopic('Sepuluh kali ditekan, satu topik', topicKey))))
  expect(topics.map(answer => answer.status)).toEqual(topics.map(() => 303))
  const ids = new Set(topics.map(topicIdOf))
  expect(ids.size).toBe(1)
  expect(await rows('select id from topic where client_key = $1', [topicKey])).toHaveLength(1)

  const [topic] = ids
  const key = randomUUID()
  const posts = await Promise.all(Array.from({ length: 10 }, () => post(writers[0]!, topic!, key)))
  expect(posts[0]?.number).toBe(2)
  expect(posts).toEqual(posts.map(() => posts[0]))
  expect(await rows('select number from post where thread_id = $1 order by number', [topic])).toEqual([{ number: 1 }, { number: 2 }])
  expect(await post(writers[0]!, topic!, key), 'a retry long after').toEqual(posts[0])
})

test(`killed ${MOMENTS} times while ${WRITERS} people write: what was acknowledged is there, once`, async () => {
  test.setTimeout(full ? 1_800_000 : 300_000)
  const topic = await openTopic(writers[0]!, 'Menulis sementara server dimatikan')
  const { port } = server
  const acknowledged = new Map<string, Acknowledged>()
  const tried = new Set<string>()
  let unanswered = 0
  let over = false

  // Each goes on with one text until it is acknowledged, as the composer does; nobody stops with a text unanswered.
  const write = async (by: Writer, name: number) => {
    for (let count = 0; !over; count++) {
      const key = `tulisan-${name}-${count}-${randomUUID().slice(0, 8)}`
      tried.add(key)
      for (;;) {
        const made = await post(by, topic, key)
        if (made) {
          acknowledged.set(key, made)
          break
        }
        unanswered += 1
        await wait(100)
      }
    }
  }
  const writing = Promise.all(writers.map(write))

  for (let moment = 0; moment < MOMENTS; moment++) {
    const before = acknowledged.size
    await until('people write', () => acknowledged.size > before + 3)
    await wait(Math.random() * 600)
    await server.kill('SIGKILL')
    if (moment % 4 === 3) await cutDatabase(home.dataDir) // now and then the whole machine
    server = await startServer({ DATA_DIR: home.dataDir, PORT: String(port) })
  }
  await until('people write after the last start', ((before: number) => () => acknowledged.size > before + WRITERS)(acknowledged.size))
  over = true
  await writing

  expect(unanswered, 'some posts were under way when the server died').toBeGreaterThan(0)
  const found = await rows<{ id: number; number: number; key: string | null; text: string }>('select id, number, client_key as key, text from post where thread_id = $1 order by number', [topic])
  expect(found.map(row => row.number), 'numbers are dense').toEqual(found.map((_row, index) => index + 1))
  const texts = found.slice(1).map(row => row.text.replace('Catatan ', '').trim())
  expect(new Set(texts).size, 'no text stands twice').toBe(texts.length)
  expect([...texts].sort(), 'every text is there, and nothing else').toEqual([...tried].sort())
  for (const row of found.slice(1)) expect(acknowledged.get(row.key ?? ''), row.key ?? '').toEqual({ id: row.id, number: row.number })
  expect(await rows('select last_number as last, post_count as count from thread where id = $1', [topic])).toEqual([{ last: found.length, count: found.length }])
  const events = `select count(*)::int as count from event where name = 'discussion.post.created' and (payload->>'threadId')::int = $1`
  expect(await rows(events, [topic]), 'each post is told of once').toEqual([{ count: found.length }])
  await until('all that was told has been heard', async () => (await rows<{ count: number }>(`${events} and delivered_at is null`, [topic]))[0]?.count === 0)

  expect(complaints(server.said()), 'the last start was clean').toEqual([])
})

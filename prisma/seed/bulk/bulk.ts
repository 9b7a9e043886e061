import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { pool } from '~/platform/db/db.server'
import { demoPassword } from '../accounts'
import { seedDemo } from '../demo'
import { chance } from '../random'
import { reindexAll } from '../reindex'
import { insertRows, postColumns, reactionColumns, readColumns, revisionColumns, threadColumns, topicColumns } from '../rows'
import { shelvesOf, writeCrowd, type Shelf } from './crowd'
import { writeLibrary } from './library'
import { emptyRows, makeTopic, type TopicRows } from './make-topic'
import { tally } from './tally'

export interface BulkArgs {
  topics: number
  /** posts of all topics together, their opening ones counted in */
  posts: number
  people: number
  seed: number
  /** posts of one more, very long topic; 0 for none */
  long: number
  /** approved articles, and pages of files, of the knowledge base */
  articles: number
  pages: number
  /** leave the search index as it is */
  noIndex: boolean
}

const limits: Record<string, readonly [fallback: number, least: number, most: number]> = {
  topics: [2_000, 0, 1_000_000], posts: [40_000, 0, 5_000_000], people: [500, 0, 200_000], seed: [7, 0, 2 ** 31], long: [0, 0, 1_000_000], articles: [0, 0, 500_000], pages: [0, 0, 1_000_000],
}

/** @returns what to do, or a sentence that says what is wrong */
export function readBulkArgs(args: readonly string[]): BulkArgs | string {
  const found: Record<string, number> = Object.fromEntries(Object.entries(limits).map(([name, [fallback]]) => [name, fallback]))
  let noIndex = false
  for (let at = 0; at < args.length; at++) {
    const [, name = '', given] = /^--([a-z-]+)(?:=(.*))?$/.exec(args[at] ?? '') ?? []
    if (name === 'no-index') {
      noIndex = true
      continue
    }
    const limit = limits[name]
    if (!limit) return `Unknown: ${args[at]}. Use --topics 2000 --posts 40000 --people 500 --seed 7 --long 10000 --articles 5000 --pages 20000 --no-index`
    const value = given ?? args[(at += 1)] ?? ''
    if (!/^\d+$/.test(value) || Number(value) < limit[1] || Number(value) > limit[2]) return `--${name} takes a whole number from ${limit[1]} to ${limit[2]}, not "${value}".`
    found[name] = Number(value)
  }
  const { topics = 0, posts = 0, people = 0, seed = 0, long = 0, articles = 0, pages = 0 } = found
  if (topics > posts) return `${topics} topics need at least as many posts; ${posts} were asked for.`
  return { topics, posts, people, seed, long, articles, pages, noIndex }
}

/** How many posts each topic gets: at least one, a few get very many, all together exactly `posts`. */
export function shareOut(topics: number, posts: number, seed: number): number[] {
  if (topics === 0) return []
  const random = chance(seed ^ 0x5eed)
  const weights = Array.from({ length: topics }, () => 1 / Math.sqrt(random.next() + 0.004))
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = weights.map(weight => 1 + Math.floor(((posts - topics) * weight) / sum))
  let left = posts - shares.reduce((a, b) => a + b, 0)
  for (let at = 0; left > 0; at = (at + 1) % topics, left--) shares[at] = (shares[at] ?? 0) + 1
  return shares
}

async function write(client: pg.PoolClient, rows: TopicRows): Promise<void> {
  await client.query('begin')
  await insertRows(client, 'thread', threadColumns, rows.thread)
  await insertRows(client, 'topic', topicColumns, rows.topic)
  await insertRows(client, 'post', postColumns, rows.post)
  await insertRows(client, 'post_revision', revisionColumns, rows.revision)
  await insertRows(client, 'reaction', reactionColumns, rows.reaction)
  await insertRows(client, 'read_position', readColumns, rows.read)
  await client.query('commit')
}

async function fillTopics(client: pg.PoolClient, args: BulkArgs, shelves: readonly Shelf[], say: (line: string) => void): Promise<void> {
  const random = chance(args.seed)
  const shares = [...shareOut(args.topics, args.posts, args.seed), ...(args.long > 0 ? [args.long] : [])]
  const total = shares.reduce((a, b) => a + b, 0)
  const { rows: [ids] } = await client.query<{ thread: number; post: number }>(`select
    setval(pg_get_serial_sequence('thread', 'id'), nextval(pg_get_serial_sequence('thread', 'id')) + $1)::int as thread,
    setval(pg_get_serial_sequence('post', 'id'), nextval(pg_get_serial_sequence('post', 'id')) + $2)::int as post`, [shares.length, total])
  let threadId = (ids?.thread ?? 0) - shares.length
  let postId = (ids?.post ?? 0) - total
  const now = Date.now()
  const counts = new Map<number, number>()
  let rows = emptyRows()
  let done = 0
  let told = Date.now()
  for (const [place, share] of shares.entries()) {
    const shelf = shelves[random.below(shelves.length)] as Shelf
    makeTopic(rows, random, { threadId, postId, posts: share, shelf, now, long: place >= args.topics })
    counts.set(shelf.categoryId, (counts.get(shelf.categoryId) ?? 0) + 1)
    threadId += 1
    postId += share
    done += share
    if (rows.post.length < 4_000 && place < shares.length - 1) continue
    await write(client, rows)
    rows = emptyRows()
    if (Date.now() - told > 2_000) say(`${done} of ${total} posts`)
    if (Date.now() - told > 2_000) told = Date.now()
  }
  await client.query('update category c set topic_count = topic_count + x.n from json_to_recordset($1) as x(id int, n int) where x.id = c.id', [JSON.stringify([...counts].map(([id, n]) => ({ id, n })))])
  await tally(client, threadId - shares.length, threadId - 1)
}

/** A large, varied data set on top of the demonstration (which is loaded first where nobody is). The same numbers give the same texts. */
export async function bulkSeed(args: BulkArgs, say: (line: string) => void): Promise<void> {
  const start = Date.now()
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`
  await seedDemo()
  const client = await pool.connect()
  try {
    await client.query('set synchronous_commit = off')
    // rows are made whole and in order; asking for each whether its parent exists would double the time. Only a superuser may leave it out.
    await client.query('set session_replication_role = replica').catch(() => undefined)
    const crowd = await writeCrowd(client, args.people, args.seed, await hash(demoPassword))
    const shelves = await shelvesOf(client, crowd)
    if (shelves.length > 0) await fillTopics(client, args, shelves, say)
    await writeLibrary(client, args, crowd.asn, args.seed)
    await client.query('analyze')
  } finally {
    // the settings above must not live on in the pool
    client.release(true)
  }
  say(`${args.topics + (args.long > 0 ? 1 : 0)} topics, ${args.posts + args.long} posts, ${args.articles} articles, ${args.pages} pages and ${args.people} people in ${seconds()}`)
  if (args.noIndex) return
  say((await reindexAll(say)) ? `search index ready after ${seconds()}` : 'The search index was not made. Run npm run search:reindex.')
}

import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { killDatabase, startPortal, type Portal } from '../setup/portal.ts'

export interface Sizes {
  topics: number
  posts: number
  people: number
  /** posts of the one very long topic */
  long: number
  /** of the knowledge base; none when left out */
  articles?: number
  pages?: number
}

/** A folder with a seeded database, which servers with different settings open one after the other. */
export interface Home {
  /** @throws Error with the end of its output when it fails */
  seed: (sizes: Sizes, more?: readonly string[]) => Promise<void>
  serve: (settings?: Record<string, string>) => Promise<Portal>
  /** A second server on the same database, while one runs. Whoever asked for it stops it. */
  beside: (settings: Record<string, string>) => Promise<Portal>
  /** Only while a server runs: the database lives and ends with it. */
  database: () => Promise<pg.Client>
  /** One of the portal's commands on the database of the server that runs. Killed without warning after `killAfter` ms. @returns what it ended with, null when it was killed */
  command: (args: readonly string[], killAfter?: number) => Promise<number | null>
  /** Ends whatever still runs and removes the folder. */
  close: () => Promise<void>
}

export interface TopicAddress {
  id: number
  path: string
  posts: number
}

/** Addresses and cookies to measure with. */
export interface Ground {
  /** public topics with at least one full page */
  topics: readonly TopicAddress[]
  long: TopicAddress
  category: string
  /** addresses of public articles of the demonstration */
  articles: readonly string[]
  /** Cookie headers of people who may read all of the above */
  cookies: readonly string[]
  /** searches of one, two and three words that stand in posts */
  searches: readonly [readonly string[], readonly string[], readonly string[]]
}

function seed(dataDir: string, { topics, posts, people, long, articles = 0, pages = 0 }: Sizes, more: readonly string[]): Promise<void> {
  const { DATABASE_URL: _database, ...inherited } = process.env
  const args = ['--topics', topics, '--posts', posts, '--people', people, '--long', long, '--articles', articles, '--pages', pages, ...more].map(String)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['app/server/cli.ts', 'seed', ...args], { env: { ...inherited, NODE_ENV: 'production', DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'pipe'] })
    const end = () => child.kill()
    process.once('exit', end)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said += piece.toString('utf8') })
    child.once('error', reject)
    child.once('close', code => {
      process.off('exit', end)
      if (code === 0) resolve()
      else reject(new Error(`The seed ended with ${code}:\n${said.slice(-2_000)}`))
    })
  })
}

export function openHome(): Home {
  const folder = mkdtempSync(path.join(tmpdir(), 'balai-bench-'))
  chmodSync(folder, 0o711)
  const dataDir = path.join(folder, 'data')
  let serving: Portal | undefined
  const abandon = () => killDatabase(dataDir)
  const address = () => {
    const port = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]?.trim()
    return `postgresql://balai:${readFileSync(path.join(dataDir, 'postgres.secret'), 'utf8').trim()}@127.0.0.1:${port}/balai`
  }
  process.once('exit', abandon)
  return {
    seed: (sizes, more = []) => seed(dataDir, sizes, more),
    serve: async (settings = {}) => {
      serving = await startPortal({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'error', HOST: '127.0.0.1', ...settings })
      return serving
    },
    database: async () => {
      const client = new pg.Client({ connectionString: address() })
      await client.connect()
      return client
    },
    beside: settings => startPortal({ DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'error', HOST: '127.0.0.1', ROLE: 'web', DATABASE_URL: address(), ...settings }),
    command: (args, killAfter) => new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['app/server/cli.ts', ...args], { env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: address(), LOG_LEVEL: 'warn' }, stdio: 'ignore' })
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
      child.once('error', reject)
      child.once('close', code => {
        clearTimeout(timer)
        resolve(code)
      })
    }),
    close: async () => {
      await serving?.stop()
      abandon()
      process.off('exit', abandon)
      // a database that was told to end at once still removes files of its own for a moment
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** Signs in without the form: this measures what signed-in people meet, not how they came in. */
async function openSessions(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<{ id: number }>(`select id from person where closed_at is null and email like '%@beban.example' order by id limit $1`, [count])
  const tokens = rows.map(() => randomBytes(32).toString('base64url'))
  await client.query(`insert into session (token_hash, person_id, expires_at) select hash, id, now() + interval '1 day' from unnest($1::text[], $2::int[]) as x(hash, id)`,
    [tokens.map(token => createHash('sha256').update(token).digest('hex')), rows.map(row => row.id)])
  return tokens.map(token => `balai=${token}`)
}

async function topicsOf(client: pg.Client, where: string): Promise<TopicAddress[]> {
  const { rows } = await client.query<TopicAddress>(`select t.id, '/forum/t/' || t.id || '/' || t.slug as path, h.post_count as posts
    from topic t join thread h on h.id = t.id where h.audience = 'public' and h.removed_at is null and ${where}`)
  return rows
}

/** Words of four letters and more as they stand beside each other in posts here and there. */
async function searchesOf(client: pg.Client, count: number): Promise<string[][]> {
  const { rows } = await client.query<{ text: string }>(`select p.text from post p join thread h on h.id = p.thread_id
    where h.audience = 'public' and p.deleted_at is null and p.id % greatest(1, (select max(id) from post) / $1::int) = 0 order by p.id limit $1`, [count])
  const words = rows.map(({ text }) => text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
  return [1, 2, 3].map(many => words.filter(found => found.length >= many + 2).map(found => found.slice(2, 2 + many).join(' ')))
}

/** @throws Error when the seed left nothing to measure */
export async function readGround(home: Home, cookies: number): Promise<Ground> {
  const client = await home.database()
  try {
    // what the server's own upkeep would do in its first minutes, at a moment of its choosing
    await client.query('vacuum (analyze)')
    const topics = await topicsOf(client, 'h.post_count between 20 and 200 order by t.id desc limit 8')
    const [long] = await topicsOf(client, 'true order by h.post_count desc limit 1')
    const { rows: [category] } = await client.query<{ slug: string }>(`select slug from category where audience = 'public' and archived_at is null order by topic_count desc limit 1`)
    const { rows: articles } = await client.query<{ path: string }>(`select '/pengetahuan/a/' || id || '/' || slug as path from article
      where audience = 'public' and approved is not null and binned_at is null and obsolete_at is null order by id limit 8`)
    const [one = [], two = [], three = []] = await searchesOf(client, 60)
    if (!long || !category || topics.length === 0 || one.length === 0) throw new Error('The seed left no public topic with a full page. Ask for more posts.')
    return { topics, long, category: `/forum/k/${category.slug}`, articles: articles.map(article => article.path), cookies: await openSessions(client, cookies), searches: [one, two, three] }
  } finally {
    await client.end()
  }
}

import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedServer } from '../../app/server/embedded-postgres.ts'
import { complaints, databaseUrl, makeHome, startServer, until, wait, type Server } from './server'
import { openTopic, post, signInMany, type Writer } from './writing'

type Phase = 'before' | 'going' | 'away' | 'coming' | 'back'
interface Seen { phase: Phase; what: string; status: number; retryAfter: string | null; text: string }

const freePort = () => new Promise<number>(resolve => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address() as AddressInfo
    probe.close(() => resolve(port))
  })
})

/** The database of an office: a server of its own that an administrator starts again while people work. */
async function startDatabase(dataDir: string, port: number): Promise<EmbeddedServer> {
  const server = await startEmbeddedPostgres(path.join(dataDir, 'postgres'), { port: String(port) })
  const client = new pg.Client({ connectionString: databaseUrl(dataDir, port).replace(/balai$/, 'postgres') })
  await client.connect()
  if ((await client.query(`select 1 from pg_database where datname = 'balai'`)).rowCount === 0) await client.query('create database balai')
  await client.end()
  return server
}

test('PostgreSQL started again under load: honest answers meanwhile, and recovery without a hand', async () => {
  test.setTimeout(240_000)
  const home = makeHome()
  const port = await freePort()
  let server: Server | undefined
  try {
    let database = await startDatabase(home.dataDir, port)
    server = await startServer({ DATA_DIR: home.dataDir, DATABASE_URL: databaseUrl(home.dataDir, port) })
    const { url } = server
    const [reader, author] = (await signInMany(url, 2)) as [Writer, Writer]
    const topic = await openTopic(author, 'Basis data dinyalakan ulang')
    const address = (await reader.send(`/forum/t/${topic}`)).headers.get('location') ?? ''
    const stranger = { send: (place: string) => fetch(url + place, { headers: { accept: 'text/html' }, redirect: 'manual', signal: AbortSignal.timeout(30_000) }) }

    let phase = 'before' as Phase
    let over = false
    const seen: Seen[] = []
    const goOn = async (what: string, ask: () => Promise<Response>) => {
      while (!over) {
        const asked = phase
        const answer = await ask().catch((error: Error) => new Response(error.message, { status: 599 }))
        const text = await answer.text()
        seen.push({ phase: asked === phase ? phase : asked === 'before' || asked === 'going' ? 'going' : 'coming', what, status: answer.status, retryAfter: answer.headers.get('retry-after'), text })
        await wait(40)
      }
    }
    const keys = new Set<string>()
    let key = randomUUID() as string
    const load = Promise.all([
      goOn('stranger reads', () => stranger.send(address)),
      goOn('stranger on the home page', () => stranger.send('/')),
      goOn('member reads', () => reader.send(address)),
      goOn('member on the forum', () => reader.send('/forum')),
      goOn('member writes', async () => {
        const answer = await author.send(`/utas/${topic}/pos`, { markdown: `Catatan ${key}`, clientKey: key })
        keys.add(key)
        if (answer.status === 200) key = randomUUID()
        return answer
      }),
    ])
    const enough = (which: Phase) => until(`answers ${which}`, () => new Set(seen.filter(one => one.phase === which).map(one => one.what)).size === 5)

    await enough('before')
    phase = 'going'
    await database.stop()
    phase = 'away'
    await enough('away')
    await wait(1_500)
    const alive = await fetch(`${url}/healthz`)
    expect(alive.status, 'the process itself is well').toBe(200)
    expect((await fetch(`${url}/readyz`)).status, 'and says that it cannot work').toBe(503)
    phase = 'coming'
    database = await startDatabase(home.dataDir, port)
    await until('the portal is ready again', () => fetch(`${url}/readyz`).then(answer => answer.ok, () => false))
    phase = 'back'
    await enough('back')
    over = true
    await load

    const brief = (wrong: Seen[]) => wrong.map(one => `${one.phase}: ${one.what}: ${one.status} ${one.text.slice(0, 200)}`)
    expect(brief(seen.filter(one => one.status !== 200 && one.status !== 503)), 'nothing but answers and "not now"').toEqual([])
    expect(brief(seen.filter(one => (one.phase === 'before' || one.phase === 'back') && one.status !== 200))).toEqual([])
    const refusals = seen.filter(one => one.phase === 'away')
    expect(brief(refusals.filter(one => one.status !== 503))).toEqual([])
    for (const one of refusals) {
      expect(Number(one.retryAfter), `${one.what} says when to try again`).toBeGreaterThan(0)
      if (one.what === 'member writes') expect((JSON.parse(one.text) as { code: string }).code).toBe('Unavailable')
      else expect(one.text, `${one.what}: a page with a heading`).toMatch(/<html[^>]*lang="id".*<h1/s)
    }
    const made = await post(author, topic, randomUUID())
    expect(made?.number, 'every text arrived once').toBe(2 + seen.filter(one => one.what === 'member writes' && one.status === 200).length)
    // what the log calls a failed consumer is told again: no fact stays unheard
    const client = new pg.Client({ connectionString: databaseUrl(home.dataDir, port) })
    await client.connect()
    await until('every fact has reached its consumers', async () => (await client.query('select 1 from event where delivered_at is null limit 1')).rowCount === 0, 100_000)
    await client.end()
    // that the database is away may stand in the log as an error; that nobody caught one may not
    expect(complaints(server.said()).filter(line => /unhandled|uncaught/i.test(line))).toEqual([])
    await server.kill('SIGTERM')
    await database.stop()
  } catch (error) {
    console.log(server?.said().slice(-3_000)) // a portal that ended has said why
    throw error
  } finally {
    await server?.kill('SIGKILL')
    await home.remove()
  }
})

import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runningServer, startEmbeddedPostgres, type EmbeddedServer } from './embedded-postgres'
import { closedFolder } from './postgres-place'

let home = ''
let dir = ''
const started: EmbeddedServer[] = []
const start = async () => {
  const server = await startEmbeddedPostgres(dir, { fsync: 'off' })
  started.push(server)
  return server
}
const ask = async (server: EmbeddedServer, text: string) => {
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'balai-pg-'))
  chmodSync(home, 0o711)
  dir = path.join(home, 'postgres')
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  rmSync(home, { recursive: true, force: true })
})

test('keeps what was written over a stop, sorts as Indonesians do, and leaves no process', async () => {
  const first = await start()
  expect(statSync(`${dir}.secret`).mode & 0o077).toBe(0)
  await ask(first, "create table t as select * from unnest(array['eka', 'Éka', 'Ari', 'ari', 'zat', '2', '10']) as word")
  await first.stop()
  expect(existsSync(`/proc/${first.pid}`)).toBe(false)
  expect(runningServer(dir)).toBeNull()
  const second = await start()
  expect(second.adopted).toBe(false)
  expect((await ask(second, 'select word from t order by word')).map(row => row.word)).toEqual(['10', '2', 'ari', 'Ari', 'eka', 'Éka', 'zat'])
})

test('a server whose application was killed is adopted, and stopped by the one that adopted it', async () => {
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(path.resolve('app/server/embedded-postgres.ts'))}
    const server = await startEmbeddedPostgres(${JSON.stringify(dir)}, { fsync: 'off' })
    console.log(server.pid)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = await new Promise<number>(resolve => child.stdout.once('data', (said: Buffer) => resolve(Number(said.toString()))))
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  expect(runningServer(dir)?.pid).toBe(pid)

  const server = await start()
  expect(server).toMatchObject({ adopted: true, pid })
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(runningServer(dir)).toBeNull()
})

test('a server killed itself recovers on the next start', async () => {
  const first = await start()
  await ask(first, 'create table t as select 7 as seven')
  process.kill(first.pid, 'SIGKILL')
  while (runningServer(dir)) await new Promise(resolve => setTimeout(resolve, 10))
  expect(existsSync(path.join(dir, 'postmaster.pid'))).toBe(true)
  const second = await start()
  expect(await ask(second, 'select seven from t')).toEqual([{ seven: 7 }])
})

test.skipIf(process.platform !== 'linux')('helpers that outlive a killed server for a moment are waited for (told apart by Linux only)', async () => {
  const first = await start()
  const helper = Number(readFileSync(`/proc/${first.pid}/task/${first.pid}/children`, 'utf8').split(' ')[0])
  process.kill(helper, 'SIGSTOP')
  process.kill(first.pid, 'SIGKILL')
  while (runningServer(dir)) await new Promise(resolve => setTimeout(resolve, 10))
  const second = start()
  await new Promise(resolve => setTimeout(resolve, 600))
  process.kill(helper, 'SIGCONT')
  expect(await ask(await second, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a pid file that names another program is not taken for a server', async () => {
  const first = await start()
  await first.stop()
  writeFileSync(path.join(dir, 'postmaster.pid'), `${process.pid}\n${dir}\n0\n5432\n\n127.0.0.1\n0\nready\n`)
  expect(runningServer(dir)).toBeNull()
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('two starts at once share one server, and the last one out stops it', async () => {
  const [one, two] = await Promise.all([start(), start()])
  expect(one.pid).toBe(two.pid)
  expect(await ask(two, 'select 1 as one')).toEqual([{ one: 1 }])
  writeFileSync(path.join(`${dir}.users`, '1'), '') // another process of ours, alive
  await one.stop()
  expect(runningServer(dir)?.pid).toBe(one.pid)
  rmSync(path.join(`${dir}.users`, '1'))
  await two.stop()
  expect(runningServer(dir)).toBeNull()
})

test('a database whose secret is gone, or which never had one, gets a new one', async () => {
  const first = await start()
  await ask(first, 'create table t as select 7 as seven')
  await first.stop()
  const before = readFileSync(`${dir}.secret`, 'utf8')
  rmSync(`${dir}.secret`)
  const rules = path.join(dir, 'pg_hba.conf')
  writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll('scram-sha-256', 'trust'))
  const second = await start()
  expect(await ask(second, 'select seven from t')).toEqual([{ seven: 7 }])
  expect(readFileSync(`${dir}.secret`, 'utf8')).not.toBe(before)
  expect(statSync(`${dir}.secret`).mode & 0o077).toBe(0)
  await expect(new pg.Client({ connectionString: second.url('postgres').replace(/:[^:@]+@/, ':wrong@') }).connect()).rejects.toThrow(/password/)
})

test('what was acknowledged is on the disk', async () => {
  const server = await startEmbeddedPostgres(dir)
  started.push(server)
  const settings = await ask(server, "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1")
  expect(settings).toEqual(['fsync', 'full_page_writes', 'synchronous_commit'].map(name => ({ name, setting: 'on' })))
})

describe('what cannot work says what to do', () => {
  test('a folder that cannot be written', async () => {
    writeFileSync(path.join(home, 'file'), '')
    dir = path.join(home, 'file', 'postgres')
    await expect(start()).rejects.toThrow(/file cannot be used as a folder|cannot be written/)
  })

  test('a database that does not come up shows the end of its log', async () => {
    const first = await start()
    await first.stop()
    rmSync(path.join(dir, 'global'), { recursive: true })
    await expect(start()).rejects.toThrow(/did not start[^]*postgres\.log[^]*pg_control/)
  })

  test('a folder other accounts may not enter is found', () => {
    const inner = path.join(home, 'closed', 'project')
    mkdirSync(inner, { recursive: true })
    chmodSync(path.join(home, 'closed'), 0o700)
    expect(closedFolder(inner, { uid: 54_321, gid: 54_321 })).toBe(path.join(home, 'closed'))
    chmodSync(path.join(home, 'closed'), 0o711)
    expect(closedFolder(inner, { uid: 54_321, gid: 54_321 })).toBeNull()
    expect(closedFolder(inner, {})).toBeNull()
  })
})

test.skipIf(process.getuid?.() !== 0)('root below a closed folder keeps the database where its account can reach it', async () => {
  chmodSync(home, 0o700)
  const server = await start()
  expect(server.note).toContain(home)
  expect(readFileSync(path.join(home, 'database-is-elsewhere.txt'), 'utf8')).toContain('/var/lib/balai/')
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  const place = /kept in (\S+)\./.exec(server.note ?? '')?.[1]
  expect(place).toMatch(/^\/var\/lib\/balai\/data-/)
  for (const left of [place, `${place}.secret`]) rmSync(left ?? '', { recursive: true, force: true })
})

import { randomUUID } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { startEmbeddedPostgres } from '../../app/server/embedded-postgres.ts'
import { closedFolder } from '../../app/server/postgres-place.ts'
import { complaints, databaseOf, launch, makeHome, startServer, wait } from './server'
import { openTopic, signIn, writer } from './writing'
import { demoAccounts } from '../../prisma/seed/accounts.ts'

test.setTimeout(180_000)

/** A reply whose second half the writer holds back: as slow as the test wants it. */
function slowReply(url: string, cookie: string, topic: number, key: string) {
  const body = new URLSearchParams({ clientKey: key, markdown: 'Ditulis saat server berhenti' }).toString()
  const request = ask(`${url}/utas/${topic}/pos`, { method: 'POST', headers: { origin: url, cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length } })
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    request.once('error', reject)
    request.once('response', response => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => { text += piece }).once('end', () => resolve({ status: response.statusCode ?? 0, text })).once('error', reject)
    })
  })
  request.write(body.slice(0, 20))
  return { answer, finish: () => request.end(body.slice(20)) }
}

const refused = (url: string) => fetch(`${url}/healthz`, { signal: AbortSignal.timeout(10_000) }).then(() => false, () => true)

test('asked to stop, it finishes what is under way, then lets go of port and database', async () => {
  const home = makeHome()
  try {
    const server = await startServer({ DATA_DIR: home.dataDir })
    const { login, password } = demoAccounts[6]!
    const cookie = await signIn(server.url, login, password)
    const topic = await openTopic(writer(server.url, cookie), 'Ditulis saat server diminta berhenti')
    const key = randomUUID()
    const { answer, finish } = slowReply(server.url, cookie, topic, key)
    await wait(300)
    process.kill(server.pid, 'SIGTERM')
    await expect.poll(() => refused(server.url), { message: 'nobody new is let in' }).toBe(true)
    finish()
    const { status, text } = await answer
    expect(status, text).toBe(200)
    expect(await server.ended).toEqual({ code: 0, signal: null })
    expect(complaints(server.said())).toEqual([])
    expect(await refused(server.url), 'the port is free').toBe(true)
    expect(databaseOf(home.dataDir), 'the database has stopped with it').toBeNull()

    const database = await startEmbeddedPostgres(path.join(home.dataDir, 'postgres'))
    const client = new pg.Client({ connectionString: database.url('balai') })
    try {
      await client.connect()
      expect((await client.query('select number from post where client_key = $1', [key])).rows).toEqual([{ number: 2 }])
    } finally {
      await client.end()
      await database.stop()
    }
  } finally {
    await home.remove()
  }
})

async function failedStart(dataDir: string, account: { uid?: number; gid?: number } = {}): Promise<string> {
  const { ended, said } = launch({ DATA_DIR: dataDir }, account)
  const { code } = await ended
  expect(code, said()).toBe(1)
  expect(said(), 'a sentence, not a stack').not.toMatch(/^\s+at .*:\d+/m)
  return said()
}

test('data that cannot be written is named at the start, with what to do', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'balai-strength-'))
  chmodSync(folder, 0o755)
  try {
    const file = path.join(folder, 'berkas')
    writeFileSync(file, '')
    const inTheWay = await failedStart(file)
    expect(inTheWay).toContain(file)
    expect(inTheWay).toMatch(/a file is in the way.*set DATA_DIR/s)

    const closed = path.join(folder, 'data')
    mkdirSync(closed)
    chmodSync(closed, 0o555)
    const id = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
    const account = process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {}
    // root may write everywhere, so an ordinary account tries; where it cannot even read the program there is nothing to try
    if (closedFolder(process.cwd(), account) !== null) return
    const readOnly = await failedStart(closed, account)
    expect(readOnly).toContain(closed)
    expect(readOnly).toMatch(/cannot be written.*set DATA_DIR to a folder that can be written/s)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

import { Agent } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { io } from 'socket.io-client'
import { demoAccounts } from '../../prisma/seed/accounts.ts'
import { body, chance, COOKIES, HEADERS, PARAMS, QUERIES, routePaths, send, type Asked } from './hostile'
import { complaints, makeHome, startServer, wait, type Server } from './server'
import { openTopic, signIn, writer } from './writing'

const REQUESTS = process.env.STRENGTH === 'full' ? 6_000 : 600
let home: ReturnType<typeof makeHome>
let server: Server
let origin: string
let cookies: string[]

test.describe.configure({ mode: 'serial' })
test.setTimeout(240_000)

test.beforeAll(async () => {
  test.setTimeout(180_000)
  home = makeHome()
  server = await startServer({ DATA_DIR: home.dataDir })
  origin = server.url
  cookies = await Promise.all([0, 5, 6].map(one => signIn(origin, demoAccounts[one]!.login, demoAccounts[one]!.password)))
})

test.afterAll(async () => {
  await server?.kill('SIGKILL')
  await home?.remove()
})

async function stillWell(): Promise<void> {
  expect(complaints(server.said())).toEqual([])
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  expect((await fetch(`${origin}/forum`)).status).toBe(200)
}

test(`${REQUESTS} malformed requests to all routes make no 5xx`, async () => {
  const topic = await openTopic(writer(origin, cookies[2]!), 'Permintaan yang rusak')
  const luck = chance(20_261_122)
  const places = routePaths()
  expect(places.length).toBeGreaterThan(60)
  // signing out, ending sessions and closing accounts are asked by strangers alone, or nobody would be signed in after a while
  const ends = /^\/(keluar|akun|admin\/orang)/
  const one = (index: number): Asked => {
    const place = places[index % places.length]!
    const writing = luck.next() < 0.55
    const filled = place.replace(/\$\w+/g, () => (luck.next() < 0.35 ? String(topic) : luck.of(PARAMS)))
    const path = (filled === '/' || luck.next() < 0.85 ? filled : `${filled}.data`) + luck.of(QUERIES)
    const own = writing && ends.test(place) ? '' : luck.of(['', ...cookies])
    const cookie = [own, luck.next() < 0.3 ? luck.of(COOKIES) : ''].filter(Boolean).join('; ')
    const headers: Record<string, string> = { ...(luck.next() < 0.9 && { origin }), ...(luck.next() < 0.5 && { accept: 'text/html' }), ...(cookie && { cookie }), ...(luck.next() < 0.2 && luck.of(HEADERS)) }
    if (!writing) return { method: luck.of(['GET', 'GET', 'GET', 'HEAD', 'OPTIONS']), path, headers }
    const { type, content, headers: more } = body(luck)
    return { method: luck.of(['POST', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']), path, headers: { ...headers, ...(type !== null && { 'content-type': type }), ...more }, content }
  }
  const asked = Array.from({ length: REQUESTS }, (_none, index) => one(index))
  const agent = new Agent({ keepAlive: true, maxSockets: 6 })
  const wrong: string[] = []
  const statuses = new Map<number | string, number>()
  let next = 0
  await Promise.all(Array.from({ length: 6 }, async () => {
    for (let at = next++; at < asked.length; at = next++) {
      const request = asked[at]!
      const status = await send(server.port, agent, request)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      // node refuses to send some of these; a body over the limit may find the door closed before it has been said
      const tooMuch = (request.content?.length ?? 0) > 1_000_000 && (status === 'ECONNRESET' || status === 'EPIPE')
      const unsent = typeof status === 'string' && /^ERR_(INVALID_CHAR|UNESCAPED_CHARACTERS|HTTP_)/.test(status)
      const dropped = status === 'ECONNRESET' && (request.headers.host !== undefined || request.headers.upgrade !== undefined)
      if (typeof status === 'number' ? status >= 500 || status === 0 : !tooMuch && !unsent && !dropped) wrong.push(`${status}: ${request.method} ${request.path.slice(0, 200)} ${JSON.stringify(request.headers).slice(0, 300)} ${request.content?.toString('latin1').slice(0, 300) ?? ''}`)
    }
  }))
  agent.destroy()
  expect(wrong, server.said().slice(-3_000)).toEqual([])
  expect([...statuses].reduce((sum, [status, count]) => sum + (typeof status === 'number' && status < 500 ? count : 0), 0), JSON.stringify([...statuses])).toBeGreaterThan(REQUESTS * 0.9)
  await stillWell()
})

test('bytes that are no HTTP close their connection and nothing else', async () => {
  const texts = ['\0\0\0\0', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', 'POST /masuk HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n', 'POST /masuk HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'GET /%ff\xff HTTP/1.1\r\nHost: x\r\n\r\n', 'GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'GET //evil.example HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, 'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03']
  for (const text of texts) {
    const answer = await new Promise<string>(resolve => {
      let heard = ''
      const socket = connect(server.port, '127.0.0.1', () => socket.end(Buffer.from(text, 'latin1')))
      socket.on('data', piece => { heard += piece.toString('latin1') })
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(heard))
      socket.setTimeout(30_000, () => socket.destroy())
    })
    expect(answer.slice(0, 12), text.slice(0, 60)).not.toMatch(/^HTTP\/1\.1 5/)
  }
  await stillWell()
})

test('500 messages no page of ours sends get an answer or silence over the socket', async () => {
  const room = { room: 'thread:1' }
  const circle = Array.from({ length: 200 }).reduce<unknown>(inner => ({ room: inner }), 1)
  const events = ['join', 'leave', 'typing', 'thread:since', 'lists:listen', 'error', 'disconnect ', '__proto__', 'constructor', 'toString', '', 'x'.repeat(2_000), 'connection', 'newListener ']
  const inputs: unknown[] = [undefined, null, 0, -1, NaN, '', 'x', [], {}, true, room, { room: 'thread:99999999999' }, { room: 'thread:\0' }, { room: '__proto__:1' }, { room: 'unit:12' }, { room: ['thread:1'] }, { room: { toString: 1 } }, { room: 'x'.repeat(9_000) }, { threadId: 1, after: -1, shown: [] }, { threadId: 1, after: 1e308, shown: 'x' }, { threadId: 2 ** 31, after: 0, shown: [[1, 1, 1]] }, { threadId: 1, after: 0, shown: Array(900).fill([null]) }, circle, Buffer.from([1, 2, 3]), { room: Buffer.alloc(10) }]
  const luck = chance(7)
  let answers = 0
  for (let turn = 0; turn < 20; turn++) {
    const socket = io(origin, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { origin, ...(turn % 2 && { cookie: cookies[turn % cookies.length]! }) } })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    if (turn % 3 === 0) await socket.timeout(30_000).emitWithAck('join', room)
    for (let i = 0; i < 25; i++) socket.emit(luck.of(events), luck.of(inputs), ...(luck.next() < 0.3 ? [luck.of(inputs)] : []), () => { answers += 1 })
    await socket.timeout(30_000).emitWithAck('leave', {}).catch(() => undefined)
    socket.close()
  }
  expect(answers).toBeGreaterThan(200)
  await stillWell()
})

test('frames that are no messages end their connection alone', async () => {
  const frames: (string | Uint8Array<ArrayBuffer>)[] = ['', '9', '42', '42[', '42[]', '42["join"', '42{"a":1}', '451-["join",{"_placeholder":true,"num":99}]', '459999999999-["x"]', '43999["x"]', '431[]', '44', '40/admin,', '40{"a":', '4', '1', '2probe', '42["error",{}]', '42["disconnect"]', '42[null]', '42[{"a":1}]', '42["join",{"__proto__":{"room":"x"}}]', '42' + '['.repeat(8_000), 'x'.repeat(20_000), new Uint8Array([0, 255, 1]), new Uint8Array(17_000)]
  for (const frame of frames) {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const closed = new Promise<void>(resolve => socket.addEventListener('close', () => resolve(), { once: true }))
    await new Promise<void>(resolve => {
      socket.addEventListener('open', () => resolve(), { once: true })
      socket.addEventListener('close', () => resolve(), { once: true })
    })
    if (socket.readyState === WebSocket.OPEN) {
      socket.send('40')
      socket.send(frame)
      await Promise.race([closed, wait(50)])
      socket.close()
    }
  }
  const polls = ['?EIO=4', '?EIO=3&transport=polling', '?EIO=x&transport=__proto__', '?EIO=4&transport=polling&sid=%00', '?EIO=4&transport=polling&sid=__proto__', '?transport=websocket', '?EIO=4&transport=polling&j=%3Cscript%3E']
  for (const query of polls) for (const method of ['GET', 'POST', 'DELETE']) {
    const answer = await fetch(`${origin}/socket.io/${query}`, { method, headers: { origin }, ...(method === 'POST' && { body: '\0\x1e42[' }) })
    expect(answer.status, `${method} ${query}`).toBeLessThan(500)
    await answer.body?.cancel()
  }
  await stillWell()
})

import { connect, type AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createHttp } from './main.ts'

const limits = { whole: 600, large: 6_000, least: { bytes: 2_000, every: 1_000 } }
let http: Server | undefined
afterEach(() => { http?.closeAllConnections(); http?.close() })

/** What a browser hears that sends `pieces` of `size` bytes, one every `pace` ms. */
async function send(path: string, { pieces, size, pace }: { pieces: number; size: number; pace: number }, answerAtOnce = false): Promise<{ heard: string; taken: number }> {
  const made = createHttp(limits)
  http = made.http
  let taken = 0
  made.use((request, response) => {
    if (answerAtOnce) return void response.end('cukup')
    request.on('data', (chunk: Buffer) => { taken += chunk.length })
    request.on('end', () => response.end('lengkap'))
    request.on('error', () => undefined)
  }, path => path === '/besar')
  await new Promise<void>(resolve => made.http.listen(0, '127.0.0.1', resolve))
  const socket = connect((made.http.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (data: Buffer) => { heard += data.toString() })
  socket.on('error', () => undefined)
  const ended = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${pieces * size}\r\n\r\n`)
  for (let sent = 0; sent < pieces && !socket.destroyed && socket.writable; sent += 1) {
    socket.write(Buffer.alloc(size, 120))
    await new Promise(resolve => { setTimeout(resolve, pace) })
  }
  await ended
  return { heard, taken }
}

test('a large file may take longer than any other request, as long as it keeps coming', async () => {
  const { heard, taken } = await send('/besar?koleksi=a', { pieces: 20, size: 4_000, pace: 100 })
  expect([heard.split('\r\n')[0], taken]).toEqual(['HTTP/1.1 200 OK', 80_000])
})

test.each([
  ['what comes slowly elsewhere', '/lain', { pieces: 20, size: 4_000, pace: 100 }, false],
  ['a large file that only trickles', '/besar', { pieces: 30, size: 50, pace: 100 }, false],
  ['a large file that stops', '/besar', { pieces: 2, size: 4_000, pace: 2_500 }, false],
])('%s is ended', async (_name, path, sending, atOnce) => {
  const { heard } = await send(path, sending, atOnce)
  expect(heard).not.toContain('lengkap')
  expect(heard).toContain('408')
})

test('an address that was answered already waits no longer than all others', async () => {
  const { heard } = await send('/besar', { pieces: 40, size: 4_000, pace: 100 }, true)
  expect(heard).toContain('cukup')
})

test('what is whole in time is not touched', async () => {
  const { heard } = await send('/lain', { pieces: 2, size: 4_000, pace: 10 })
  expect(heard).toContain('lengkap')
})

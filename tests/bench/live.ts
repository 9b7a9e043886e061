import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { io, type Socket } from 'socket.io-client'
import type { Portal } from '../setup/portal.ts'
import { cpuDuring, wait } from './machine.ts'
import type { Ground, TopicAddress } from './portal.ts'
import { ms, percentile, timesNodebb, type Line } from './table.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 20 })

/** Sends a reply as the page does. @returns its number and the ms until the answer @throws Error when it was not taken */
export function reply(portal: Portal, threadId: number, cookie: string): Promise<{ number: number; took: number; sentAt: number }> {
  const body = new URLSearchParams({ markdown: 'Terima kasih, sudah kami catat dan akan ditindaklanjuti pekan ini.', clientKey: randomUUID() }).toString()
  const headers = { cookie, origin: portal.url, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sentAt = performance.now()
    const sent = request(`${portal.url}/utas/${threadId}/pos`, { method: 'POST', agent, headers, timeout: 15_000 }, answer => {
      let said = ''
      answer.setEncoding('utf8').on('data', (piece: string) => { said += piece }).on('end', () => {
        const took = performance.now() - sentAt
        if (answer.statusCode !== 200) return reject(new Error(`A reply answers ${answer.statusCode}: ${said.slice(0, 300)}`))
        resolve({ number: (JSON.parse(said) as { post: { number: number } }).post.number, took, sentAt })
      }).on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('A reply waited 15 s')))
    sent.on('error', reject)
    sent.end(body)
  })
}

async function listen(portal: Portal, cookie: string, threadId: number): Promise<Socket> {
  const socket = io(portal.url, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: { Cookie: cookie } })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const answer = (await socket.timeout(15_000).emitWithAck('join', { room: `thread:${threadId}` })) as { ok: boolean }
  if (!answer.ok) throw new Error(`Listening to thread:${threadId} was refused`)
  return socket
}

/** Twenty at a time: a morning, not an attack. */
export async function gather(portal: Portal, ground: Ground, count: number, topicOf: (place: number) => TopicAddress): Promise<Socket[]> {
  const sockets: Socket[] = []
  for (let from = 0; from < count; from += 20) {
    const places = Array.from({ length: Math.min(20, count - from) }, (_, at) => from + at)
    sockets.push(...(await Promise.all(places.map(place => listen(portal, ground.cookies[place % ground.cookies.length] ?? '', topicOf(place).id)))))
  }
  return sockets
}

export async function dismiss(sockets: readonly Socket[]): Promise<void> {
  for (const socket of sockets) socket.disconnect()
  await wait(500)
}

export const topicAt = (ground: Ground, place: number): TopicAddress => ground.topics[place % ground.topics.length] ?? ground.long

interface Fanned {
  /** ms from sending a reply to its arrival, one per reply and listener */
  delays: number[]
  lost: number
  cpuEach: number | null
}

/** One reply every quarter of a second to a topic all of them listen to. */
async function fan(portal: Portal, ground: Ground, sockets: readonly Socket[], replies: number): Promise<Fanned> {
  const { id } = topicAt(ground, 0)
  const arrived = new Map<number, number[]>()
  for (const socket of sockets) {
    socket.on('post', ({ post }: { post: { number: number } }) => {
      const now = performance.now()
      const times = arrived.get(post.number)
      if (times) times.push(now)
      else arrived.set(post.number, [now])
    })
  }
  const writer = ground.cookies.at(-1) ?? ''
  const { result: sent, cpu } = await cpuDuring(portal.pid, async () => {
    const done: { number: number; sentAt: number }[] = []
    for (let at = 0; at < replies; at++) {
      done.push(await reply(portal, id, writer))
      await wait(250)
    }
    await wait(1_500)
    return done
  })
  const delays = sent.flatMap(({ number, sentAt }) => (arrived.get(number) ?? []).map(time => time - sentAt))
  return { delays, lost: sent.length * sockets.length - delays.length, cpuEach: cpu === null ? null : cpu / replies }
}

export async function measureFanOut(portal: Portal, ground: Ground, replies: number): Promise<Line[]> {
  await fan(portal, ground, [], 20)
  const lines: Line[] = []
  for (const [listeners, nodebb, most] of [[50, 49, 25], [200, 1_062, 40], [500, 4_116, 80]] as const) {
    // the same replies with nobody listening, just before: what a server costs changes as it warms
    const alone = await fan(portal, ground, [], replies)
    const sockets = await gather(portal, ground, listeners, () => topicAt(ground, 0))
    await wait(1_500)
    await fan(portal, ground, sockets, 3)
    for (const socket of sockets) socket.removeAllListeners('post')
    const { delays, lost, cpuEach } = await fan(portal, ground, sockets, replies)
    await dismiss(sockets)
    const own = cpuEach === null || alone.cpuEach === null ? null : Math.max(0, cpuEach - alone.cpuEach)
    lines.push({
      what: `${listeners} listeners, p99`, value: percentile(delays, 0.99), unit: 'ms', nodebb, wanted: `≤ ${most} ms, none lost`, met: percentile(delays, 0.99) <= most && lost === 0,
      note: `p50 ${ms(percentile(delays, 0.5))}, ${lost} of ${delays.length + lost} lost`,
    })
    if (cpuEach !== null && own !== null)
      lines.push({ what: `${listeners} listeners, CPU per 1,000 delivered`, value: (own / listeners) * 1_000, unit: 'ms', wanted: '≤ 50 ms', met: (own / listeners) * 1_000 <= 50, note: `${ms((cpuEach / listeners) * 1_000)} with the reply itself` })
  }
  return lines
}

/** One writer alone, then ten at once while `online` people listen to eight topics. */
export async function measureReplies(portal: Portal, ground: Ground, { replies, seconds, online }: { replies: number; seconds: number; online: number }): Promise<Line[]> {
  const alone: number[] = []
  const [one = ''] = ground.cookies
  for (let at = 0; at < replies + 10; at++) {
    const { took } = await reply(portal, topicAt(ground, 1).id, one)
    if (at >= 10) alone.push(took)
  }
  const sockets = await gather(portal, ground, online, place => topicAt(ground, place))
  const together: number[] = []
  const until = performance.now() + seconds * 1_000
  const start = performance.now()
  const { cpu } = await cpuDuring(portal.pid, () => Promise.all(Array.from({ length: 10 }, async (_, place) => {
    while (performance.now() < until) together.push((await reply(portal, topicAt(ground, place).id, ground.cookies[place] ?? '')).took)
  })))
  const lasted = (performance.now() - start) / 1_000
  await dismiss(sockets)
  return [
    { what: 'Reply, one writer, p50', value: percentile(alone, 0.5), unit: 'ms', ...timesNodebb(percentile(alone, 0.5), 28, { most: 0.25 }), note: `p99 ${ms(percentile(alone, 0.99))}, ${alone.length} replies` },
    {
      what: `Replies, 10 writers, ${online} people online`, value: together.length / lasted, unit: '/s', wanted: '≥ 12× of NodeBB, whose figure is not stated',
      note: `p50 ${ms(percentile(together, 0.5))}, p99 ${ms(percentile(together, 0.99))}${cpu === null ? '' : `, CPU ${ms(cpu / together.length)}`}`,
    },
  ]
}

/** Connections kept open for the next reply would keep the process alive. */
export const endReplies = (): void => agent.destroy()

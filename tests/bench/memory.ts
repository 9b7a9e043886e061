import type { Portal } from '../setup/portal.ts'
import { shoot } from './http.ts'
import { dismiss, gather, reply, topicAt } from './live.ts'
import { memoryOf, wait } from './machine.ts'
import type { Ground } from './portal.ts'
import type { Line } from './table.ts'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** What one quiet connection costs when 500 are there already: the first ones also load code and people, and later ones do not. */
async function measureIdle(portal: Portal, ground: Ground, count: number): Promise<Line[]> {
  const quiet = async () => {
    const sockets = await gather(portal, ground, count, place => topicAt(ground, place))
    await wait(3_000)
    return { sockets, held: memoryOf(portal.pid) }
  }
  const first = await quiet()
  const second = await quiet()
  await dismiss([...first.sockets, ...second.sockets])
  if (first.held === null || second.held === null) return []
  const each = ((second.held - first.held) / count) * 1_024
  return [{ what: 'Memory per idle connection', value: each, unit: 'kB', wanted: '≤ 40 kB', met: each <= 40, note: `growth of the process from ${count} to ${count * 2} connections` }]
}

/**
 * Everything at once for `seconds`: pages of strangers and of signed-in people, searches, replies, 200 listeners. Flat means that the
 * last fifth holds no more than a tenth above the second fifth; the first fifth is the warming.
 */
export async function measureMemory(portal: Portal, ground: Ground, { seconds, started }: { seconds: number; started: number | null }): Promise<Line[]> {
  const idle = await measureIdle(portal, ground, Math.min(500, ground.cookies.length))
  const seen: number[] = []
  const watch = setInterval(() => {
    const now = memoryOf(portal.pid)
    if (now !== null) seen.push(now)
  }, 500)
  const sockets = await gather(portal, ground, 200, place => topicAt(ground, place))
  const topics = ground.topics.map(topic => topic.path)
  const [, two] = ground.searches
  const until = performance.now() + seconds * 1_000
  seen.length = 0
  const load = { seconds, warm: false }
  await Promise.all([
    shoot(portal, [...topics, ground.category, '/'], { ...load, connections: 10, cookie: ground.cookies[0] }),
    shoot(portal, [...topics.map(path => `${path}?halaman=1`), ground.long.path], { ...load, connections: 10 }),
    shoot(portal, two.map(text => `/cari?q=${encodeURIComponent(text)}`), { ...load, connections: 2 }),
    (async () => {
      for (let at = 0; performance.now() < until; at++) {
        await reply(portal, topicAt(ground, at).id, ground.cookies[at % ground.cookies.length] ?? '')
        await wait(200)
      }
    })(),
  ])
  clearInterval(watch)
  await dismiss(sockets)
  const fifth = Math.max(1, Math.floor(seen.length / 5))
  const early = mean(seen.slice(fifth, fifth * 2))
  const late = mean(seen.slice(-fifth))
  const highest = Math.max(0, ...seen)
  return [
    { what: 'After start', value: started, unit: 'MB', wanted: '≤ 160 MB', ...(started === null ? {} : { met: started <= 160 }), note: 'RSS of the server; embedded PostgreSQL is another process' },
    ...idle,
    { what: `Highest in ${seconds} s of mixed load`, value: highest, unit: 'MB', wanted: '≤ 420 MB', met: highest <= 420 },
    { what: 'Last fifth over second fifth', value: late / early, unit: '×', wanted: 'flat: ≤ 1.1×', met: late / early <= 1.1, note: `${early.toFixed(0)} MB, then ${late.toFixed(0)} MB` },
  ]
}

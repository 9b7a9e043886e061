import type { Portal } from '../setup/portal.ts'
import { shoot } from './http.ts'
import { dismiss, gather, reply, topicAt } from './live.ts'
import { memoryOf, wait } from './machine.ts'
import type { Ground } from './portal.ts'
import type { Line } from './table.ts'

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** What one quiet connection costs: 50 come and go first, so that what the first ones load is not counted. */
async function measureIdle(portal: Portal, ground: Ground, count: number): Promise<Line[]> {
  const quiet = () => gather(portal, ground, count, place => topicAt(ground, place))
  await dismiss(await gather(portal, ground, 50, place => topicAt(ground, place)))
  await wait(1_000)
  const before = memoryOf(portal.pid)
  const sockets = await quiet()
  await wait(1_500)
  const held = memoryOf(portal.pid)
  await dismiss(sockets)
  if (before === null || held === null) return []
  const each = ((held - before) / count) * 1_024
  return [{ what: `Memory per idle connection (${count})`, value: each, unit: 'kB', wanted: '≤ 40 kB', met: each <= 40, note: 'growth of the whole process from a server that has served little' }]
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

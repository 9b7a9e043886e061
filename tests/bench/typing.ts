import { randomUUID } from 'node:crypto'
import type { Portal } from '../setup/portal.ts'
import { shoot, type Load } from './http.ts'
import { wait } from './machine.ts'
import type { Ground, Home } from './portal.ts'
import { ms, percentile, type Line } from './table.ts'

/** What people press, key by key: words as they stand in posts, and with a letter lost. */
export function keystrokes(ground: Ground): string[] {
  const [one, two, three] = ground.searches
  const whole = [...one.slice(0, 20), ...two.slice(20, 40), ...three.slice(40, 60)]
  const misspelt = whole.filter((_, at) => at % 4 === 0).map(text => text.slice(0, 3) + text.slice(4))
  const pressed = [...whole, ...misspelt].flatMap(text => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(0, at + 2))).filter(text => !text.endsWith(' '))
  return [...new Set(pressed)]
}

export const address = (text: string) => `/cari/cepat?q=${encodeURIComponent(text)}`

interface Keys { wall: number[]; server: number[]; bad: number }

/** One person types, one key after the other; the server says itself how long it took. */
async function typeAlone(portal: Portal, texts: readonly string[]): Promise<Keys> {
  const keys: Keys = { wall: [], server: [], bad: 0 }
  for (const text of texts) {
    const began = performance.now()
    const answer = await fetch(portal.url + address(text))
    await answer.arrayBuffer()
    keys.wall.push(performance.now() - began)
    keys.server.push(Number(/dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1] ?? Number.NaN))
    if (answer.status !== 200) keys.bad += 1
  }
  return keys
}

export const isFound = async (portal: Portal, word: string): Promise<boolean> => (await (await fetch(portal.url + address(word))).text()).includes(word)

/** A word no text has. */
export const newWord = (round: number): string => `zuwi${[...String(round)].map(digit => 'bcdfghjklm'[Number(digit)]).join('a')}aqo`

/** Opens a public topic with the word in its title. @throws Error when the portal refuses it */
export async function publish(portal: Portal, ground: Ground, word: string): Promise<void> {
  const [cookie = ''] = ground.cookies
  const form = new URLSearchParams({ category: ground.category.split('/').at(-1) ?? '', kind: 'DISCUSSION', title: `Kabar ${word} hari ini`, markdown: `Isi kabar ${word} untuk semua.`, clientKey: randomUUID() })
  const answer = await fetch(`${portal.url}/forum/tulis`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: portal.url } })
  await answer.arrayBuffer()
  if (answer.status !== 303 && answer.status !== 302) throw new Error(`A topic could not be opened: ${answer.status}`)
}

/** From the moment the portal says a topic is there until somebody who types its word finds it. @returns milliseconds, NaN after ten seconds */
async function untilFound(portal: Portal, ground: Ground, round: number): Promise<number> {
  const word = newWord(round)
  await publish(portal, ground, word)
  const began = performance.now()
  while (performance.now() - began < 10_000) {
    if (await isFound(portal, word)) return performance.now() - began
    await wait(10)
  }
  return Number.NaN
}

/** Search while typing: alone, by fifty, and what it leaves to the pages. */
export async function measureTyping(home: Home, portal: Portal, ground: Ground, load: Load): Promise<Line[]> {
  const client = await home.database()
  const { rows: [index] } = await client.query<{ n: number }>('select count(*)::int as n from search_document').finally(() => client.end())
  const texts = keystrokes(ground)
  await typeAlone(portal, texts.slice(0, 200))
  const alone = await typeAlone(portal, texts)
  const [p50, p99] = [percentile(alone.server, 0.5), percentile(alone.server, 0.99)]
  const many = await shoot(portal, texts.map(address), { ...load, connections: 50 })
  const lines: Line[] = [
    { what: 'A key, server time, p50', value: p50, unit: 'ms', wanted: '≤ 25 ms', met: p50 <= 25, note: `${texts.length} keys over ${index?.n.toLocaleString('en')} documents, one connection; at the client ${ms(percentile(alone.wall, 0.5))}, ${alone.bad} failed` },
    { what: 'A key, server time, p99', value: p99, unit: 'ms', wanted: '≤ 100 ms', met: p99 <= 100, note: `at the client ${ms(percentile(alone.wall, 0.99))}` },
    { what: 'Keys, 50 connections', value: many.perSecond, unit: '/s', wanted: 'no time-out', met: many.timeouts === 0, note: `p50 ${ms(many.p50)}, p99 ${ms(many.p99)}, ${many.timeouts} timed out, ${many.bad} of ${many.count} turned away or failed` },
  ]
  const paths = ground.topics.map(topic => topic.path)
  const pages = () => shoot(portal, paths, { seconds: load.seconds, warm: false, connections: 2 })
  await shoot(portal, paths, { ...load, connections: 2 })
  // quiet, beside the search, quiet again: the machine changes by the minute. Fifty people press three keys a second each.
  const before = await pages()
  let typing = true
  let pressed = 0
  const people = Array.from({ length: 50 }, async (_, at) => {
    for (let next = at * 17; typing; next += 1) {
      await wait(200 + (next * 53) % 270)
      if (typing) await fetch(portal.url + address(texts[next % texts.length] ?? 'ak')).then(answer => answer.arrayBuffer()).catch(() => undefined)
      pressed += 1
    }
  })
  const beside = await pages()
  typing = false
  await Promise.all(people)
  const after = await pages()
  const quiet = (before.perSecond + after.perSecond) / 2
  const share = beside.perSecond / quiet
  lines.push({ what: 'Topic pages while fifty people type', value: share, unit: '×', wanted: '≥ 0.9×', met: share >= 0.9, note: `${before.perSecond.toFixed(0)} and ${after.perSecond.toFixed(0)}/s quiet, ${beside.perSecond.toFixed(0)}/s beside ${(pressed / load.seconds).toFixed(0)} keys a second; client, server and PostgreSQL share the machine` })
  const waits: number[] = []
  for (let round = 0; round < 5; round++) waits.push(await untilFound(portal, ground, round))
  const longest = Math.max(...waits)
  lines.push({ what: 'From publishing to found, longest of five', value: longest, unit: 'ms', wanted: '≤ 2 s', met: longest <= 2_000, note: 'after the answer to its writer' })
  return lines
}

import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureKept, measurePages, type Load } from './http.ts'
import { endReplies, measureFanOut, measureReplies } from './live.ts'
import { memoryOf, wait, watchMemory } from './machine.ts'
import { openHome, readGround, type Home, type Sizes } from './portal.ts'
import { measureSearch } from './search.ts'
import { machineOf, tableOf, type Chapter } from './table.ts'

// npm run bench: a production server on a seeded database of its own, one measurement after the other. docs/performance.md reads it.

const USAGE = 'npm run bench -- [--quick] [--only pages,search,replies,live,kept] [--seconds 8] [--topics 2000] [--posts 40000] [--people 500] [--long 10000]'

interface Wish extends Load {
  sizes: Sizes
  replies: number
  parts: ReadonlySet<string>
  /** minutes after which it ends whatever happens */
  minutes: number
}

const PARTS = ['pages', 'search', 'replies', 'live', 'kept']

/** @throws Error with a sentence that says what is wrong */
function readWish(args: string[]): Wish {
  const option = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean', default: false }, only: option, seconds: option, topics: option, posts: option, people: option, long: option } })
  const number = (name: 'seconds' | 'topics' | 'posts' | 'people' | 'long', full: number, quick: number, least: number) => {
    const given = values[name]
    const value = given === undefined ? (values.quick ? quick : full) : Number(given)
    if (!Number.isInteger(value) || value < least) throw new Error(`--${name} takes a whole number from ${least}, not "${given}".`)
    return value
  }
  const parts = new Set(values.only?.split(',') ?? PARTS)
  for (const part of parts) if (!PARTS.includes(part)) throw new Error(`--only takes ${PARTS.join(', ')}, not "${part}".`)
  return {
    sizes: { topics: number('topics', 2_000, 200, 20), posts: number('posts', 40_000, 4_000, 400), people: number('people', 500, 500, 20), long: number('long', 10_000, 1_000, 40) },
    seconds: number('seconds', 8, 1, 1), warm: !values.quick, replies: values.quick ? 8 : 40, parts, minutes: values.quick ? 6 : 40,
  }
}

/** Measures what was wished for, telling each chapter when it is done. */
async function measure(home: Home, wish: Wish): Promise<void> {
  const { seconds, replies, parts } = wish
  const load: Load = { seconds, warm: wish.warm }
  const add = async (part: string, title: string, run: () => Promise<Chapter['lines']>) => {
    if (!parts.has(part)) return
    console.log(tableOf({ title, lines: await run() }))
  }
  const bare = await home.serve({ PAGE_CACHE: '0' })
  try {
    await wait(2_000)
    const started = memoryOf(bare.pid)
    const ground = await readGround(home, Math.min(500, wish.sizes.people))
    const highest = watchMemory(bare.pid)
    await add('pages', 'Pages, without the page cache, 10 connections', () => measurePages(bare, ground, load))
    await add('search', 'Search, without the page cache', () => measureSearch(bare, ground, load))
    await add('replies', 'Writing', () => measureReplies(bare, ground, { replies: replies * 5, seconds, online: Math.min(500, wish.sizes.people) }))
    await add('live', 'Live: from sending a reply to its arrival', () => measureFanOut(bare, ground, replies))
    console.log(tableOf({ title: 'Memory of the server', lines: [
      { what: 'After start', value: started, unit: 'MB', wanted: '≤ 160 MB' },
      { what: 'Highest under the load above', value: highest(), unit: 'MB', wanted: '≤ 420 MB', note: 'without the page cache' },
    ] }))
  } finally {
    await bare.stop()
  }
  if (!parts.has('kept')) return
  const whole = await home.serve({ PAGE_CACHE: '1' })
  try {
    const ground = await readGround(home, 1)
    await add('kept', 'Pages for strangers, with the page cache, 10 connections', () => measureKept(whole, ground, load))
  } finally {
    await whole.stop()
  }
}

let home: Home | undefined
let ending: Promise<void> | undefined
/** Once, whoever asks first: the end of the work, a signal, or the clock. */
const end = () => (ending ??= (async () => {
  endReplies()
  await home?.close()
})())

async function endEarly(why: string, code: number): Promise<void> {
  if (ending) return
  console.error(why)
  await end().catch((error: unknown) => console.error(error))
  process.exit(code)
}

async function main(): Promise<void> {
  const wish = readWish(process.argv.slice(2))
  const { topics, posts, people, long } = wish.sizes
  setTimeout(() => void endEarly(`Not done after ${wish.minutes} minutes; ended.`, 1), wish.minutes * 60_000).unref()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endEarly('Stopping.', 130))
  console.log(`\nBalai, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machineOf()}`)
  console.log(`${topics} topics, ${posts} posts, ${people} people beside the demonstration, one topic of ${long} posts; ${wish.seconds} s a measurement; client, server and PostgreSQL share the machine.`)
  const [busy = 0] = loadavg()
  console.log(`Load of the machine before it began: ${busy.toFixed(1)}${busy > 1 ? ', so other work shares it and times are worse than they could be' : ''}.`)
  console.log('NodeBB 4.15: figures of another run on another day. A ratio to them is a hint, not a comparison.')
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`
  home = openHome()
  await home.seed(wish.sizes)
  console.log(`Seeded after ${seconds()}.`)
  await measure(home, wish)
  await end()
  console.log(`\nDone after ${seconds()}.`)
}

try {
  await main()
  process.exit(0)
} catch (error) {
  // what fails because the run is being ended is no news
  const stopped = ending !== undefined
  await end().catch((failure: unknown) => console.error(failure))
  if (!stopped) {
    console.error(error instanceof Error ? `\n${error.message}\n\n${USAGE}` : error)
    process.exit(1)
  }
}

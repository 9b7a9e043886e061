import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Portal } from '../setup/portal.ts'
import { measureKept, measurePages, type Load } from './http.ts'
import { endReplies, measureFanOut, measureReplies } from './live.ts'
import { memoryOf, wait } from './machine.ts'
import { measureMemory } from './memory.ts'
import { openHome, readGround, type Ground, type Home, type Sizes } from './portal.ts'
import { measureRebuild } from './rebuild.ts'
import { measureGrowth, measureTwo } from './scale.ts'
import { measureSearch } from './search.ts'
import { countMet, machineOf, tableOf, type Chapter } from './table.ts'
import { measureTyping } from './typing.ts'

// npm run bench: a production server on a seeded database of its own, one measurement after the other. docs/performance.md takes what it wrote.

const USAGE = `npm run bench -- [--quick | --smoke] [--only pages,search,replies,live,memory,kept,two,growth,typing,rebuild] [--write] [--seconds 8] [--minutes 5]
  [--topics 2000] [--posts 40000] [--people 500] [--long 10000] [--grow 200000]`
const DOCUMENT = 'docs/performance.md'
const MARKS = ['<!-- measured: begin -->', '<!-- measured: end -->'] as const

interface Wish extends Load {
  sizes: Sizes
  replies: number
  parts: ReadonlySet<string>
  /** of mixed load, while memory is watched */
  loadSeconds: number
  growTo: number
  /** put the tables into the document */
  write: boolean
  /** minutes after which it ends whatever happens */
  minutes: number
}

/** Those that fill a larger portal of their own are only measured when asked for. */
const LARGE = ['typing', 'rebuild']
const PARTS = ['pages', 'search', 'replies', 'live', 'memory', 'kept', 'two', 'growth']

/** @throws Error with a sentence that says what is wrong */
function readWish(args: string[]): Wish {
  const option = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ args, options: {
    quick: flag, smoke: flag, write: flag, only: option, seconds: option, minutes: option, topics: option, posts: option, people: option, long: option, grow: option,
  } })
  type Name = 'seconds' | 'minutes' | 'topics' | 'posts' | 'people' | 'long' | 'grow'
  const number = (name: Name, full: number, quick: number, smoke: number, least: number) => {
    const given = values[name]
    const value = given === undefined ? (values.smoke ? smoke : values.quick ? quick : full) : Number(given)
    if (!(name === 'minutes' ? Number.isFinite(value) : Number.isInteger(value)) || value < least) throw new Error(`--${name} takes a number from ${least}, not "${given}".`)
    return value
  }
  const parts = new Set(values.only?.split(',') ?? PARTS)
  for (const part of parts) if (![...PARTS, ...LARGE].includes(part)) throw new Error(`--only takes ${[...PARTS, ...LARGE].join(', ')}, not "${part}".`)
  // a hundred thousand documents of every kind
  const large = LARGE.some(part => parts.has(part))
  const sizes = {
    topics: number('topics', large ? 4_000 : 2_000, large ? 4_000 : 2_000, 200, 20), posts: number('posts', large ? 56_000 : 40_000, large ? 56_000 : 40_000, 4_000, 400), people: number('people', large ? 1_500 : 500, large ? 1_500 : 500, 500, 20),
    long: number('long', large ? 200 : 10_000, large ? 200 : 10_000, large ? 200 : 1_000, 40), ...(large && { articles: values.smoke ? 400 : 8_000, pages: values.smoke ? 1_500 : 36_000 }),
  }
  return {
    sizes, seconds: number('seconds', 8, 2, 1, 1), warm: !values.smoke, replies: values.smoke ? 8 : values.quick ? 15 : 40, parts, loadSeconds: Math.round(number('minutes', 5, 0.5, 0.2, 0.1) * 60),
    growTo: number('grow', 200_000, 20_000, 2_000, sizes.topics + 1), write: values.write || (!values.quick && !values.smoke && values.only === undefined), minutes: values.smoke || values.quick ? 15 : 60,
  }
}

/** Measures what was wished for, telling each chapter when it is done. */
async function measure(home: Home, wish: Wish): Promise<Chapter[]> {
  const { seconds, replies, parts } = wish
  const load: Load = { seconds, warm: wish.warm }
  const online = Math.min(500, wish.sizes.people)
  const chapters: Chapter[] = []
  const add = async (part: string, title: string, run: () => Promise<Chapter['lines']>) => {
    if (!parts.has(part)) return
    const chapter = { title, lines: await run() }
    chapters.push(chapter)
    console.log(tableOf(chapter))
  }
  const on = async (settings: Record<string, string>, wanted: readonly string[], run: (portal: Portal, started: number | null) => Promise<void>) => {
    if (!wanted.some(part => parts.has(part))) return
    const portal = await home.serve(settings)
    try {
      await wait(2_000)
      await run(portal, memoryOf(portal.pid))
    } finally {
      await portal.stop()
    }
  }
  let ground: Ground | undefined
  await on({ PAGE_CACHE: '0' }, [...PARTS, ...LARGE], async bare => {
    ground = await readGround(home, online)
    const here = ground
    await add('pages', 'Pages, without the page cache, 10 connections', () => measurePages(bare, here, load))
    await add('search', 'Search, without the page cache', () => measureSearch(bare, here, load))
    await add('typing', 'Search while typing', () => measureTyping(home, bare, here, load))
    await add('rebuild', 'A new index while people search and write', () => measureRebuild(home, bare, here))
    await add('replies', 'Writing', () => measureReplies(bare, here, { replies: replies * 5, seconds, online }))
    await add('live', 'Live: from sending a reply to its arrival', () => measureFanOut(bare, here, replies))
  })
  if (!ground) return chapters
  const known = ground
  await on({ PAGE_CACHE: '1' }, ['kept'], whole => add('kept', 'Pages for strangers, with the page cache, 10 connections', () => measureKept(whole, known, load)))
  await on({ PAGE_CACHE: '1' }, ['memory'], (whole, started) => add('memory', 'Memory of the server', () => measureMemory(whole, known, { seconds: wish.loadSeconds, started })))
  await add('two', 'Two processes over one database', () => measureTwo(home, known, load))
  await add('growth', 'When it grows', () => measureGrowth(home, load, { from: wish.sizes.topics, to: wish.growTo }))
  return chapters
}

/** Puts what was measured between the marks of the document. */
function writeDown(said: readonly string[], chapters: readonly Chapter[]): void {
  const text = readFileSync(DOCUMENT, 'utf8')
  const [begin, end] = MARKS.map(mark => text.indexOf(mark)) as [number, number]
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT} has no place for the tables: ${MARKS.join(' … ')}`)
  writeFileSync(DOCUMENT, `${text.slice(0, begin + MARKS[0].length)}\n\n${said.join('\n')}\n${chapters.map(tableOf).join('\n')}\n\n${text.slice(end)}`)
  console.log(`\nWritten to ${DOCUMENT}.`)
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
  const [busy = 0] = loadavg()
  const said = [
    `Balai, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machineOf()}.`,
    `${topics} topics, ${posts} posts, ${people} people beside the demonstration, one topic of ${long} posts; ${wish.seconds} s a measurement; client, server and PostgreSQL share the machine.`,
    `Load of the machine before it began: ${busy.toFixed(1)}${busy > 1 ? ', so other work shared it and times are worse than they could be' : ''}.`,
    'NodeBB 4.15 cannot be installed from the npm registry (it serves nodebb 1.4.0), so it did not run beside it: ratios are to the figures stated for it.',
  ]
  console.log(`\n${said.join('\n')}`)
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`
  home = openHome()
  await home.seed(wish.sizes)
  console.log(`Seeded after ${seconds()}.`)
  const chapters = await measure(home, wish)
  await end()
  const { met, missed } = countMet(chapters)
  const summary = `${met} of ${met + missed.length} promises that can be judged here were met${missed.length > 0 ? `; missed: ${missed.join('; ')}` : ''}.`
  console.log(`\n${summary}\nDone after ${seconds()}.`)
  if (wish.write) writeDown([...said, '', summary], chapters)
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

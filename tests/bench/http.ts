import autocannon from 'autocannon'
import type { Portal } from '../setup/portal.ts'
import { measureBare } from './bare.ts'
import { cpuDuring } from './machine.ts'
import type { Ground } from './portal.ts'
import { ms, percentile, timesNodebb, type Line } from './table.ts'

export interface Load {
  /** seconds of each measurement */
  seconds: number
  /** whether some of the same goes before and is not counted; without it the figures are those of a cold server */
  warm: boolean
}

/** Answers after which V8 has compiled what a page needs, as in a server that has run for an hour; a busy machine gets fifteen seconds for them. */
const WARM = 1_500

export interface Shot {
  perSecond: number
  p50: number
  p99: number
  /** answers other than 2xx, and connections that broke or waited ten seconds */
  bad: number
  timeouts: number
  count: number
  cpuEach: number | null
}

/**
 * Asks for the paths in turn over `connections` connections that are kept open, compressed as browsers do.
 * Answers still under way at the end do not count.
 */
export async function shoot(portal: Portal, paths: readonly string[], { connections, seconds, warm, cookie }: Load & { connections: number; cookie?: string | undefined }): Promise<Shot> {
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'id', ...(cookie ? { cookie } : {}) }
  const run = (duration: number) => new Promise<{ result: autocannon.Result; times: number[] }>((resolve, reject) => {
    const times: number[] = []
    const options = { url: portal.url, connections, duration, timeout: 10, requests: paths.map(path => ({ path, headers })) }
    const instance = autocannon(options, (error: Error | null, result) => (error ? reject(error) : resolve({ result, times })))
    instance.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
  for (let round = 0, seen = 0; warm && round < 15 && seen < WARM; round++) seen += (await run(1)).times.length
  const { result: { result, times }, cpu } = await cpuDuring(portal.pid, () => run(seconds))
  return {
    perSecond: times.length / result.duration, p50: percentile(times, 0.5), p99: percentile(times, 0.99), bad: result.non2xx + result.errors, timeouts: result.timeouts, count: times.length,
    cpuEach: cpu === null ? null : cpu / Math.max(1, times.length),
  }
}

/** One answer by itself: what it weighs and how many statements it took. @throws Error when it is not 200 */
async function look(portal: Portal, path: string, cookie?: string): Promise<{ bytes: number; statements: string | null }> {
  const answer = await fetch(portal.url + path, { headers: { 'accept-language': 'id', ...(cookie ? { cookie } : {}) }, redirect: 'manual' })
  const body = await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  return { bytes: body.byteLength, statements: answer.headers.get('x-statements') }
}

interface Target {
  what: string
  paths: readonly string[]
  cookie?: string | undefined
  nodebb?: number
  /** times NodeBB's figure that are promised */
  least?: number
  /** NodeBB's rate at 10 connections, from which its waiting at 50 follows */
  rate?: number
  connections?: number
}

export async function measure(portal: Portal, load: Load, { what, paths, cookie, nodebb, least, connections = 10 }: Target): Promise<{ line: Line; shot: Shot }> {
  const [first = '/'] = paths
  await look(portal, first, cookie)
  const { bytes, statements } = await look(portal, first, cookie)
  const shot = await shoot(portal, paths, { ...load, connections, cookie })
  const note = [
    `p50 ${ms(shot.p50)}, p99 ${ms(shot.p99)}`, shot.cpuEach === null ? '' : `CPU ${ms(shot.cpuEach)}`, statements === null ? '' : `${statements} statements`,
    `${Math.round(bytes / 1000)} kB`, shot.bad > 0 ? `${shot.bad} FAILED` : '',
  ].filter(Boolean).join(', ')
  return { line: { what: connections === 10 ? what : `${what}, ${connections} connections`, value: shot.perSecond, unit: '/s', note, ...(nodebb ? { nodebb } : {}), ...(nodebb && least ? timesNodebb(shot.perSecond, nodebb, { least }) : {}) }, shot }
}

/** The address a browser asks when it moves to the page without loading it anew. */
const dataOf = (path: string) => (path === '/' ? '/_root.data' : path.replace(/(\?|$)/, '.data$1'))

/** Pages as Remix makes them, on a server without the page cache. */
export async function measurePages(portal: Portal, ground: Ground, load: Load): Promise<Line[]> {
  const topics = ground.topics.map(topic => topic.path)
  const [cookie] = ground.cookies
  const last = Math.max(1, Math.floor(ground.long.posts / 20))
  const targets: Target[] = [
    { what: 'Topic page, signed out', paths: topics, nodebb: 104, least: 4 },
    { what: 'Topic page, signed out', paths: topics, connections: 50, rate: 104 },
    { what: 'Topic page, signed in', paths: topics, cookie, nodebb: 72, least: 4.5 },
    { what: 'Topic page, signed in', paths: topics, cookie, connections: 50, rate: 72 },
    { what: 'Topic, loader data', paths: topics.map(dataOf), nodebb: 154, least: 5 },
    { what: 'Category, signed out', paths: [ground.category], nodebb: 141, least: 4 },
    { what: 'Category, signed in', paths: [ground.category], cookie },
    { what: 'Home, signed out', paths: ['/'], nodebb: 60, least: 5 },
    { what: 'Home, signed in', paths: ['/'], cookie },
    { what: 'Article, signed out', paths: ground.articles, nodebb: 104, least: 4.5 },
    { what: 'Article, signed in', paths: ground.articles, cookie },
  ]
  const lines: Line[] = [await measureBare()]
  for (const target of targets) {
    const { line, shot } = await measure(portal, load, target)
    lines.push(line)
    // NodeBB's own p99 is not stated; at 50 connections its rate says how long 50 wait on average, and its p99 is not below that
    if (target.connections === 50 && target.rate) {
      const mean = (50 / target.rate) * 1_000
      lines.push({ what: `${line.what}: p99`, value: shot.p99, unit: 'ms', ...timesNodebb(shot.p99, mean, { most: 0.4 }), note: 'NodeBB: 50 connections over its stated rate, the least its p99 can be' })
    }
  }
  const early = await measure(portal, load, { what: `Long topic (${ground.long.posts} posts), page 1`, paths: [ground.long.path] })
  const late = await measure(portal, load, { what: `Long topic, page ${last}`, paths: [`${ground.long.path}?halaman=${last}`] })
  const share = late.shot.perSecond / early.shot.perSecond
  lines.push(await measureBare(), early.line, { ...late.line, wanted: '≥ 0.9× of page 1', met: share >= 0.9, note: `${share.toFixed(2)}× of page 1; ${late.line.note}` })
  return lines
}

/** The same for strangers with the page cache on, which is how the portal runs. */
export async function measureKept(portal: Portal, ground: Ground, load: Load): Promise<Line[]> {
  const targets: Target[] = [
    { what: 'Topic page, signed out', paths: ground.topics.map(topic => topic.path), nodebb: 104, least: 60 },
    { what: 'Topic page, signed out', paths: ground.topics.map(topic => topic.path), connections: 50 },
    { what: 'Category, signed out', paths: [ground.category], nodebb: 141 },
    { what: 'Home, signed out', paths: ['/'], nodebb: 60 },
    { what: 'Article, signed out', paths: ground.articles, nodebb: 104, least: 60 },
  ]
  const lines: Line[] = []
  for (const target of targets) lines.push((await measure(portal, load, target)).line)
  return lines
}

/** What has to stay as quick when the portal grows. */
export async function measureReads(portal: Portal, ground: Ground, load: Load): Promise<{ what: string; perSecond: number }[]> {
  const [cookie] = ground.cookies
  const targets: Target[] = [
    { what: 'Topic page, signed out', paths: ground.topics.map(topic => topic.path) },
    { what: 'Topic page, signed in', paths: ground.topics.map(topic => topic.path), cookie },
    { what: 'Category, signed out', paths: [ground.category] },
    { what: 'Home, signed out', paths: ['/'] },
  ]
  const rates = []
  for (const target of targets) rates.push({ what: target.what, perSecond: (await measure(portal, load, target)).shot.perSecond })
  return rates
}

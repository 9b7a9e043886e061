import type { Portal } from '../setup/portal.ts'
import { shoot, type Load } from './http.ts'
import type { Ground } from './portal.ts'
import { ms, timesNodebb, type Line } from './table.ts'

const addresses = (words: readonly string[]) => words.map(text => `/cari?q=${encodeURIComponent(text)}`)

/** Searches by strangers for words that stand in posts, each another one, without the page cache. */
export async function measureSearch(portal: Portal, { searches }: Ground, load: Load): Promise<Line[]> {
  const [one, two, three] = searches
  const mixed = addresses(one.flatMap((word, at) => [word, two[at] ?? word, three[at] ?? word]))
  const lines: Line[] = []
  for (const connections of [1, 10, 50]) {
    const shot = await shoot(portal, mixed, { ...load, connections })
    const note = [`p50 ${ms(shot.p50)}, p99 ${ms(shot.p99)}`, shot.cpuEach === null ? '' : `CPU ${ms(shot.cpuEach)}`, `${shot.timeouts} timed out`, `${shot.bad} of ${shot.count} turned away or failed`].filter(Boolean).join(', ')
    lines.push({
      what: `1–3 words, ${connections} connection${connections > 1 ? 's' : ''}`, value: shot.perSecond, unit: '/s', note,
      ...(connections === 10 ? timesNodebb(shot.perSecond, 2.2, { least: 20 }) : connections === 1 ? { wanted: 'p50 ≤ 30 ms', met: shot.p50 <= 30 } : { wanted: 'no time-out', met: shot.timeouts === 0 }),
    })
  }
  for (const [at, words] of searches.entries()) {
    const shot = await shoot(portal, addresses(words), { ...load, connections: 1 })
    lines.push({ what: `${at + 1} word${at > 0 ? 's' : ''}, p50 alone`, value: shot.p50, unit: 'ms', wanted: '≤ 30 ms', met: shot.p50 <= 30, note: `p99 ${ms(shot.p99)}` })
  }
  return lines
}

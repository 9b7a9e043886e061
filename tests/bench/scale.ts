import { measureReads, shoot, type Load } from './http.ts'
import { readGround, type Ground, type Home } from './portal.ts'
import type { Line } from './table.ts'

export interface Growth {
  /** topics there are afterwards */
  to: number
  from: number
}

/** The same reads before and after many more topics and posts have come, on the same machine minutes apart. */
export async function measureGrowth(home: Home, load: Load, { from, to }: Growth): Promise<Line[]> {
  const read = async () => {
    const portal = await home.serve({ PAGE_CACHE: '0' })
    try {
      return await measureReads(portal, await readGround(home, 1), load)
    } finally {
      await portal.stop()
    }
  }
  const before = await read()
  // a number of its own, or the same texts would come again
  await home.seed({ topics: to - from, posts: (to - from) * 2, people: 0, long: 0 }, ['--seed', '11', '--no-index'])
  const after = await read()
  return before.map(({ what, perSecond }, at) => {
    const now = after[at]?.perSecond ?? 0
    const share = now / perSecond
    return { what, value: share, unit: '×', wanted: '≥ 0.9×', met: share >= 0.9, note: `${perSecond.toFixed(0)}/s with ${from.toLocaleString('en')} topics, ${now.toFixed(0)}/s with ${to.toLocaleString('en')}` }
  })
}

/** Two servers on one database against one, each asked over as many connections. Three or more processors are needed to show the promise. */
export async function measureTwo(home: Home, ground: Ground, load: Load): Promise<Line[]> {
  const one = await home.serve({ PAGE_CACHE: '0' })
  try {
    const paths = ground.topics.map(topic => topic.path)
    const alone = await shoot(one, paths, { ...load, warm: true, connections: 20 })
    const two = await home.beside({ PAGE_CACHE: '0' })
    try {
      await shoot(two, paths, { ...load, warm: true, connections: 10 })
      const both = await Promise.all([one, two].map(portal => shoot(portal, paths, { ...load, warm: false, connections: 10 })))
      const together = both.reduce((sum, shot) => sum + shot.perSecond, 0)
      const ratio = together / alone.perSecond
      return [{ what: 'Topic page, signed out, two processes', value: ratio, unit: '×', wanted: '≥ 1.5×', met: ratio >= 1.5, note: `${alone.perSecond.toFixed(0)}/s by one, ${together.toFixed(0)}/s by both; client and PostgreSQL need a processor too` }]
    } finally {
      await two.stop()
    }
  } finally {
    await one.stop()
  }
}

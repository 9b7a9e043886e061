import { describe, expect, test } from 'vitest'
import { dayOf, shareSince, sinceDay, sliceOf, sliceWords, type Ages } from './slices'

const DAY = 86_400_000
const now = Date.parse('2026-11-22T13:00:00Z')
const today = dayOf(now)
/** As many documents on each of a thousand days. */
const even: Ages = { bounds: Array.from({ length: 101 }, (_, at) => now - (1_000 - at * 10) * DAY), crowds: [], heads: 0.5 }

/** Whether a document of that many days ago, in any lot, answers the slice. */
const holds = (slice: string | null, daysAgo: number, id = 'post:1') => {
  if (slice === null) return true
  const words = new Set(sliceWords(id, new Date(now - daysAgo * DAY), now))
  return slice.split(' & ').every(part => [...part.matchAll(/'(@\w+)'/g)].some(([, word]) => words.has(word ?? '')))
}

describe('slices of the index', () => {
  test('what is dated later than today is of today', () => expect(sliceWords('post:1', new Date(now + 90 * DAY), now)).toEqual(sliceWords('post:1', new Date(now), now)))
  test('shares follow the statistics', () => {
    expect(shareSince(even, now - 500 * DAY)).toBeCloseTo(0.5)
    expect(shareSince(even, now - 5_000 * DAY)).toBe(1)
    expect(shareSince({ ...even, crowds: [{ at: now, share: 0.5 }] }, now - 500 * DAY)).toBeCloseTo(0.75)
  })
  test.each([0.002, 0.01, 0.05, 0.1, 0.24])('a slice for a share of %d holds the newest days without a gap, and not much more', share => {
    const slice = sliceOf(even, share, { now })
    const reach = Array.from({ length: 1_000 }, (_, at) => at).filter(at => holds(slice, at))
    expect(reach).toEqual(Array.from(reach.keys()))
    expect(reach.length).toBeGreaterThanOrEqual(share * 1_000)
    expect(reach.length).toBeLessThanOrEqual(share * 1_000 * 2 + 92)
  })
  test('a third of everything, or an index nobody counted, is not narrowed', () => {
    expect(sliceOf(even, 0.34, { now })).toBeNull()
    expect(sliceOf({ bounds: [], crowds: [], heads: 1 }, 0.001, { now })).toBeNull()
  })
  test('where everything is of one day only some lots are asked, but never for the newest first', () => {
    const crowd: Ages = { bounds: [now - 60_000, now], crowds: [], heads: 0.5 }
    const found = Array.from({ length: 6_400 }, (_, at) => `post:${at}`).filter(id => holds(sliceOf(crowd, 0.1, { now }), 0, id)).length
    expect(found).toBeGreaterThan(500)
    expect(found).toBeLessThan(1_400)
    expect(sliceOf(crowd, 0.1, { now, whole: true })).toBeNull()
  })
  test('a stretch too long for few parts is none', () => {
    expect(sinceDay(today - 6_000, today)).toBeNull()
    expect(sinceDay(today, today)).toEqual({ query: `'@d${today}'`, first: today })
  })
})

import { expect, test } from 'vitest'
import { composeDigest, excerptOf, type Line } from './digest'

let n = 0
const line = (more: Partial<Line> = {}): Line =>
  ({ rule: 'discussion.followed', group: 'watching', groupKey: 'thread:1', title: 'Antrean', url: `/x/${(n += 1)}`, name: 'Ari', text: `Tulisan ${n}`, at: n, ...more })

test('what concerns the person comes first, then what moved last; a thread begins at its earliest and shows its newest', () => {
  const old = line({ groupKey: 'thread:9', title: 'Disebut', rule: 'discussion.mention', group: 'direct', at: 1 })
  const digest = composeDigest([old, ...[10, 11, 12, 13].map(at => line({ at, url: `/a/${at}`, name: at % 2 ? 'Budi' : 'Ari' })), line({ groupKey: 'thread:2', title: 'Lain', group: 'fresh', rule: 'discussion.opened', at: 99 })])
  expect(digest.threads.map(thread => thread.title)).toEqual(['Disebut', 'Antrean', 'Lain'])
  expect(digest.threads[1]).toMatchObject({ url: '/a/10', count: 4, more: 1, why: 'discussion.followed', whyCount: 4, names: ['Budi', 'Ari'], lines: [{ at: 13 }, { at: 12 }, { at: 11 }] })
  expect(digest.total).toBe(6)
})

test('a mention among many replies is shown, however old it is', () => {
  const [thread] = composeDigest([line({ rule: 'discussion.mention', group: 'direct', at: 1, name: 'Citra' }), ...[2, 3, 4, 5].map(at => line({ at }))]).threads
  expect(thread).toMatchObject({ why: 'discussion.mention', whyCount: 1, names: ['Citra'], lines: [{ at: 5 }, { at: 4 }, { at: 1 }] })
})

test('five topics with their words, ten by name, the rest as a number; nothing is nothing', () => {
  const digest = composeDigest(Array.from({ length: 18 }, (_, at) => line({ groupKey: `thread:${at}`, at })))
  expect([digest.threads.length, digest.also.length, digest.rest]).toEqual([5, 10, 3])
  expect(composeDigest([])).toEqual({ threads: [], also: [], rest: 0, total: 0 })
})

test('words are cut between two of them, and one endless word is cut too', () => {
  expect(excerptOf('  Dua\n\nbaris  ')).toBe('Dua baris')
  const cut = excerptOf('kata '.repeat(100))
  expect([cut.length <= 281, cut.endsWith('kata…')]).toEqual([true, true])
  expect(excerptOf('x'.repeat(500)).length).toBeLessThanOrEqual(281)
})

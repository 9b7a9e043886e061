import { describe, expect, test } from 'vitest'
import { familyOf, partsOf, reasonsOf, sameFamily, scoreOf, turnOf, weightsOf, wordsOf, type Learner, type Offered, type Parts, type ReasonFacts } from './match'
import { settingDefaults } from './settings'

/** The worked examples of docs/mentoring-match.md: Nurhayati, head of a division of the civil registry, wants "komunikasi" and "analisis data". */
const nurhayati: Learner = { tags: ['komunikasi', 'analisis-data'], words: [], languages: ['id', 'min'], position: 'Kepala Bidang Pelayanan Pendaftaran Penduduk', group: 'ADMINISTRATOR', path: [1, 20, 21] }
const base: Offered = { id: 1, title: 'Memimpin musyawarah warga', tags: ['komunikasi', 'komunikasi-publik'], languages: ['id'], position: 'Camat Sibolga Selatan', group: 'ADMINISTRATOR', path: [1, 30], capacity: 3, taken: 1, room: 3, learners: 1, waiting: 1, asked: 10, answered: 10, medianHours: 24, begun: 6, withMe: false, fromMyUnit: 0 }
const weights = weightsOf(settingDefaults)

describe('worked examples', () => {
  test('1: half the need, same level, answers within a day', () => {
    const parts = partsOf(nurhayati, base)
    expect(parts.tags).toBeCloseTo(0.5, 10)
    expect(parts).toMatchObject({ position: 0.5, unit: 0, response: 1, language: 1, past: 0 })
    expect(parts.capacity).toBeCloseTo(2 / 3, 10)
    expect(parts.fairness).toBeCloseTo((1 - 2 / 3) * 0.6 + 0.4 / 3, 10)
    // 35·0.5 + 12·0.5 + 0 + 12·0.6667 + 13·1 + 5·1 + 0 + 10·0.3333 = 52.83
    expect(scoreOf(parts, weights)).toBe(528)
  })

  test('2: a new mentor who covers the whole need stands before a busy one who does', () => {
    const fresh = partsOf(nurhayati, { ...base, tags: ['komunikasi', 'analisis-data'], asked: 0, answered: 0, medianHours: null, begun: 0, learners: 0, waiting: 0, taken: 0 })
    const busy = partsOf(nurhayati, { ...base, tags: ['komunikasi', 'analisis-data'], learners: 3, taken: 2, waiting: 4, begun: 12 })
    expect([fresh.tags, fresh.response, fresh.fairness]).toEqual([1, 0.5, 1])
    expect(busy.fairness).toBeCloseTo(0.4 / 5, 10)
    expect(scoreOf(fresh, weights)).toBe(745)
    expect(scoreOf(busy, weights)).toBe(638)
  })

  test('3: a good mentor with a free seat is not buried by a new one who fits less', () => {
    const good = partsOf(nurhayati, { ...base, tags: ['komunikasi', 'analisis-data'], begun: 12, fromMyUnit: 3 })
    const fresh = partsOf(nurhayati, { ...base, asked: 0, answered: 0, medianHours: null, begun: 0, learners: 0, waiting: 0, taken: 0 })
    expect(scoreOf(good, weights)).toBeGreaterThan(scoreOf(fresh, weights))
  })

  test('4: whoever leaves requests unanswered sinks, however quick the rest', () => {
    const silent = partsOf(nurhayati, { ...base, asked: 10, answered: 2 })
    expect(silent.response).toBeCloseTo(1 / 3, 10)
    expect(scoreOf(silent, weights)).toBeLessThan(scoreOf(partsOf(nurhayati, base), weights))
  })

  test('5: past pairing, nearness and words', () => {
    expect(partsOf(nurhayati, { ...base, withMe: true }).past).toBe(1)
    expect(partsOf(nurhayati, { ...base, fromMyUnit: 2 }).past).toBeCloseTo(2 / 3, 10)
    expect(partsOf(nurhayati, { ...base, path: [1, 20, 22] }).unit).toBe(0.5)
    expect(partsOf(nurhayati, { ...base, path: [1, 20, 21] }).unit).toBe(1)
    expect(partsOf(nurhayati, { ...base, path: [] }).unit).toBe(0)
    expect(partsOf({ ...nurhayati, tags: [], words: wordsOf('Saya ingin memimpin musyawarah dengan warga') }, base).tags).toBeCloseTo(0.6, 10)
  })
})

describe('what it is made of', () => {
  test('positions of one family', () => {
    expect(familyOf('Pranata Komputer Ahli Muda')).toBe('pranata komputer')
    expect(familyOf('Perawat Mahir')).toBe('perawat')
    expect(familyOf('Kepala Puskesmas Aek Habil')).toBe('kepala puskesmas')
    expect(sameFamily('Lurah Kota Beringin', 'Lurah Aek Manis')).toBe(true)
    expect(sameFamily('Lurah Kota Beringin', 'Lurahan')).toBe(false)
    expect(sameFamily('Pranata Komputer Ahli Pertama', 'Pranata Komputer Ahli Madya')).toBe(true)
    expect(sameFamily('Kepala Bidang Aset', 'Kepala Puskesmas Aek Habil')).toBe(false)
    expect(sameFamily('', '')).toBe(false)
  })

  test('parts stay between nothing and one whatever is given, and without weights nothing counts', () => {
    const odd: Offered = { ...base, capacity: 1, taken: 9, room: 0, learners: 50, waiting: 50, asked: 0, answered: 0, medianHours: 10_000, path: [9], fromMyUnit: 99 }
    for (const value of Object.values(partsOf({ ...nurhayati, path: [1] }, odd))) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }
    expect(scoreOf(partsOf(nurhayati, base), { tags: 0, position: 0, unit: 0, capacity: 0, response: 0, language: 0, past: 0, fairness: 0 })).toBe(0)
  })

  test('equal ones take turns from day to day', () => {
    const first = (day: number) => [1, 2, 3].sort((a, b) => turnOf(b, day) - turnOf(a, day))[0]
    expect(new Set(Array.from({ length: 40 }, (_, day) => first(20_000 + day))).size).toBe(3)
  })
})

describe('reasons', () => {
  const all: Parts = { tags: 1, position: 1, unit: 1, capacity: 1, response: 1, language: 1, past: 1, fairness: 1 }
  const facts: ReasonFacts = { sharedTags: ['komunikasi'], language: 'bbc', unit: 'Dukcapil', medianHours: 5, asked: 3, begun: 2, withMe: false, fromMyUnit: 3, freeThisWeek: 2 }
  test('only what is true, the weightiest first, four at most', () => {
    expect(reasonsOf(all, facts, weights).map(one => one.key)).toEqual(['tags', 'response', 'family', 'unit'])
    expect(reasonsOf({ ...all, position: 0, unit: 0, response: 0 }, facts, weights)).toEqual([
      { key: 'tags', values: { tags: 'komunikasi' } }, { key: 'slots', values: { count: 2 } }, { key: 'language', values: { language: 'bbc' } }, { key: 'fromUnit', values: { count: 3 } }])
    expect(reasonsOf({ ...all, tags: 0, position: 0, unit: 0 }, { ...facts, sharedTags: [], medianHours: null, language: null, fromMyUnit: 0, freeThisWeek: 0, begun: 0, asked: 0 }, weights)).toEqual([{ key: 'fresh', values: {} }])
  })
})

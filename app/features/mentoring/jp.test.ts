import { describe, expect, test } from 'vitest'
import { momentOf } from '~/platform/i18n/local-time'
import { jpByMonth, jpTotal, type CountedSession, type JpRuleView } from './jp'

const rule: JpRuleView = { form: 'MENTORING', unit: 'SESSION', jpPerUnit: 2, minMinutes: 0, capPerDay: null, capPerMonth: 4, capPerYear: null, legalBasis: '', verified: false, validFrom: '2026-01-01', validTo: null }
let id = 0
const at = (day: string, hour = 9, zone = 'Asia/Jakarta', minutes = 60): CountedSession => ({ id: (id += 1), startsAt: momentOf(day, hour * 60, zone), minutes })
const of = (sessions: CountedSession[], timeZone = 'Asia/Jakarta', rules = [rule]) => jpByMonth(sessions, { rules, form: 'MENTORING', timeZone })

test('the worked example: five sessions in March are 4 JP', () => {
  const march = ['03', '10', '17', '24', '31'].map(day => at(`2026-03-${day}`))
  const [month] = of(march)
  expect(month).toMatchObject({ month: '2026-03', jp: 4, cap: 4 })
  expect(month?.lines.map(line => [line.day.slice(8), line.jp, line.reason])).toEqual([['03', 2, 'counted'], ['10', 2, 'counted'], ['17', 0, 'monthCap'], ['24', 0, 'monthCap'], ['31', 0, 'monthCap']])
})

describe('the border of a month is the learner’s midnight', () => {
  // 23.30 WIB on 31 March is 00.30 WITA and 01.30 WIT on 1 April
  const late = { id: 900, startsAt: Date.parse('2026-03-31T16:30:00Z'), minutes: 60 }
  const march = [at('2026-03-03'), at('2026-03-10')]
  test.each([
    ['Asia/Jakarta', 4, ['2026-03']],
    ['Asia/Makassar', 6, ['2026-04', '2026-03']],
    ['Asia/Jayapura', 6, ['2026-04', '2026-03']],
  ])('%s', (zone, jp, months) => {
    const found = of([...march, late], zone)
    expect(found.map(month => month.month)).toEqual(months)
    expect(jpTotal(found)).toBe(jp)
  })

  test('the first minute and the last one of a month, in each zone', () => {
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']) {
      const first = { id: 901, startsAt: momentOf('2026-12-01', 0, zone), minutes: 60 }
      const last = { id: 902, startsAt: momentOf('2026-12-31', 1439, zone), minutes: 60 }
      const next = { id: 903, startsAt: momentOf('2027-01-01', 0, zone), minutes: 60 }
      expect(of([next, last, first], zone).map(month => [month.month, month.jp])).toEqual([['2027-01', 2], ['2026-12', 4]])
    }
  })
})

test('a cap that leaves a part of a session gives that part', () => {
  expect(of([at('2026-05-04'), at('2026-05-05')], 'Asia/Jakarta', [{ ...rule, capPerMonth: 3 }])[0]?.lines.map(line => [line.jp, line.reason])).toEqual([[2, 'counted'], [1, 'monthCap']])
})

test('day and year caps, the least minutes, days and minutes as units', () => {
  const two = [at('2026-05-04', 9), at('2026-05-04', 13), at('2026-05-05', 9)]
  expect(of(two, 'Asia/Jakarta', [{ ...rule, capPerMonth: null, capPerDay: 2 }])[0]?.lines.map(line => line.reason)).toEqual(['counted', 'dayCap', 'counted'])
  expect(jpTotal(of([at('2026-05-04'), at('2026-06-04'), at('2027-01-04')], 'Asia/Jakarta', [{ ...rule, capPerYear: 3 }]))).toBe(5)
  expect(of([at('2026-05-04', 9, 'Asia/Jakarta', 30)], 'Asia/Jakarta', [{ ...rule, minMinutes: 45 }])[0]?.lines[0]).toMatchObject({ jp: 0, reason: 'tooShort' })
  expect(of(two, 'Asia/Jakarta', [{ ...rule, unit: 'DAY', capPerMonth: null }])[0]?.lines.map(line => line.reason)).toEqual(['counted', 'sameDay', 'counted'])
  expect(of([at('2026-05-04', 9, 'Asia/Jakarta', 100), at('2026-05-06', 9, 'Asia/Jakarta', 44)], 'Asia/Jakarta', [{ ...rule, unit: 'MINUTES', jpPerUnit: 1, capPerMonth: null }])[0]?.lines.map(line => line.jp)).toEqual([2, 0])
})

test('the rule of the day holds; before there was one nothing counts', () => {
  const later = { ...rule, jpPerUnit: 1, validFrom: '2026-07-01' }
  const sessions = [at('2025-12-30'), at('2026-06-30'), at('2026-07-01')]
  expect(of(sessions, 'Asia/Jakarta', [{ ...rule, validTo: '2026-06-30' }, later]).map(month => [month.month, month.jp, month.lines[0]?.reason])).toEqual([['2026-07', 1, 'counted'], ['2026-06', 2, 'counted'], ['2025-12', 0, 'noRule']])
})

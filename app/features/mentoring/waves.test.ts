import { expect, test } from 'vitest'
import { cityToday, dueOf, phaseOf, type Phase } from './waves'

const wave = { opensOn: '2026-11-01', closesOn: '2026-11-15', pairingOn: '2026-11-20', midCheckOn: '2027-01-10', endsOn: '2027-02-28' }

const table: [string, Phase][] = [
  ['2026-10-31', 'BEFORE'], ['2026-11-01', 'OPEN'], ['2026-11-15', 'OPEN'], ['2026-11-16', 'CLOSED'], ['2026-11-19', 'CLOSED'], ['2026-11-20', 'PAIRED'], ['2027-01-09', 'PAIRED'], ['2027-01-10', 'CHECKED'], ['2027-02-27', 'CHECKED'], ['2027-02-28', 'ENDED'],
]
test.each(table)('on %s a wave is %s', (day, phase) => { expect(phaseOf(wave, day)).toBe(phase) })

test('each day is told of once, also when the clock was away for a while', () => {
  expect(dueOf({ ...wave, told: [] }, '2026-10-31')).toEqual([])
  expect(dueOf({ ...wave, told: ['OPEN'] }, '2026-11-19')).toEqual([])
  expect(dueOf({ ...wave, told: ['OPEN'] }, '2027-01-11')).toEqual(['PAIRING', 'MID_CHECK'])
  expect(dueOf({ ...wave, told: ['OPEN', 'PAIRING', 'MID_CHECK', 'CLOSING'] }, '2027-03-01')).toEqual([])
})

test('the day changes at midnight in the city', () => {
  expect(cityToday(Date.parse('2026-11-21T16:59:59Z'))).toBe('2026-11-21')
  expect(cityToday(Date.parse('2026-11-21T17:00:00Z'))).toBe('2026-11-22')
})

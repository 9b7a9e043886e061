import { expect, test } from 'vitest'
import { parseRanges, rangesText } from './hours'

const read = (text: string) => {
  const ranges = parseRanges(text)
  return ranges && rangesText(ranges)
}

test.each([
  ['', ''],
  ['08.00–10.00, 13.30–15.00', '08.00–10.00, 13.30–15.00'],
  ['8-10; 13:30 - 15:00', '08.00–10.00, 13.30–15.00'],
  ['9.00 sampai 11.30', '09.00–11.30'],
  ['13.00-14.00, 08.00-09.00', '08.00–09.00, 13.00–14.00'],
  ['08.00-10.00, 09.00-11.00, 11.00-12.00', '08.00–12.00'],
  ['22.00-24.00', '22.00–24.00'],
  ['00.00-01.00', '00.00–01.00'],
])('%s', (text, shown) => { expect(read(text)).toBe(shown) })

test.each(['pagi', '10.00-08.00', '08.00', '08.00-08.10', '25.00-26.00', '24.00-24.00', '08.00-09.00-10.00', '8-9,9-10,10-11,11-12,12-13,13-14,14-15', '-5-6'])('cannot be read: %s', text => {
  expect(parseRanges(text)).toBeNull()
})

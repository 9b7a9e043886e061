import { expect, test } from 'vitest'
import { groupStaffNumber, maskStaffNumber, readStaffNumber } from './nip'

test.each([
  [1, '198609262015051001', 'NIP', []],
  [2, "'198609262015051001", 'NIP', []],
  [3, '19860926 201505 1 001', 'NIP', []],
  [4, '199408162023212913', 'NI_PPPK', []],
  [5, '198609262015151001', 'OTHER', ['kind']],
  [6, '198609262015053001', 'NIP', ['sexDigit']],
  [7, '198609262003051001', 'NIP', ['age']],
])('%i. %s is a %s with doubts %j', (_n, typed, kind, doubts) => {
  const read = readStaffNumber(typed)
  expect(read).toMatchObject({ number: { kind, doubts } })
})

test.each([
  [1, '1.98609E+17', 'damaged'],
  [2, '1,98609262015051E+17', 'damaged'],
  [3, 198609262015051000, 'damaged'],
  [4, '198609262015051000', 'damaged'],
  [5, '1986092620150510', 'length'],
  [6, '19860926201505100X', 'length'],
  [7, '198613262015051001', 'birthDate'],
  [8, '198602302015051001', 'birthDate'],
  [9, '', 'missing'],
])('%i. %s is refused as %s', (_n, typed, fault) => {
  expect(readStaffNumber(typed)).toEqual({ fault })
})

test('a number is masked in lists and grouped for reading', () => {
  expect(maskStaffNumber('198902192015021909')).toBe('1989••••••••••1909')
  expect(groupStaffNumber('198609262015051001')).toBe('19860926 201505 1 001')
})

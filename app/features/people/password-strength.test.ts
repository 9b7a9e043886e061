import { expect, test } from 'vitest'
import { weaknessOf } from './password-strength.server'

const own = ['Nurhayati Chaniago', 'nurhayati@balai.contoh', '198805112011012907']

test.each([
  [1, 'pendek', 'short'],
  [2, 'a'.repeat(201), 'long'],
  [3, 'indonesia123', 'common'],
  [4, 'Rahasia123456!', 'common'],
  [5, 'R4h4s14-2026', 'common'],
  [6, 'bismillah99999', 'common'],
  [7, 'P@ssw0rd2026', 'common'],
  [8, 'sayangku sayangku', 'common'],
  [9, '123456789012', 'common'],
  [10, 'qwertyuiop123', 'common'],
  [11, 'abcabcabcabc', 'common'],
  [12, 'aaaaaaaaaaaab', 'common'],
  [13, 'nurhayati1988', 'own'],
  [14, 'Chaniago-11051988', 'own'],
  [15, '198805112011012907', 'own'],
  [16, 'teluk-tapian-nauli-26', null],
  [17, 'kerang biru di loket tiga', null],
  [18, 'x7Rq!mmz29Lw', null],
  [19, 'nurhayati suka perahu layar', null],
])('%i. %s → %s', (_number, password, expected) => {
  expect(weaknessOf(password, own)).toBe(expected)
})

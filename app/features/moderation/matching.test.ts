import { expect, test } from 'vitest'
import { hostsIn, linksOut, matchRule, plainWords, type Rule } from './matching'

const link = (href: string) => `<p><a href="${href}">di sini</a></p>`
const table: [number, Rule, { text: string; html?: string; title?: string }, boolean][] = [
  [1, { kind: 'WORD', value: 'slot' }, { text: 'Main SLOT sekarang' }, true],
  [2, { kind: 'WORD', value: 'slot' }, { text: 'Slotnya sudah penuh' }, false],
  [3, { kind: 'WORD', value: 'pinjaman kilat' }, { text: 'Butuh pinjaman\nkilat?' }, true],
  [4, { kind: 'WORD', value: 'slót' }, { text: 'slot' }, true],
  [5, { kind: 'WORD', value: 'slot' }, { text: 's\u200blot gacor' }, true],
  [6, { kind: 'WORD', value: 'judi' }, { text: 'biasa saja', title: 'Info judi' }, true],
  [7, { kind: 'PART', value: 'gacor' }, { text: 'supergacor88' }, true],
  [8, { kind: 'PART', value: 'a.b' }, { text: 'axb' }, false],
  [9, { kind: 'WORD', value: '(' }, { text: 'sebuah ( tanda' }, true],
  [10, { kind: 'LINK', value: 'judi.example' }, { text: 'di sini', html: link('https://www.judi.example/x?y') }, true],
  [11, { kind: 'LINK', value: 'judi.example' }, { text: 'di sini', html: link('http://main.judi.example:8080') }, true],
  [12, { kind: 'LINK', value: 'judi.example' }, { text: 'buka judi.example ya' }, true],
  [13, { kind: 'LINK', value: 'judi.example' }, { text: 'di sini', html: link('https://bukanjudi.example/judi.example') }, false],
  [14, { kind: 'WORD', value: ' ' }, { text: 'apa saja' }, false],
]

test.each(table)('%i. %o on %o: %s', (_n, rule, given, expected) => {
  expect(matchRule([rule], { html: '', ...given }) !== null).toBe(expected)
})

test('the first rule that holds is named', () => {
  const rules: Rule[] = [{ kind: 'WORD', value: 'a' }, { kind: 'WORD', value: 'b' }, { kind: 'PART', value: 'b' }]
  expect(matchRule(rules, { text: 'b', html: '' })).toEqual(rules[1])
})

test('links and words are read as people see them', () => {
  expect(hostsIn(link('https://a.example/b'), 'atau c.example')).toEqual(['a.example', 'c.example'])
  expect(linksOut(`${link('https://a.example')}${link('/pos/1')}${link('http://b.example')}`)).toBe(2)
  expect(plainWords('  É\u200bA  b\nC ')).toBe('ea b c')
})

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { collectIn, loadWords, registerTexts, setWordSource, translator, treeOf, wordsOf } from './words'

beforeAll(() => {
  registerTexts('en', {
    trial: {
      plain: 'Save', 'of': { name: 'By {{name}}' }, twice: '{{a}} and {{a}}, {{b}}',
      day_zero: 'No days', day_one: 'One day', day_other: '{{count}} days', reply_one: '{{count}} reply', reply_other: '{{count}} replies', seen: 'Seen by {{count}}',
      sections: [{ title: '{{city}}', points: ['In {{city}}'] }],
    },
    other: { hello: 'Hello' },
  })
})

test('values are filled in where they stand, and what is not given is empty', () => {
  const t = translator('en', 'trial')
  expect(t('plain')).toBe('Save')
  expect(t('of.name', { name: 'Siti {{x}} $1' })).toBe('By Siti {{x}} $1')
  expect(t('twice', { a: 1, b: null })).toBe('1 and 1, ')
  expect(t('other:hello')).toBe('Hello')
  expect(translator('en', 'trial')).toBe(t)
})

test('a count chooses the form of number', () => {
  const t = translator('en', 'trial')
  expect([0, 1, 2].map(count => t('day', { count }))).toEqual(['No days', 'One day', '2 days'])
  expect([0, 1, 5].map(count => t('reply', { count }))).toEqual(['0 replies', '1 reply', '5 replies'])
  expect([0, 1, 5].map(count => t('seen', { count }))).toEqual(['Seen by 0', 'Seen by 1', 'Seen by 5'])
})

test('a tree of texts comes filled in, the kept one stays as it was', () => {
  expect(treeOf('en', 'trial', 'sections', { city: 'Sibolga' })).toEqual([{ title: 'Sibolga', points: ['In Sibolga'] }])
  expect(treeOf('en', 'trial', 'sections')).toEqual([{ title: '{{city}}', points: ['In {{city}}'] }])
})

test('a key without words, a branch and a key of the language itself are said aloud and shown as the key', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const t = translator('en', 'trial')
  expect([t('nowhere'), t('of'), t('of.constructor'), t('__proto__.x')]).toEqual(['nowhere', 'of', 'of.constructor', '__proto__.x'])
  expect(said).toHaveBeenCalledTimes(4)
  said.mockRestore()
})

test('a page names the rooms it spoke with, its own and others', () => {
  const spoken = new Set<string>()
  collectIn(spoken)
  wordsOf('en', 'trial')
  translator('en', 'trial')('other:hello')
  collectIn(undefined)
  wordsOf('en', 'far')
  expect([...spoken]).toEqual(['trial', 'other'])
})

test('in a browser a room not yet here is fetched once, and a lost line is an error, then tried again', async () => {
  let line = true
  const source = vi.fn((_locale: string, ns: string) => (line ? Promise.resolve({ word: `of ${ns}` }) : Promise.reject(new Error('offline'))))
  setWordSource(source)
  const thrown = () => { try { return wordsOf('en', 'late') } catch (error) { return error } }
  const waits = [thrown(), thrown()] as Promise<void>[]
  expect(waits[0]).toBeInstanceOf(Promise)
  expect(waits[1]).toBe(waits[0])
  await loadWords('en', ['late', 'trial'])
  expect(source).toHaveBeenCalledTimes(1)
  expect(translator('en', 'late')('word')).toBe('of late')
  line = false
  await loadWords('en', ['lost'])
  expect(() => wordsOf('en', 'lost')).toThrow(/did not come/)
  line = true
  await loadWords('en', ['lost'])
  expect(translator('en', 'lost')('word')).toBe('of lost')
})

afterAll(() => { setWordSource(() => Promise.reject(new Error('no line'))) })

import { describe, expect, test } from 'vitest'
import { interned, knownOf, madeOf, MOST, toJson } from './interned'

describe('interned', () => {
  test('the same data is the same object under the same number, other data another', () => {
    const one = interned({ id: 1, tags: ['a'] })
    expect(interned({ id: 1, tags: ['a'] })).toBe(one)
    expect(knownOf(one)).toMatchObject({ json: '{"id":1,"tags":["a"]}' })
    const other = interned({ id: 1, tags: ['b'] })
    expect(other).not.toBe(one)
    expect(knownOf(other)?.number).not.toBe(knownOf(one)?.number)
    expect(knownOf({ id: 1, tags: ['a'] })).toBeUndefined()
  })

  test('nobody can change it for the others', () => {
    const shared = interned({ id: 2, name: 'semua' })
    expect(() => { shared.name = 'saya' }).toThrow(TypeError)
  })

  test('what was not asked for in a long while is forgotten', () => {
    const first = interned({ id: 3 })
    for (let at = 0; at < 21; at += 1) interned({ at, long: '-'.repeat(MOST / 10) })
    expect(interned({ id: 3 })).not.toBe(first)
  })
})

describe('made of a text', () => {
  test('once for each way of making', () => {
    let count = 0
    const make = (text: string) => ({ text, count: ++count })
    expect(madeOf('one', 'x', make)).toBe(madeOf('one', 'x', make))
    expect(madeOf('one', 'y', make)).toEqual({ text: 'y', count: 2 })
    expect(madeOf('two', 'x', make)).toEqual({ text: 'x', count: 3 })
  })

  test('not at all where making fails, and anew the next time', () => {
    expect(() => madeOf('broken', '{', text => JSON.parse(text) as object)).toThrow(SyntaxError)
    expect(madeOf('broken', '{', () => ({ mended: true }))).toEqual({ mended: true })
  })
})

test('the JSON of a value with interned parts is what the engine would write', () => {
  const rows = [interned({ id: 4, name: 'a "b" </script> \u2028' }), interned({ id: 5, none: undefined, null: null })]
  const values: unknown[] = [
    { rows, byId: { 4: rows[0], 5: rows[1] }, next: null, none: undefined, list: [undefined, null, () => 1, NaN], 'odd "key"': 1, at: new Date(0), empty: {}, no: [] },
    rows, rows[0], 'text', 7, null, true, [[rows]],
  ]
  for (const value of values) expect(toJson(value)).toBe(JSON.stringify(value))
  expect(toJson(undefined)).toBeUndefined()
})

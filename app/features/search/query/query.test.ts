import { describe, expect, test } from 'vitest'
import { highlight, snippet } from './highlight'
import { parseQuery } from './parse'
import { allOf, groupWords, termQuery, type Term } from './terms'
import { allowedEdits, distance, foldWord, plain } from './words'

describe('words', () => {
  test.each([['KTP-el', 'ktp el'], ['F-2.01', 'f 2 01'], ['a/b c@d.id', 'a b c d id'], ['Éka Ñuñez', 'eka nunez'], ['\u0000x\ud800', 'x'], ['😀', ''], ['ﬁle №5', 'file 5']])('%j becomes %j', (text, words) => {
    expect(plain(text)).toBe(words)
  })
  test('case and marks are folded', () => expect(foldWord('ÀÉÎõü')).toBe('aeiou'))
  test.each([['kelahirn', 'kelahiran', 1], ['akat', 'akta', 1], ['retirbusi', 'retribusi', 1], ['abc', 'abc', 0], ['loket', 'pasar', 5]])('%s to %s takes %i', (a, b, edits) => {
    expect(Math.min(distance(a, b, 5), 5)).toBe(edits)
  })
  test('short words and numbers are not mended', () => expect(['kk', '2026', 'akta', 'kelahiran'].map(allowedEdits)).toEqual([0, 0, 1, 2]))
})

describe('what was asked', () => {
  test.each([
    ['bagaimana cara mengurus akta kelahiran yang hilang', ['akta', 'kelahiran', 'hilang'], []],
    ['cara mengurus', ['cara', 'mengurus'], []],
    ['yang', ['yang'], []],
    ['"loket tiga" puskesmas', ['puskesmas'], [['loket', 'tiga']]],
    ['“loket tiga', ['loket', 'tiga'], []],
    ['akta akta AKTA', ['akta'], []],
    ['', [], []],
  ])('%j', (text, words, phrases) => expect(parseQuery(text)).toMatchObject({ words, phrases }))
  test('knows whether the last word is finished', () => {
    expect(parseQuery('akta kelah').openEnd).toBe(true)
    expect(parseQuery('akta kelahiran ').openEnd).toBe(false)
    expect(parseQuery('akta yang').openEnd).toBe(false)
  })
  test('is bounded', () => expect(parseQuery(Array.from({ length: 60 }, (_, at) => `kata${at}`).join(' ')).words).toHaveLength(10))
})

describe('terms', () => {
  const term = (words: string[], more: Partial<Term> = {}): Term => ({ text: words[0] ?? '', words, phrases: [], together: [], begun: [], documents: 1, begunDocuments: 0, ...more })
  test('are written as a quoted tsquery', () => {
    expect(termQuery(term(["o'neil", 'neil']), false)).toBe("( 'o''neil' | 'neil' )")
    expect(termQuery(term(['ktp'], { phrases: [['kartu', 'tanda']] }), false)).toBe("( 'ktp' | ( 'kartu' <-> 'tanda' ) )")
    expect(allOf([term(['a']), term(['b'], { begun: ['bc'] })], true)).toBe("'a' & ( 'b' | 'bc' )")
  })
  test('known names stay together', () => {
    expect(groupWords(['kartu', 'keluarga', 'hilang'], new Set(['kartu keluarga', 'hilang']))).toEqual([['kartu', 'keluarga'], ['hilang']])
  })
})

describe('marks', () => {
  const marks = { words: new Set(['akta', 'kelahiran', 'eka']), prefixes: ['lan'] }
  test('escape everything, join neighbours, and mark a beginning only as far as it was typed', () => {
    expect(highlight('<Akta> kelahiran & lansia', marks)).toBe('&#60;<mark>Akta</mark>&#62; <mark>kelahiran</mark> &#38; <mark>lan</mark>sia')
    expect(highlight('Akta kelahiran', marks)).toBe('<mark>Akta kelahiran</mark>')
    expect(highlight('Éka', marks)).toBe('<mark>Éka</mark>')
  })
  test('a snippet shows the place with the most hits, within bounds', () => {
    const long = `${'pembuka '.repeat(200)} tentang akta kelahiran anak ${'penutup '.repeat(200)}`
    const made = snippet(long, marks)
    expect(made).toContain('<mark>akta kelahiran</mark>')
    expect(made.startsWith('…') && made.endsWith('…')).toBe(true)
    expect(made.length).toBeLessThan(420)
  })
  test('a text without words or hits is cut, not lost', () => {
    expect(snippet('', marks)).toBe('')
    expect(snippet('!!! ???', marks)).toBe('!!! ???')
    expect(snippet('satu dua', marks)).toBe('satu dua')
    expect(snippet('x'.repeat(5_000), marks).length).toBeLessThan(600)
  })
})

import { describe, expect, test } from 'vitest'
import { diffOf, type DiffView } from './diff.server'

const told = ({ blocks }: DiffView): string[] => blocks.map(block => ('same' in block ? `=${block.same.length}` : block.words.map(word => `${word.change === 'added' ? '+' : word.change === 'removed' ? '-' : ''}${word.text.trim()}`).join('|')))

describe('two texts', () => {
  test('differ by words within a paragraph, and the rest stands together', () => {
    const diff = diffOf('Satu dua\nLoket buka pukul delapan pagi\nTiga\nEmpat', 'Satu dua\nLoket buka pukul tujuh pagi\nTiga\nEmpat')
    expect(told(diff)).toEqual(['=1', 'Loket buka pukul|-delapan|+tujuh|pagi', '=2'])
    expect(diff).toMatchObject({ added: 1, removed: 1 })
  })

  test('a paragraph that is not like any other is whole', () => {
    expect(told(diffOf('Satu dua tiga\nKami belum tahu apakah bertahan', 'Satu dua tiga\nBulan ketiga tetap baik sekali'))).toEqual(['=1', '+Bulan ketiga tetap baik sekali', '-Kami belum tahu apakah bertahan'])
    expect(told(diffOf('Satu\nDua', 'Satu'))).toEqual(['=1', '-Dua'])
  })

  test('the same, nothing, everything', () => {
    expect(diffOf('Satu\nDua', 'Satu\nDua')).toEqual({ blocks: [{ same: ['Satu', 'Dua'] }], added: 0, removed: 0 })
    expect(diffOf('', '')).toEqual({ blocks: [], added: 0, removed: 0 })
    expect(diffOf('', 'Satu dua')).toMatchObject({ added: 2, removed: 0 })
  })

  test('a long text that is another text entirely is told in time', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word} ${at} kalimat yang cukup panjang`).join('\n')
    expect(diffOf(long('lama'), long('baru')).blocks.length).toBeGreaterThan(0)
  })
})

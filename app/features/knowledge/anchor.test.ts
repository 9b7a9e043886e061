import { describe, expect, test } from 'vitest'
import { anchorOf, locate, paragraphsOf } from './anchor'

const text = 'Datang ke loket tiga.\nBawa KTP-el dan kartu keluarga.\nDatang ke loket tiga lagi esok hari.'

describe('words a comment is about', () => {
  test('are found again by themselves, and by what stands around them where they stand twice', () => {
    expect(locate(text, { quote: 'kartu keluarga', prefix: '', suffix: '' })).toEqual({ start: 38, end: 52 })
    const first = locate(text, { quote: 'loket tiga', prefix: 'Datang ke ', suffix: '. Bawa' })
    const second = locate(text, { quote: 'loket tiga', prefix: 'Datang ke ', suffix: ' lagi esok' })
    expect([first?.start, (second?.start ?? 0) > (first?.start ?? 0)]).toEqual([10, true])
  })
  test('are found when the text around them has changed', () => expect(locate('Sekarang bawalah KTP-el dan kartu keluarga asli.', { quote: 'KTP-el dan kartu keluarga', prefix: 'Bawa ', suffix: '.' })).not.toBeNull())
  test('are gone when they are gone', () => expect(locate('Semua sudah daring.', { quote: 'loket tiga', prefix: '', suffix: '' })).toBeNull())
  test('nothing is nowhere', () => expect(locate(text, { quote: '  ', prefix: '', suffix: '' })).toBeNull())
  test('a paragraph stands for itself', () => {
    const paragraphs = paragraphsOf(text)
    const anchor = anchorOf(paragraphs, 2)
    expect(anchor?.quote).toBe('Datang ke loket tiga lagi esok hari.')
    expect(anchor && locate(text, anchor)).not.toBeNull()
    expect(anchorOf(paragraphs, 9)).toBeNull()
  })
})

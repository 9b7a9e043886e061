import { describe, expect, test } from 'vitest'
import { cariPath } from './cari-path'
import { dayStart, nextDay, readCari } from './search.schema'

const read = (query: string) => readCari(new URLSearchParams(query))

describe('the address of a search', () => {
  test('says everything and can be read back', () => {
    const params = read('q=akta+hilang&jenis=topic&jenis=post&tag=ktp-el&tahun=2026&unit=x&bentuk=knowledge:kind.SOP&di=category:5&penulis=7&dari=2026-01-02&sampai=2026-03-04&urut=terbaru&persis=1&hal=3')
    expect(params).toEqual({ fine: { label: ['knowledge:kind.SOP'], tag: ['ktp-el'], year: ['2026'] }, text: 'akta hilang', kinds: ['topic', 'post'], shelves: ['category:5'], authorId: 7, from: '2026-01-02', to: '2026-03-04', sort: 'newest', page: 3, exact: true })
    expect(readCari(new URL(cariPath(params, { page: 3 }), 'http://x').searchParams)).toEqual(params)
    expect(cariPath(params, { kinds: [], page: undefined })).not.toContain('hal=')
  })

  test.each(['hal=0', 'hal=51', 'hal=x', 'hal=1e9', 'penulis=-1', 'penulis=99999999999', 'penulis=', 'dari=2026-02-30', 'dari=kemarin', 'jenis=TOPIC', "jenis=a'b", 'di=x', 'di=category:%00', 'urut=acak', 'q=%00'])('bent: %s is left out', query => {
    expect(read(query)).toMatchObject({ text: '', kinds: [], shelves: [], page: 1, sort: 'relevance' })
    expect(read(query).authorId).toBeUndefined()
    expect(read(query).from).toBeUndefined()
  })

  test('long text is cut, nothing else is', () => expect(read(`q=${'a'.repeat(5_000)}`).text).toHaveLength(300))
})

test('a day begins where the reader lives', () => {
  expect(dayStart('2026-11-22', 'Asia/Jakarta').toISOString()).toBe('2026-11-21T17:00:00.000Z')
  expect(dayStart('2026-11-22', 'Asia/Jayapura').toISOString()).toBe('2026-11-21T15:00:00.000Z')
  expect(dayStart('2026-11-22', 'UTC').toISOString()).toBe('2026-11-22T00:00:00.000Z')
  expect(nextDay('2026-12-31')).toBe('2027-01-01')
})

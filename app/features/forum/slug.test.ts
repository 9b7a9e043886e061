import { describe, expect, test } from 'vitest'
import { slugOf } from './slug'
import { categoryOfShelf, shelfOf } from './shelf'
import { listParams, openTopicSchema, pageParam, tagsSchema, titleSchema } from './topics.schema'

describe('addresses', () => {
  test.each([
    ['Cara menyiasati antrean KTP-el pada hari Senin', 'cara-menyiasati-antrean-ktp-el-pada-hari-senin'],
    ['  SIPD-RI: jurnal koreksi ditolak?  ', 'sipd-ri-jurnal-koreksi-ditolak'],
    ['Café “Éka” & Ñ', 'cafe-eka-n'],
    ["Jum'at bersih", 'jumat-bersih'],
    ['????', 'topik'],
    ['你好', 'topik'],
    ['', 'topik'],
  ])('%j becomes %s', (title, slug) => expect(slugOf(title)).toBe(slug))

  test('never longer than 60, never cut inside a word where that can be helped, never ending in a hyphen', () => {
    for (const title of ['kata '.repeat(40), 'a'.repeat(200), 'perkembangan-kependudukan '.repeat(9), `${'a'.repeat(59)} b`]) {
      const slug = slugOf(title)
      expect(slug.length).toBeLessThanOrEqual(60)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    }
    expect(slugOf('kata '.repeat(40))).toMatch(/^(kata-)+kata$/)
  })

  test('a shelf and its category', () => {
    expect(categoryOfShelf(shelfOf(12))).toBe(12)
    expect(categoryOfShelf('article:12')).toBeNull()
  })
})

describe('what is typed', () => {
  test('titles lose what cannot be seen', () => {
    expect(titleSchema.parse('  Antrean\u202E  \n di\u200B loket\0 ')).toBe('Antrean di loket')
    for (const title of ['', '     ', 'abc', '123456789', '\u200B'.repeat(20), 'x'.repeat(151)]) expect(titleSchema.safeParse(title).success, title).toBe(false)
    expect(titleSchema.safeParse(undefined).error?.issues[0]?.message).toBe('forum:errors.titleNeeded')
  })

  test('tags from one line or a list', () => {
    expect(tagsSchema.parse('KTP-el, Antrean; antrean  #Loket Baru')).toEqual(['ktp-el', 'antrean', 'loket-baru'])
    expect(tagsSchema.parse(['sop', 'sop'])).toEqual(['sop'])
    expect(tagsSchema.parse('')).toEqual([])
    expect(tagsSchema.parse(undefined)).toEqual([])
    expect(tagsSchema.safeParse('a1,b2,c3,d4,e5,f6').success).toBe(false)
    expect(tagsSchema.safeParse('x'.repeat(31)).success).toBe(false)
  })

  test('a form without a title says so beside the title', () => {
    const parsed = openTopicSchema.safeParse({ category: 'umum', clientKey: 'abcdefgh1', markdown: 'x' })
    expect(parsed.error?.issues.map(issue => [issue.path[0], issue.message])).toEqual([['title', 'forum:errors.titleNeeded']])
  })

  test('wrong search params are as if they were not there', () => {
    expect(listParams.parse({ filter: 'nope', cursor: '; drop' })).toEqual({ filter: 'latest', cursor: null })
    expect(listParams.parse({})).toEqual({ filter: 'latest', cursor: null })
    expect(listParams.parse({ filter: 'unread', cursor: '1790000000000.12' })).toEqual({ filter: 'unread', cursor: '1790000000000.12' })
    expect([pageParam.parse('x'), pageParam.parse('-1'), pageParam.parse('3'), pageParam.parse(undefined)]).toEqual([undefined, undefined, 3, undefined])
  })
})

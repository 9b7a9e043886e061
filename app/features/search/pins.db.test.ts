import { beforeAll, expect, test } from 'vitest'
import { Forbidden, Invalid } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { document } from '#tests/contract/search-documents'
import { makeMember } from '#tests/factories/people'
import { readCari } from './search.schema'
import { getCariPage } from './cari.queries.server'
import { postgresEngine } from './engines/postgres.server'
import { addPin, dropPin, listPins, pinWords } from './pins.server'

let keeper: Member
beforeAll(async () => {
  keeper = await makeMember({ roles: ['ADMINISTRATOR'] })
  await postgresEngine.index([
    document({ id: 'topic:1', title: 'Akta kelahiran hilang', body: 'Kutipan kedua.' }), document({ id: 'topic:2', title: 'Cara mengurus akta', body: 'Semua jenis akta kelahiran.' }),
    document({ id: 'topic:3', title: 'Akta kelahiran untuk petugas', body: 'Hanya untuk rekan.', audience: 'asn' }), document({ id: 'topic:4', title: 'Loket', body: 'Loket' }),
  ])
})
const page = (viewer: Parameters<typeof getCariPage>[0], query: string) => getCariPage(viewer, readCari(new URLSearchParams(query)))

test.each([['Akta  Kelahiran', 'akta kelahiran'], ['kelahiran akta', 'akta kelahiran'], ['yang akta', 'akta'], ['', '']])('%j is pinned as %j', (text, words) => expect(pinWords(text)).toBe(words))

test('what an administrator chose stands first for these words, once, and only for those who may read it', async () => {
  await addPin(keeper, { words: 'akta kelahiran', address: 'https://contoh.go.id/topic/2?x=1' })
  await addPin(keeper, { words: 'kelahiran akta', address: '/topic/3' })
  await addPin(keeper, { words: 'kelahiran akta', address: '/topic/3' })
  expect(await listPins(keeper)).toHaveLength(2)
  const seen = await page(stranger('id'), 'q=kelahiran+akta')
  expect(seen.pinned.map(hit => hit.id)).toEqual(['topic:2'])
  expect(seen.answer?.hits.map(hit => hit.id)).toEqual(['topic:1'])
  expect((await page(keeper, 'q=akta+kelahiran')).pinned.map(hit => hit.id)).toEqual(['topic:2', 'topic:3'])
  for (const other of ['q=akta', 'q=akta+kelahiran&jenis=topic', 'q=akta+kelahiran&hal=2']) expect((await page(keeper, other)).pinned).toEqual([])
})

test('is kept by administrators, of what can be found, and not without end', async () => {
  const reader = await makeMember()
  await expect(addPin(reader, { words: 'akta', address: '/topic/1' })).rejects.toBeInstanceOf(Forbidden)
  await expect(listPins(reader)).rejects.toBeInstanceOf(Forbidden)
  await expect(addPin(keeper, { words: 'akta', address: '/topic/999' })).rejects.toBeInstanceOf(Invalid)
  await expect(addPin(keeper, { words: '!', address: '/topic/1' })).rejects.toBeInstanceOf(Invalid)
  for (const id of [1, 2, 3]) await addPin(keeper, { words: 'surat', address: `/topic/${id}` })
  await expect(addPin(keeper, { words: 'surat', address: '/topic/4' })).rejects.toThrow(new Invalid({ pinWords: ['search:pins.errors.full'] }))
  const pin = (await listPins(keeper))[0]
  await dropPin(keeper, { id: pin?.id ?? 0 })
  expect((await listPins(keeper)).some(one => one.id === pin?.id)).toBe(false)
})

import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { makeMember } from '#tests/factories/people'
import { dismissGap, gapWords, listGaps, noteGap } from './gaps.server'

let colleague: Member
let citizen: Member
beforeAll(async () => {
  colleague = await makeMember()
  citizen = await makeMember({ kind: 'CITIZEN' })
})

test.each([
  ['bagaimana cara mengurus beasiswa', 'beasiswa'], ['Beasiswa  KULIAH', 'beasiswa kuliah'], ['"beasiswa kuliah" kota', 'kota beasiswa kuliah'], ['3271046504930002', null], ['siti@contoh.id', null], ['0812 3456 7890', null], ['', null], ['ab', null],
])('%j is kept as %j', (text, words) => expect(gapWords(text)).toBe(words))

test('words are shown once two people searched them in vain; one person alone never shows them, and nobody is kept', async () => {
  for (let at = 0; at < 5; at++) await noteGap('beasiswa kuliah', 'person:1')
  expect(await listGaps(colleague)).toEqual([])
  await noteGap('Kuliah beasiswa', 'person:2')
  expect(await listGaps(colleague)).toEqual([])
  await noteGap('beasiswa kuliah', 'person:2')
  expect(await listGaps(colleague)).toMatchObject([{ words: 'beasiswa kuliah', count: 6 }])
  expect(await db.searchGap.findUnique({ where: { words: 'beasiswa kuliah' } })).toMatchObject({ asked: true, mark: null })
  expect(JSON.stringify(await db.searchGap.findMany())).not.toContain('person')
  await expect(listGaps(citizen)).rejects.toBeInstanceOf(Forbidden)
  await expect(dismissGap(citizen, 'beasiswa kuliah')).rejects.toBeInstanceOf(Forbidden)
  await dismissGap(colleague, 'beasiswa kuliah')
  expect(await listGaps(colleague)).toEqual([])
})

import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Invalid, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { discardDraft, findDraft, listDrafts, MAX_DRAFTS, saveDraft } from './drafts.server'
import { reply } from './posts.server'
import { markAllRead, markRead } from './reading.server'

let writer: Member
let reader: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  reader = await makeMember({ kind: 'CITIZEN' })
  writer = await makeMember({ kind: 'CITIZEN' })
  category = await makeCategory()
})

const positionOf = async (person: Member, threadId: number) => (await db.readPosition.findUnique({ where: { personId_threadId: { personId: person.personId, threadId } } }))?.number ?? null

describe('read position', () => {
  test('goes forward only, never beyond the last post, and belongs to the person, not to the device', async () => {
    const topic = await makeTopic({ category, author: writer, replies: 9 })
    await markRead(reader, { threadId: topic.id, number: 4 })
    expect(await positionOf(reader, topic.id)).toBe(4)
    await markRead({ ...reader, sessionId: 77 }, { threadId: topic.id, number: 7 })
    await markRead(reader, { threadId: topic.id, number: 2 })
    expect(await positionOf(reader, topic.id)).toBe(7)
    await markRead(reader, { threadId: topic.id, number: 2_000_000_000 })
    expect(await positionOf(reader, topic.id)).toBe(10)
    await Promise.all([3, 10, 5, 1].map(number => markRead(writer, { threadId: topic.id, number })))
    expect(await positionOf(writer, topic.id)).toBe(10)
  })

  test('a thread one may not read takes no position; strangers have none', async () => {
    const inside = await makeTopic({ category: await makeCategory({ audience: 'asn' }), author: await makeMember() })
    await markRead(reader, { threadId: inside.id, number: 1 })
    expect(await positionOf(reader, inside.id)).toBeNull()
    await expect(markRead(stranger(), { threadId: inside.id, number: 1 })).rejects.toThrow(SignInNeeded)
  })

  test('own replies are read', async () => {
    const topic = await makeTopic({ category, author: writer })
    await reply(reader, { threadId: topic.id, written: { markdown: 'Halo.' }, clientKey: newKey() })
    expect(await positionOf(reader, topic.id)).toBe(2)
  })

  test('all of a shelf, or all there is', async () => {
    const person = await makeMember({ kind: 'CITIZEN' })
    await db.person.update({ where: { id: person.personId }, data: { readBefore: new Date('2020-01-01') } })
    const here = await makeTopic({ category, author: writer, replies: 3 })
    const other = await makeTopic({ category: await makeCategory(), author: writer, replies: 3 })
    await markRead(person, { threadId: other.id, number: 1 })
    await markAllRead(person, { shelf: here.shelf })
    expect(await positionOf(person, here.id)).toBe(4)
    expect(await positionOf(person, other.id)).toBe(1)
    await markAllRead(person)
    expect(await positionOf(person, other.id)).toBe(4)
    expect((await db.person.findUniqueOrThrow({ where: { id: person.personId } })).readBefore.getTime()).toBeGreaterThan(Date.parse('2021-01-01'))
  })
})

const tree = (...words: string[]) => ({ root: { type: 'root', version: 1, children: words.map(text => ({ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text, format: 0 }] })) } })

describe('drafts', () => {
  test('the last save wins, is found on every device, and nobody else sees it', async () => {
    await saveDraft(reader, { place: 'thread:12', markdown: 'pertama' })
    const saved = await saveDraft(reader, { place: 'thread:12', doc: tree('kedua', 'baris'), fields: { replyTo: '4' } })
    expect(saved.updatedAt).toEqual(expect.any(Number))
    expect(await findDraft({ ...reader, sessionId: 9 }, 'thread:12')).toMatchObject({ place: 'thread:12', doc: tree('kedua', 'baris'), markdown: '', fields: { replyTo: '4' }, updatedAt: saved.updatedAt })
    expect(await findDraft(writer, 'thread:12')).toBeNull()
    expect(await findDraft(stranger(), 'thread:12')).toBeNull()
    expect(await listDrafts(reader)).toMatchObject([{ place: 'thread:12', excerpt: 'kedua baris' }])
    expect(await listDrafts(stranger())).toEqual([])
  })

  test('an empty one is thrown away, whichever way it is empty', async () => {
    for (const empty of [{}, { markdown: '  \n ' }, { doc: tree('', '  ') }, { doc: JSON.stringify(tree('')) }, { title: ' ', doc: null }]) {
      await saveDraft(reader, { place: 'new-topic:umum', markdown: 'isi' })
      expect(await saveDraft(reader, { place: 'new-topic:umum', ...empty })).toEqual({ updatedAt: null })
      expect(await findDraft(reader, 'new-topic:umum')).toBeNull()
    }
    expect((await saveDraft(reader, { place: 'new-topic:umum', title: 'Hanya judul' })).updatedAt).not.toBeNull()
    await discardDraft(reader, 'new-topic:umum')
    expect(await findDraft(reader, 'new-topic:umum')).toBeNull()
  })

  test('two tabs saving at once leave one draft', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, i) => saveDraft(reader, { place: 'post:77', markdown: `isi ${i}` })))
    expect(await db.draft.count({ where: { personId: reader.personId, place: 'post:77' } })).toBe(1)
  })

  test('hostile drafts are refused or made harmless', async () => {
    let deep: object = { type: 'text', text: 'x' }
    for (let i = 0; i < 10_000; i += 1) deep = { type: 'quote', children: [deep] }
    await expect(saveDraft(reader, { place: 'thread:1', doc: { root: deep } })).rejects.toThrow(Invalid)
    await expect(saveDraft(reader, { place: 'thread:1', doc: '{' })).rejects.toThrow(Invalid)
    await expect(saveDraft(reader, { place: 'thread:1', doc: [1] })).rejects.toThrow(Invalid)
    await expect(saveDraft(reader, { place: '../../etc', markdown: 'x' })).rejects.toThrow(Invalid)
    await saveDraft(reader, { place: 'thread:1', doc: tree('a\0b', 'c\ud800d'), markdown: 'm\0n', title: 't\0u', fields: { replyTo: '1\0' } })
    expect(await findDraft(reader, 'thread:1')).toMatchObject({ doc: tree('ab', 'c\uFFFDd'), markdown: 'mn', title: 'tu', fields: { replyTo: '1' } })
  })

  test('the oldest give way when there are too many', async () => {
    const person = await makeMember({ kind: 'CITIZEN' })
    await db.draft.createMany({ data: Array.from({ length: MAX_DRAFTS }, (_, i) => ({ personId: person.personId, place: `thread:${i + 1}`, markdown: 'x', updatedAt: new Date(2026, 0, 1, 0, i) })) })
    await saveDraft(person, { place: 'thread:9999', markdown: 'baru' })
    expect(await db.draft.count({ where: { personId: person.personId } })).toBe(MAX_DRAFTS)
    expect(await findDraft(person, 'thread:1')).toBeNull()
    expect(await findDraft(person, 'thread:9999')).not.toBeNull()
  })
})

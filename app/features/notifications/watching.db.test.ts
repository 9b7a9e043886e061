import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deletePost, reply } from '~/features/discussion/posts.server'
import { editCategory } from '~/features/forum/categories.server'
import { moveTopic } from '~/features/forum/topic-acts.server'
import { blockPerson } from '~/features/people/blocks.server'
import { db, sent, sql } from '~/platform/db/db.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { manyFollowers, rung, startNotices, toldBy, watches } from '#tests/factories/notices'
import { makeMember, makeUnit } from '#tests/factories/people'
import { countUnread, listNotices } from './notices.queries.server'
import { levelFor, type WatchLevel } from './policy'
import { levelsOf } from './rows/watchers.server'
import { setWatch } from './watches.server'
import { findWatch, listWatches } from './watches.queries.server'

let stop: () => Promise<void>
let author: Member
let writer: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  stop = startNotices()
  author = await makeMember()
  writer = await makeMember({ name: 'Rahmad Nasution' })
  category = await makeCategory()
})
afterAll(() => stop())
beforeEach(() => { rung.length = 0 })

const say = async (threadId: number, by: Member = writer, replyTo: number | null = null) => {
  const made = await reply(by, { threadId, written: { markdown: 'Kami mencobanya mulai Senin depan.' }, replyTo, clientKey: newKey() })
  await deliveryIdle()
  return made
}
const open = async (more: { tags?: string[]; category?: typeof category; author?: Member } = {}) => {
  const topic = await makeTopic({ category, author, ...more })
  await deliveryIdle()
  return topic
}

describe('following by what one does', () => {
  test('opening and replying follow the topic, reading does not, and a choice is never overwritten', async () => {
    const topic = await open()
    expect(await findWatch(author, `thread:${topic.id}`)).toMatchObject({ level: 'ALL', automatic: true })
    expect(await findWatch(writer, `thread:${topic.id}`)).toMatchObject({ level: null })
    expect(await findWatch(stranger(), `thread:${topic.id}`)).toBeNull()
    await setWatch(writer, { target: `thread:${topic.id}`, level: 'MUTE' })
    await say(topic.id)
    expect(await findWatch(writer, `thread:${topic.id}`)).toMatchObject({ level: 'MUTE', automatic: false })
    await setWatch(writer, { target: `thread:${topic.id}`, level: null })
    await say(topic.id)
    expect(await findWatch(writer, `thread:${topic.id}`)).toMatchObject({ level: 'ALL', automatic: true })
  })

  test('who switched it off is not made to follow', async () => {
    const person = await makeMember()
    await db.noticeSetting.create({ data: { personId: person.personId, autoWatch: false } })
    const topic = await open({ author: person })
    expect(await findWatch(person, `thread:${topic.id}`)).toMatchObject({ level: null })
  })
})

describe('who is told of a reply', () => {
  test('followers, the one who asked and the one replied to, each once; the writer and those who muted never', async () => {
    const topic = await open()
    const [follower, muted, replied, nobody] = [await makeMember({ kind: 'CITIZEN' }), await makeMember(), await makeMember(), await makeMember()]
    const first = await say(topic.id, replied)
    await watches(follower.personId, `thread:${topic.id}`)
    await watches(muted.personId, `thread:${topic.id}`, 'MUTE')
    await say(topic.id, writer, first.number)
    expect(await toldBy(follower.personId)).toEqual(['discussion.followed'])
    expect(await toldBy(author.personId, `thread:${topic.id}`)).toEqual(['discussion.ownThread', 'discussion.ownThread'])
    expect(await toldBy(replied.personId)).toEqual(['discussion.reply'])
    for (const one of [muted, writer, nobody]) expect(await toldBy(one.personId, `thread:${topic.id}`)).toEqual([])
    expect(rung.filter(id => id === follower.personId)).toHaveLength(1)
  })

  test('muting a topic silences even a reply to me; "mentions" leaves that and takes the rest', async () => {
    const topic = await open()
    const [silent, concerned] = [await makeMember(), await makeMember()]
    for (const [person, level] of [[silent, 'MUTE'], [concerned, 'MENTIONS']] as const) {
      const mine = await say(topic.id, person)
      await setWatch(person, { target: `thread:${topic.id}`, level })
      await say(topic.id, writer, mine.number)
      await say(topic.id, writer)
    }
    expect(await toldBy(silent.personId)).toEqual([])
    expect(await toldBy(concerned.personId)).toEqual(['discussion.reply'])
  })

  test('a muted person or category is silent unless something narrower is followed', async () => {
    const topic = await open()
    const person = await makeMember()
    const mine = await say(topic.id, person)
    await setWatch(person, { target: `thread:${topic.id}`, level: null })
    await setWatch(person, { target: `category:${category.id}`, level: 'MUTE' })
    await say(topic.id, writer, mine.number)
    expect(await toldBy(person.personId)).toEqual([])
    await setWatch(person, { target: `thread:${topic.id}`, level: 'ALL' })
    await say(topic.id)
    expect(await toldBy(person.personId)).toEqual(['discussion.followed'])
  })
})

test('whom a person blocked tells them nothing, neither by name nor as one of many', async () => {
  const topic = await open()
  const [replied, follower] = [await makeMember(), await makeMember()]
  const mine = await say(topic.id, replied)
  await watches(follower.personId, `thread:${topic.id}`)
  for (const one of [replied, follower]) await blockPerson(one, { personId: writer.personId })
  await say(topic.id, writer, mine.number)
  expect([await toldBy(replied.personId), await toldBy(follower.personId, `thread:${topic.id}`)]).toEqual([[], []])
})

describe('who is told of a new topic', () => {
  test('followers of its category, tag or author, once each, by the narrowest that has a word', async () => {
    const own = await makeCategory()
    const people = await Promise.all(Array.from({ length: 6 }, () => makeMember()))
    const [byCategory, byTag, byPerson, all, mutedTag, mutedCategory] = people as [Member, Member, Member, Member, Member, Member]
    await watches(byCategory.personId, `category:${own.id}`)
    await watches(byTag.personId, 'tag:blangko')
    await watches(byPerson.personId, `person:${writer.personId}`)
    for (const target of [`category:${own.id}`, 'tag:blangko', 'tag:ktp', `person:${writer.personId}`]) await watches(all.personId, target)
    await watches(mutedTag.personId, 'tag:ktp', 'MUTE')
    await watches(mutedTag.personId, `category:${own.id}`)
    await watches(mutedCategory.personId, `category:${own.id}`, 'MUTE')
    await watches(mutedCategory.personId, `person:${writer.personId}`)
    const topic = await open({ category: own, author: writer, tags: ['ktp', 'blangko'] })
    for (const one of [byCategory, byTag, byPerson, all]) expect(await toldBy(one.personId)).toEqual(['discussion.opened'])
    for (const one of [mutedTag, mutedCategory, writer]) expect(await toldBy(one.personId, `thread:${topic.id}`)).toEqual([])
    await say(topic.id, author)
    expect(await toldBy(byCategory.personId), 'a followed category tells of topics, not of every reply').toEqual(['discussion.opened'])
  })
})

describe('nothing after the right to read has gone, nothing about what was deleted', () => {
  test('who does not hold the audience is not told, whatever they follow', async () => {
    const office = await makeUnit()
    const inside = await makeMember({ unit: office })
    const closed = await makeCategory({ audience: `unit:${office.id}` })
    const [citizen, colleague] = [await makeMember({ kind: 'CITIZEN' }), await makeMember({ unit: office })]
    for (const one of [citizen, colleague]) await watches(one.personId, `category:${closed.id}`)
    await open({ category: closed, author: inside })
    expect([await toldBy(citizen.personId), await toldBy(colleague.personId)]).toEqual([[], ['discussion.opened']])
  })

  test('the bell forgets a deleted post, and a topic that went to other readers', async () => {
    const [topic, person, moderator] = [await open(), await makeMember({ kind: 'CITIZEN' }), await makeMember({ roles: ['MODERATOR'] })]
    await watches(person.personId, `thread:${topic.id}`)
    const made = await say(topic.id)
    await say(topic.id)
    expect(await countUnread(person)).toBe(2)
    await deletePost(writer, { postId: made.id })
    await deliveryIdle()
    expect(await countUnread(person)).toBe(1)
    const asn = await makeCategory({ audience: 'asn' })
    await moveTopic(moderator, { topicId: topic.id, category: asn.slug })
    await deliveryIdle()
    expect([await countUnread(person), (await listNotices(person)).groups]).toEqual([0, []])
    await say(topic.id)
    expect(await toldBy(person.personId)).toHaveLength(1)
  })

  test('a category that went to other readers takes the notices of its topics along', async () => {
    const own = await makeCategory()
    const [topic, person, keeper] = [await open({ category: own }), await makeMember({ kind: 'CITIZEN' }), await makeMember({ roles: ['ADMINISTRATOR'] })]
    await watches(person.personId, `thread:${topic.id}`)
    await say(topic.id)
    expect(await countUnread(person)).toBe(1)
    await editCategory(keeper, { ...own, categoryId: own.id, audience: 'asn', openAudience: 'asn' } as Parameters<typeof editCategory>[1])
    await deliveryIdle()
    expect([await countUnread(person), (await listNotices(person)).groups]).toEqual([0, []])
  })

  test('a post deleted before its notices are written tells nobody', async () => {
    const [topic, person] = [await open(), await makeMember()]
    await watches(person.personId, `thread:${topic.id}`)
    const made = await reply(writer, { threadId: topic.id, written: { markdown: 'Salah kirim.' }, clientKey: newKey() })
    await deletePost(writer, { postId: made.id })
    await deliveryIdle()
    expect(await toldBy(person.personId)).toEqual([])
  })
})

test('SQL and policy give the same level for every mixture', async () => {
  const person = await makeMember()
  const targets = [['thread:900'], ['tag:a', 'tag:b'], ['category:900'], ['person:900']]
  const levels: (WatchLevel | null)[] = [null, 'ALL', 'MENTIONS', 'MUTE']
  for (let mixture = 0; mixture < 4 ** 5; mixture += 3) {
    const chosen = new Map<string, WatchLevel>()
    targets.flat().forEach((target, place) => {
      const level = levels[Math.floor(mixture / 4 ** place) % 4]
      if (level) chosen.set(target, level)
    })
    await sql('test-clear', 'delete from watch where person_id = $1', [person.personId])
    await db.watch.createMany({ data: [...chosen].map(([target, level]) => ({ personId: person.personId, target, level })) })
    expect((await levelsOf([person.personId], targets)).get(person.personId) ?? 'MENTIONS', JSON.stringify([...chosen])).toBe(levelFor(targets, chosen))
  }
})

test('10,000 followers: the reply itself costs the same statements, and telling them costs a few per thousand', async () => {
  const topic = await open()
  await manyFollowers(`thread:${topic.id}`, 10_000)
  const before = sent.statements
  await say(topic.id)
  const statements = sent.statements - before
  expect(await db.notice.count({ where: { groupKey: `thread:${topic.id}`, rule: 'discussion.followed' } })).toBe(10_000)
  // four per thousand and the last, empty one; some for the rules about single people
  expect(statements).toBeLessThan(4 * 10 + 30)
  expect(rung.length).toBeGreaterThanOrEqual(10_000)
})

test('only what the person may read can be followed, and the list names it, by kind and page after page', async () => {
  const [person, citizen] = [await makeMember(), await makeMember({ kind: 'CITIZEN' })]
  const asn = await makeCategory({ audience: 'asn', name: 'Ruang ASN' })
  await expect(setWatch(citizen, { target: `category:${asn.id}`, level: 'ALL' })).rejects.toMatchObject({ code: 'NotFound' })
  for (const target of ['thread:2147483647', 'thread:9999999999', `person:${person.personId}`, 'category:0', "tag:<script>", 'unit:4'])
    await expect(setWatch(person, { target, level: 'ALL' })).rejects.toMatchObject({ code: expect.stringMatching(/NotFound|Invalid/) as string })
  await setWatch(person, { target: `category:${asn.id}`, level: 'ALL' })
  await Promise.all([1, 2, 3].map(() => setWatch(person, { target: 'tag:ktp', level: 'MUTE' })))
  await setWatch(person, { target: `person:${writer.personId}`, level: 'ALL' })
  expect((await listWatches(person)).rows.map(row => [row.target, row.level, row.thing?.label])).toEqual([
    [`person:${writer.personId}`, 'ALL', 'Rahmad Nasution'], ['tag:ktp', 'MUTE', 'ktp'], [`category:${asn.id}`, 'ALL', 'Ruang ASN']])
  expect((await listWatches(person, { kind: 'tag' })).rows).toHaveLength(1)
  await db.watch.createMany({ data: Array.from({ length: 120 }, (_, i) => ({ personId: person.personId, target: `thread:${50_000 + i}`, level: 'ALL' as const, automatic: true })) })
  const seen: string[] = []
  let next: string | null = null
  do {
    const page = await listWatches(person, { after: next })
    seen.push(...page.rows.map(row => row.target))
    next = page.next
  } while (next)
  expect([seen.length, new Set(seen).size]).toEqual([123, 123])
  expect((await listWatches(person, { kind: 'thread' })).rows[0]?.thing).toBeNull()
  await setWatch(person, { target: 'tag:ktp', level: null })
  expect((await listWatches(person, { kind: 'tag' })).rows).toEqual([])
})

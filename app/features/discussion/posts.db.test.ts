import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { makePosts, newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember, makeUnit } from '#tests/factories/people'
import { deletePost, editPost, reply, restorePost } from './posts.server'
import { findLivePostUnscoped, getPost, getPostForEdit, getPosts, getPostsAfter, getThread } from './posts.queries.server'
import { react } from './reactions.server'
import { compare, getRevisionDiff, listRevisions } from './revisions.queries.server'

let author: Member
let other: Member
let moderator: Member
let category: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  author = await makeMember({ kind: 'CITIZEN' })
  other = await makeMember({ kind: 'CITIZEN' })
  moderator = await makeMember({ roles: ['MODERATOR'] })
  category = await makeCategory()
})

const write = (viewer: Member, threadId: number, markdown = 'Terima kasih, kami coba Senin depan.') => reply(viewer, { threadId, written: { markdown }, clientKey: newKey() })
const eventsOf = async (name: string, threadId: number) =>
  db.$queryRaw<{ payload: Record<string, unknown> }[]>`select payload from event where name = ${name} and (payload->>'threadId')::int = ${threadId} order by id`

/** What the counters should say, counted anew. */
async function truth(threadId: number) {
  const posts = await db.post.findMany({ where: { threadId }, orderBy: { number: 'asc' } })
  const standing = posts.filter(post => post.deletedAt === null)
  return { lastNumber: posts.length, postCount: standing.length, numbers: posts.map(post => post.number), last: standing.at(-1)?.authorId ?? null }
}

describe('replying', () => {
  test('20 people at once get dense numbers, and counters, positions and events fit', async () => {
    const topic = await makeTopic({ category, author })
    const people = await Promise.all(Array.from({ length: 20 }, () => makeMember({ kind: 'CITIZEN' })))
    const made = await Promise.all(people.map(person => write(person, topic.id)))
    expect(made.map(post => post.number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 2))
    const thread = await db.thread.findUniqueOrThrow({ where: { id: topic.id } })
    const said = await truth(topic.id)
    expect([thread.lastNumber, thread.postCount, thread.lastAuthorId]).toEqual([21, 21, said.last])
    expect(said.numbers).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
    for (const [index, person] of people.entries())
      expect(await db.readPosition.findUnique({ where: { personId_threadId: { personId: person.personId, threadId: topic.id } } })).toMatchObject({ number: made[index]?.number })
    expect(await eventsOf('discussion.post.created', topic.id)).toHaveLength(21)
  })

  test('one press of "send" makes one post, however often and however fast it arrives', async () => {
    const topic = await makeTopic({ category, author })
    const input = { threadId: topic.id, written: { markdown: 'Sekali saja.' }, clientKey: newKey() }
    const answers = await Promise.all(Array.from({ length: 8 }, () => reply(other, input)))
    expect(new Set(answers.map(answer => answer.id)).size).toBe(1)
    expect(answers.filter(answer => !answer.repeated)).toHaveLength(1)
    expect(await reply(other, input)).toMatchObject({ number: 2, repeated: true })
    expect(await truth(topic.id)).toMatchObject({ lastNumber: 2, postCount: 2 })
    expect(await eventsOf('discussion.post.created', topic.id)).toHaveLength(2)
    // the next number has no hole
    expect((await write(author, topic.id)).number).toBe(3)
  })

  test('the draft of the thread ends with the reply, others stay', async () => {
    const topic = await makeTopic({ category, author })
    await db.draft.createMany({ data: [{ personId: other.personId, place: `thread:${topic.id}`, markdown: 'x' }, { personId: author.personId, place: `thread:${topic.id}`, markdown: 'y' }] })
    await write(other, topic.id)
    expect(await db.draft.findMany({ where: { place: `thread:${topic.id}` } })).toMatchObject([{ personId: author.personId }])
  })

  test('who may not, is told why', async () => {
    const topic = await makeTopic({ category, author })
    await expect(reply(stranger(), { threadId: topic.id, written: { markdown: 'a' }, clientKey: newKey() })).rejects.toThrow(SignInNeeded)
    await expect(write(await makeMember({ kind: 'CITIZEN', verified: false }), topic.id)).rejects.toMatchObject({ reason: 'unverified' })
    await expect(reply(other, { threadId: topic.id, written: { markdown: '   ' }, clientKey: newKey() })).rejects.toThrow(Invalid)
    await expect(write(other, 2_000_000_000)).rejects.toThrow(NotFound)
    const inside = await makeCategory({ audience: 'asn' })
    const hidden = await makeTopic({ category: inside, author: await makeMember() })
    await expect(write(other, hidden.id)).rejects.toThrow(NotFound)
    await db.thread.update({ where: { id: topic.id }, data: { lockedAt: new Date() } })
    await expect(write(other, topic.id)).rejects.toMatchObject({ reason: 'locked' })
    await db.thread.update({ where: { id: topic.id }, data: { removedAt: new Date() } })
    await expect(write(other, topic.id)).rejects.toThrow(NotFound)
  })

  test('a lock that comes between the question and the writing stops it', async () => {
    const topic = await makeTopic({ category, author })
    let release = () => {}
    let held = () => {}
    const isHeld = new Promise<void>(resolve => { held = resolve })
    const locking = db.$transaction(async tx => {
      await tx.thread.update({ where: { id: topic.id }, data: { lockedAt: new Date() } })
      held()
      await new Promise<void>(resolve => { release = resolve })
    })
    await isHeld
    const writing = write(other, topic.id)
    const outcome = expect(writing).rejects.toBeInstanceOf(Conflict)
    while ((await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from pg_locks where not granted`)[0]?.n === 0) await new Promise(resolve => setTimeout(resolve, 5))
    release()
    await locking
    await outcome
    expect(await truth(topic.id)).toMatchObject({ lastNumber: 1, postCount: 1 })
  })

  test('an answer to a post that does not exist is a plain reply', async () => {
    const topic = await makeTopic({ category, author })
    const made = await reply(other, { threadId: topic.id, written: { markdown: 'a' }, clientKey: newKey(), replyTo: 99 })
    expect((await getPost(other, made.id)).post.replyTo).toBeUndefined()
    const second = await reply(other, { threadId: topic.id, written: { markdown: 'b' }, clientKey: newKey(), replyTo: 2 })
    expect((await getPost(other, second.id)).post.replyTo).toBe(2)
  })
})

describe('editing', () => {
  test('keeps every version, and the slower of two saves is a conflict', async () => {
    const topic = await makeTopic({ category, author })
    const post = await write(other, topic.id, 'Senin pagi ramai.')
    const both = await Promise.allSettled([
      editPost(other, { postId: post.id, revision: 1, written: { markdown: 'Senin pagi sangat ramai.' } }),
      editPost(other, { postId: post.id, revision: 1, written: { markdown: 'Selasa pagi ramai.' } }),
    ])
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(one => one.status === 'rejected')).toMatchObject({ reason: { reason: 'revision' } })
    await expect(editPost(other, { postId: post.id, revision: 1, written: { markdown: 'Rabu.' } })).rejects.toBeInstanceOf(Conflict)
    expect(await listRevisions(author, post.id)).toMatchObject([{ revision: 2, editorId: other.personId }, { revision: 1 }])
    expect((await getPost(author, post.id)).post).toMatchObject({ revision: 2, editedAt: expect.any(Number) as number })
    expect(await eventsOf('discussion.post.edited', topic.id)).toHaveLength(1)
  })

  test('saving without a change makes no version', async () => {
    const topic = await makeTopic({ category, author })
    const post = await write(other, topic.id, 'Tetap.')
    expect(await editPost(other, { postId: post.id, revision: 1, written: { markdown: 'Tetap.' } })).toMatchObject({ revision: 1 })
    expect(await listRevisions(other, post.id)).toHaveLength(1)
  })

  test('the difference stands word by word', async () => {
    const topic = await makeTopic({ category, author })
    const post = await write(other, topic.id, 'Loket buka Senin sampai Kamis.')
    await editPost(other, { postId: post.id, revision: 1, written: { markdown: 'Loket buka Selasa sampai Kamis.' } })
    const diff = await getRevisionDiff(author, post.id)
    expect(diff).toMatchObject({ from: 1, to: 2 })
    expect(diff.parts.filter(part => part.change !== 'same')).toEqual([{ text: 'Senin', change: 'removed' }, { text: 'Selasa', change: 'added' }])
    await expect(getRevisionDiff(author, post.id, { from: 1, to: 9 })).rejects.toThrow(NotFound)
    expect(compare('', '')).toEqual([])
  })

  test('only the author, only what stands, only while the thread is open', async () => {
    const topic = await makeTopic({ category, author })
    const post = await write(other, topic.id)
    const change = (viewer: Member) => editPost(viewer, { postId: post.id, revision: 1, written: { markdown: 'Lain.' } })
    await expect(change(author)).rejects.toThrow(Forbidden)
    await expect(change(moderator)).rejects.toThrow(Forbidden)
    await expect(getPostForEdit(author, post.id)).rejects.toThrow(NotFound)
    expect(await getPostForEdit(other, post.id)).toMatchObject({ revision: 1, doc: { root: { type: 'root' } } })
    await db.thread.update({ where: { id: topic.id }, data: { lockedAt: new Date() } })
    await expect(change(other)).rejects.toMatchObject({ reason: 'locked' })
  })

  test('an edit tells only those who are newly mentioned', async () => {
    const topic = await makeTopic({ category, author })
    const doc = (...people: Member[]) => ({ root: { type: 'root', version: 1, children: [{ type: 'paragraph', version: 1, children: people.map(person => ({ type: 'mention', version: 1, personId: person.personId, name: person.name, slug: person.slug })) }] } })
    const post = await reply(other, { threadId: topic.id, written: { doc: doc(author) }, clientKey: newKey() })
    await editPost(other, { postId: post.id, revision: 1, written: { doc: doc(author, moderator) } })
    expect((await eventsOf('discussion.post.created', topic.id)).at(-1)?.payload).toMatchObject({ mentions: [author.personId] })
    expect((await eventsOf('discussion.post.edited', topic.id))[0]?.payload).toMatchObject({ mentions: [moderator.personId], revision: 2 })
  })
})

describe('deleting and restoring', () => {
  test('a note stays; its words leave the pages, the history and the counters', async () => {
    const topic = await makeTopic({ category, author })
    const post = await write(other, topic.id, 'Rahasia pribadi saya.')
    await deletePost(other, { postId: post.id })
    const { posts } = await getPosts(author, topic.id, { from: 1, to: 20 })
    expect(posts[1]).toMatchObject({ number: 2, deleted: 'author' })
    expect(JSON.stringify(posts)).not.toContain('Rahasia')
    await expect(listRevisions(author, post.id)).rejects.toThrow(NotFound)
    expect(await listRevisions(moderator, post.id)).toHaveLength(1)
    expect(await getThread(author, topic.id)).toMatchObject({ lastNumber: 2, postCount: 1 })
    expect(await db.thread.findUnique({ where: { id: topic.id } })).toMatchObject({ lastAuthorId: author.personId })
    await deletePost(other, { postId: post.id })
    expect(await eventsOf('discussion.post.deleted', topic.id)).toHaveLength(1)
    // numbers are never given twice
    expect((await write(author, topic.id)).number).toBe(3)
  })

  test('authors take back their own deleting for 30 days, moderators any', async () => {
    const topic = await makeTopic({ category, author })
    const post = await write(other, topic.id)
    await deletePost(other, { postId: post.id })
    await expect(restorePost(author, { postId: post.id })).rejects.toThrow(Forbidden)
    await restorePost(other, { postId: post.id })
    expect(await getThread(other, topic.id)).toMatchObject({ postCount: 2 })
    await deletePost(other, { postId: post.id })
    await db.post.update({ where: { id: post.id }, data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) } })
    await expect(restorePost(other, { postId: post.id })).rejects.toThrow(Forbidden)
    await restorePost(moderator, { postId: post.id })
    await deletePost(moderator, { postId: post.id })
    expect((await getPost(other, post.id)).post.deleted).toBe('moderator')
    await expect(restorePost(other, { postId: post.id })).rejects.toThrow(Forbidden)
    expect((await eventsOf('discussion.post.deleted', topic.id)).map(event => event.payload.by)).toEqual(['author', 'author', 'moderator'])
  })

  test('after any row of acts the counters say what is there', async () => {
    const topic = await makeTopic({ category, author })
    const people = [author, other, moderator]
    let seed = 20261121
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
    for (let round = 0; round < 12; round += 1) {
      const posts = await db.post.findMany({ where: { threadId: topic.id } })
      await Promise.allSettled(Array.from({ length: 6 }, () => {
        const who = people[random(3)] ?? author
        const post = posts[random(posts.length)]
        const act = random(5)
        if (act <= 1 || !post) return write(who, topic.id)
        if (act === 2) return deletePost(who, { postId: post.id })
        if (act === 3) return restorePost(who, { postId: post.id })
        return react(who, { postId: post.id, kind: 'THANKS' })
      }))
      const thread = await db.thread.findUniqueOrThrow({ where: { id: topic.id } })
      const said = await truth(topic.id)
      expect([thread.lastNumber, thread.postCount]).toEqual([said.lastNumber, said.postCount])
      expect(said.numbers).toEqual(said.numbers.map((_, i) => i + 1))
      if (said.last !== null) expect(thread.lastAuthorId).toBe(said.last)
    }
    const wrong = await db.$queryRaw<object[]>`
      select p.id from post p where p.thread_id = ${topic.id} and p.thanks_count <> (select count(*) from reaction r where r.post_id = p.id and r.kind = 'THANKS')`
    expect(wrong).toEqual([])
  })
})

describe('pages of posts', () => {
  test('catching up by number gives each post once, in order', async () => {
    const topic = await makeTopic({ category, author, replies: 150, repliers: [{ id: author.personId }, { id: other.personId }] })
    const seen: number[] = []
    for (let number = 3, more = true; more;) {
      const page = await getPostsAfter(other, topic.id, number, 60)
      seen.push(...page.posts.map(post => post.number))
      number = page.posts.at(-1)?.number ?? number
      more = number < page.lastNumber
    }
    expect(seen).toEqual(Array.from({ length: 148 }, (_, i) => i + 4))
    await expect(getPostsAfter(other, 2_000_000_000, 0)).rejects.toThrow(NotFound)
  })

  test('authors stand once, and show outside the house only what they opened', async () => {
    const unit = await makeUnit({ name: 'Dinas Kependudukan', shortName: 'Dukcapil' })
    const asn = await makeMember({ unit, position: 'Pranata Komputer', publicFields: [] })
    const partner = await makeMember({ kind: 'PARTNER', partnerOrg: 'Bank Sampah Teluk' })
    const open = await makeTopic({ category, author: asn, replies: 4, repliers: [{ id: asn.personId }, { id: partner.personId }] })
    const page = await getPosts(stranger(), open.id, { from: 1, to: 20 })
    expect(Object.keys(page.authors)).toHaveLength(2)
    expect(page.authors[asn.personId]).toEqual({ id: asn.personId, name: asn.name, slug: asn.slug, kind: 'ASN', unit: 'Dukcapil' })
    expect(page.authors[partner.personId]).toMatchObject({ kind: 'PARTNER', org: 'Bank Sampah Teluk' })
    const inside = await makeTopic({ category: await makeCategory({ audience: 'asn' }), author: asn })
    expect((await getPosts(asn, inside.id, { from: 1, to: 1 })).authors[asn.personId]).toMatchObject({ position: 'Pranata Komputer' })
    expect(await findLivePostUnscoped(inside.postId)).toMatchObject({ thread: { audience: 'asn' }, post: { number: 1 }, author: { position: 'Pranata Komputer' } })
  })

  test('what is not readable is as if it were not there', async () => {
    const inside = await makeTopic({ category: await makeCategory({ audience: 'asn' }), author: await makeMember() })
    expect(await getPosts(other, inside.id, { from: 1, to: 20 })).toEqual({ posts: [], authors: {} })
    await expect(getPost(other, inside.postId)).rejects.toThrow(NotFound)
    await expect(react(other, { postId: inside.postId, kind: 'AGREE' })).rejects.toThrow(NotFound)
    await expect(deletePost(other, { postId: inside.postId })).rejects.toThrow(NotFound)
  })

  test('the page at number 9,990 of 10,000 walks the index', async () => {
    const topic = await makeTopic({ category, author })
    await makePosts({ threadId: topic.id, authors: [{ id: author.personId }, { id: other.personId }], count: 9_999, text: () => 'Satu dari banyak balasan.' })
    await db.$executeRaw`analyze post`
    const { posts } = await getPosts(other, topic.id, { from: 9_981, to: 10_000 })
    expect(posts.map(post => post.number)).toEqual(Array.from({ length: 20 }, (_, i) => 9_981 + i))
    const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      explain select p.id from thread t join post p on p.thread_id = t.id where t.id = ${topic.id} and t.audience = any(${[...other.audiences]}) and p.number between 9981 and 10000`
    const lines = plan.map(row => row['QUERY PLAN']).join('\n')
    expect(lines).toMatch(/Index.*post_thread_id_number_key/)
    expect(lines).not.toMatch(/Seq Scan on post/)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { acceptAnswer, unacceptAnswer } from './answers.server'
import { deletePost, reply, restorePost } from './posts.server'
import { getPosts, getThread } from './posts.queries.server'
import { react, unreact } from './reactions.server'

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

const write = (viewer: Member, threadId: number) => reply(viewer, { threadId, written: { markdown: 'Terima kasih, kami coba Senin depan.' }, clientKey: newKey() })
const eventsOf = async (name: string, threadId: number) =>
  db.$queryRaw<{ payload: Record<string, unknown> }[]>`select payload from event where name = ${name} and (payload->>'threadId')::int = ${threadId} order by id`

describe('answers', () => {
  test('who asked accepts one, may move it and take it back; deleting the post takes it away', async () => {
    const topic = await makeTopic({ category, author, kind: 'QUESTION' })
    const first = await write(other, topic.id)
    const second = await write(other, topic.id)
    await expect(acceptAnswer(other, { threadId: topic.id, number: 2 })).rejects.toThrow(Forbidden)
    await expect(acceptAnswer(author, { threadId: topic.id, number: 1 })).rejects.toThrow(Invalid)
    await expect(acceptAnswer(author, { threadId: topic.id, number: 9 })).rejects.toThrow(NotFound)
    await acceptAnswer(author, { threadId: topic.id, number: 2 })
    await acceptAnswer(author, { threadId: topic.id, number: 2 })
    await acceptAnswer(moderator, { threadId: topic.id, number: 3 })
    expect(await getThread(other, topic.id)).toMatchObject({ acceptedNumber: 3 })
    expect(await eventsOf('discussion.answer.accepted', topic.id)).toHaveLength(2)
    await deletePost(other, { postId: first.id })
    await expect(acceptAnswer(author, { threadId: topic.id, number: 2 })).rejects.toThrow(Conflict)
    await deletePost(other, { postId: second.id })
    expect(await getThread(other, topic.id)).toMatchObject({ acceptedNumber: null })
    expect(await eventsOf('discussion.answer.unaccepted', topic.id)).toHaveLength(1)
    await restorePost(other, { postId: second.id })
    await acceptAnswer(author, { threadId: topic.id, number: 3 })
    expect(await unacceptAnswer(author, { threadId: topic.id })).toEqual({ threadId: topic.id, number: null })
    expect(await getThread(other, topic.id)).toMatchObject({ acceptedNumber: null })
  })

  test('only a question has an answer', async () => {
    const topic = await makeTopic({ category, author })
    await write(other, topic.id)
    await expect(acceptAnswer(author, { threadId: topic.id, number: 2 })).rejects.toThrow(Forbidden)
  })
})

describe('reactions', () => {
  test('count once per person and kind, however fast, and tell what is mine', async () => {
    const topic = await makeTopic({ category, author, kind: 'QUESTION' })
    const people = await Promise.all(Array.from({ length: 6 }, () => makeMember({ kind: 'CITIZEN' })))
    await Promise.all(people.flatMap(person => [react(person, { postId: topic.postId, kind: 'THANKS' }), react(person, { postId: topic.postId, kind: 'THANKS' })]))
    expect(await react(other, { postId: topic.postId, kind: 'ME_TOO' })).toMatchObject({ thanks: 6, meToo: 1, mine: ['ME_TOO'] })
    await Promise.all([unreact(people[0] as Member, { postId: topic.postId, kind: 'THANKS' }), unreact(people[0] as Member, { postId: topic.postId, kind: 'THANKS' })])
    expect((await getPosts(people[1] as Member, topic.id, { from: 1, to: 1 })).posts[0]).toMatchObject({ thanks: 5, meToo: 1, mine: ['THANKS'] })
    expect((await getPosts(stranger(), topic.id, { from: 1, to: 1 })).posts[0]).not.toHaveProperty('mine')
    expect(await eventsOf('discussion.reaction.changed', topic.id)).toHaveLength(8)
  })

  test('not on one\'s own, not on what is gone, "me too" only where something was asked', async () => {
    const topic = await makeTopic({ category, author })
    await expect(react(author, { postId: topic.postId, kind: 'AGREE' })).rejects.toThrow(Forbidden)
    await expect(react(other, { postId: topic.postId, kind: 'ME_TOO' })).rejects.toThrow(Forbidden)
    await deletePost(author, { postId: topic.postId })
    await expect(react(other, { postId: topic.postId, kind: 'AGREE' })).rejects.toThrow(Forbidden)
    await expect(react(stranger(), { postId: topic.postId, kind: 'AGREE' })).rejects.toThrow(SignInNeeded)
  })
})

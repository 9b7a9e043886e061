import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { getPoll } from './consultations.queries.server'
import { dayOf } from './dates'
import { closePoll, createPoll, findPollUnscoped, vote } from './polls.server'
import { getTopicPage } from './topic-page.queries.server'

let open: Awaited<ReturnType<typeof makeCategory>>
let author: Member
let people: Member[]

beforeAll(async () => {
  open = await makeCategory()
  author = await makeMember({ kind: 'CITIZEN' })
  people = await Promise.all(Array.from({ length: 6 }, () => makeMember({ kind: 'CITIZEN' })))
})

const tomorrow = dayOf(Date.now() + 86_400_000, 'Asia/Jakarta')
const fields = (more: object = {}) => ({ pollQuestion: 'Kapan sampah diangkut?', pollOptions: 'Pagi\nMalam\nSeperti sekarang', pollMax: 1, ...more })
async function make(more: object = {}) {
  const topic = await makeTopic({ category: open, author, poll: fields(more) })
  const poll = await db.poll.findUniqueOrThrow({ where: { topicId: topic.id }, include: { options: { orderBy: { position: 'asc' } } } })
  return { topic, poll, ids: poll.options.map(option => option.id) as [number, number, number] }
}
const votes = async (pollId: number) => (await db.pollOption.findMany({ where: { pollId }, orderBy: { position: 'asc' } })).map(option => option.votes)
const voters = async (pollId: number) => (await db.poll.findUniqueOrThrow({ where: { id: pollId } })).voters
const counted = async (pollId: number) => {
  const ballots = await db.pollBallot.findMany({ where: { pollId } })
  const options = await db.pollOption.findMany({ where: { pollId }, orderBy: { position: 'asc' } })
  return { voters: ballots.length, votes: options.map(option => ballots.filter(ballot => ballot.choices.includes(option.id)).length) }
}

describe.each([['named', {}], ['anonymous', { pollAnonymous: '1', pollClosesOn: tomorrow }]] as const)('a %s poll', (_name, more) => {
  test('counts each person once, however often and however fast they vote', async () => {
    const { poll, ids } = await make(more)
    const [one] = people as [Member]
    await Promise.all(Array.from({ length: 8 }, () => vote(one, { pollId: poll.id, choices: [ids[0]] })))
    expect([await votes(poll.id), await voters(poll.id)]).toEqual([[1, 0, 0], 1])
    await Promise.all([vote(one, { pollId: poll.id, choices: [ids[1]] }), vote(one, { pollId: poll.id, choices: [ids[2]] }), ...people.slice(1).map(person => vote(person, { pollId: poll.id, choices: [ids[0]] }))])
    const now = await votes(poll.id)
    expect(now[0]).toBe(5)
    expect((now[1] ?? 0) + (now[2] ?? 0)).toBe(1)
    expect(await counted(poll.id)).toEqual({ voters: 6, votes: now })
    expect(await voters(poll.id)).toBe(6)
  })

  test('lets a vote be changed and taken back until it closes', async () => {
    const { topic, poll, ids } = await make(more)
    const [one] = people as [Member]
    await vote(one, { pollId: poll.id, choices: [ids[0]] })
    await vote(one, { pollId: poll.id, choices: [ids[1]] })
    expect((await getPoll(one, poll.id)).poll.mine).toEqual([ids[1]])
    expect((await getTopicPage(one, topic.id)).more?.poll?.mine).toEqual([ids[1]])
    expect((await getTopicPage(author, topic.id)).more?.poll?.mine).toBeNull()
    await vote(one, { pollId: poll.id, choices: [] })
    expect([await votes(poll.id), await voters(poll.id), (await getPoll(one, poll.id)).poll.mine]).toEqual([[0, 0, 0], 0, null])
    await vote(one, { pollId: poll.id, choices: [ids[2]] })
    await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
    await expect(vote(one, { pollId: poll.id, choices: [ids[0]] })).rejects.toMatchObject({ reason: 'pollClosed' })
    await expect(vote(one, { pollId: poll.id, choices: [] })).rejects.toThrow(Conflict)
    expect(await votes(poll.id)).toEqual([0, 0, 1])
  })
})

describe('an anonymous poll', () => {
  test('links nobody to a choice: no person, no name of an event, and after the closing no ballot and no secret', async () => {
    const { topic, poll, ids } = await make({ pollAnonymous: '1', pollClosesOn: tomorrow })
    for (const person of people) await vote(person, { pollId: poll.id, choices: [ids[0]] })
    const ballots = await db.pollBallot.findMany({ where: { pollId: poll.id } })
    expect(ballots).toHaveLength(6)
    for (const ballot of ballots) {
      expect(ballot.personId).toBeNull()
      expect(ballot.voter).toMatch(/^[0-9a-f]{64}$/)
    }
    const events = await db.$queryRaw<{ actor_id: number | null; payload: object }[]>`select actor_id, payload from event where name = 'forum.poll.voted' and (payload->>'pollId')::int = ${poll.id}`
    expect(events).toHaveLength(6)
    for (const event of events) expect(event).toEqual({ actor_id: null, payload: { topicId: topic.id, pollId: poll.id } })
    expect(JSON.stringify(await getTopicPage(author, topic.id))).not.toMatch(/secret|[0-9a-f]{64}/)
    expect(await closePoll(poll.id)).toBe(false)
    await db.poll.update({ where: { id: poll.id }, data: { closesAt: new Date(Date.now() - 1_000) } })
    expect(await closePoll(poll.id)).toBe(true)
    expect(await closePoll(poll.id)).toBe(false)
    expect(await db.pollBallot.count({ where: { pollId: poll.id } })).toBe(0)
    expect(await db.poll.findUniqueOrThrow({ where: { id: poll.id } })).toMatchObject({ secret: null, voters: 6 })
    expect((await getTopicPage(stranger(), topic.id)).more?.poll).toMatchObject({ closed: true, voters: 6, options: [{ votes: 6 }, { votes: 0 }, { votes: 0 }] })
  })

  test('shows no figures while fewer than five have voted, nor does live', async () => {
    const { topic, poll, ids } = await make({ pollAnonymous: '1', pollClosesOn: tomorrow })
    for (const person of people.slice(0, 4)) await vote(person, { pollId: poll.id, choices: [ids[0]] })
    expect((await getTopicPage(people[0]!, topic.id)).more?.poll).toMatchObject({ hidden: 'few', voters: 4, options: [{ votes: null }, { votes: null }, { votes: null }] })
    expect((await findPollUnscoped(poll.id))?.hidden).toBe('few')
    await vote(people[4]!, { pollId: poll.id, choices: [ids[1]] })
    expect((await findPollUnscoped(poll.id))?.options.map(option => option.votes)).toEqual([4, 1, 0])
  })
})

describe('a poll', () => {
  test('keeps its figures from those who have not voted, where the asker wants it so', async () => {
    const { topic, poll, ids } = await make({ pollAfterVote: '1' })
    await vote(people[0]!, { pollId: poll.id, choices: [ids[0]] })
    expect((await getTopicPage(stranger(), topic.id)).more?.poll).toMatchObject({ hidden: 'afterVote', options: [{ votes: null }, { votes: null }, { votes: null }] })
    expect((await getTopicPage(people[0]!, topic.id)).more?.poll).toMatchObject({ hidden: null, options: [{ votes: 1 }, { votes: 0 }, { votes: 0 }] })
    expect((await findPollUnscoped(poll.id))?.hidden).toBe('afterVote')
  })

  test('takes as many answers as it says, and only its own', async () => {
    const { poll, ids } = await make({ pollMax: 2 })
    const other = await make()
    await vote(people[0]!, { pollId: poll.id, choices: [ids[0], ids[2], ids[0]] })
    expect(await votes(poll.id)).toEqual([1, 0, 1])
    await expect(vote(people[0]!, { pollId: poll.id, choices: ids })).rejects.toMatchObject({ fields: { pilihan: ['kinds:errors.poll.choices'] } })
    await expect(vote(people[0]!, { pollId: poll.id, choices: [other.ids[0]] })).rejects.toMatchObject({ fields: { pilihan: ['kinds:errors.poll.choice'] } })
  })

  test('is not for those who cannot read its topic, nor for unconfirmed addresses', async () => {
    const inside = await makeCategory({ audience: 'asn' })
    const asn = await makeMember()
    const topic = await makeTopic({ category: inside, author: asn, poll: fields() })
    const { id } = await db.poll.findUniqueOrThrow({ where: { topicId: topic.id } })
    await expect(vote(people[0]!, { pollId: id, choices: [1] })).rejects.toThrow(NotFound)
    await expect(getPoll(people[0]!, id)).rejects.toThrow(NotFound)
    const { poll, ids } = await make()
    await expect(vote(await makeMember({ kind: 'CITIZEN', verified: false }), { pollId: poll.id, choices: [ids[0]] })).rejects.toMatchObject({ reason: 'unverified' })
  })

  test('comes later too, once, by who opened the topic', async () => {
    const topic = await makeTopic({ category: open, author })
    await expect(createPoll(people[0]!, { topicId: topic.id, poll: fields() })).rejects.toThrow(Forbidden)
    const made = await Promise.allSettled(Array.from({ length: 3 }, () => createPoll(author, { topicId: topic.id, poll: fields() })))
    expect(made.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect(await db.poll.count({ where: { topicId: topic.id } })).toBe(1)
  })

  test.each([
    [{ pollQuestion: ' a ' }, 'pollQuestion'], [{ pollOptions: 'Satu' }, 'pollOptions'], [{ pollOptions: 'Sama\nSama ' }, 'pollOptions'], [{ pollOptions: 'abcdefghijk'.split('').join('\n') }, 'pollOptions'],
    [{ pollOptions: `${'x'.repeat(121)}\ny` }, 'pollOptions'], [{ pollMax: 4 }, 'pollMax'], [{ pollMax: 'x' }, 'pollMax'], [{ pollAnonymous: '1' }, 'pollClosesOn'], [{ pollClosesOn: '2020-01-01' }, 'pollClosesOn'], [{ pollClosesOn: 'kelak' }, 'pollClosesOn'],
  ])('refuses %j beside %s', async (more, field) => {
    const topic = await makeTopic({ category: open, author })
    await expect(createPoll(author, { topicId: topic.id, poll: fields(more) })).rejects.toMatchObject({ fields: { [field]: expect.any(Array) as string[] } })
  })
})

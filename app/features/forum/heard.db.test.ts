import { beforeAll, describe, expect, test } from 'vitest'
import { acceptAnswer } from '~/features/discussion/answers.server'
import { deletePost, reply } from '~/features/discussion/posts.server'
import { db, pool } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { newKey } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember, makeUnit, viewerFor, type MadeUnit } from '#tests/factories/people'
import { getUnitHeard, listAnswerTimes } from './heard.queries.server'
import { followTags, gatherConcerns, heardConsumer, measureAnswerTimes } from './heard.server'
import { moveTopic } from './topic-acts.server'

let office: MadeUnit
let section: MadeUnit
let head: Member
let officer: Member
let citizen: Member
let moderator: Member
let category: Awaited<ReturnType<typeof makeCategory>>
let plain: Awaited<ReturnType<typeof makeCategory>>

beforeAll(async () => {
  const city = await makeUnit()
  office = await makeUnit({ parent: city, code: 'DUKCAPILX' })
  section = await makeUnit({ parent: office })
  const person = await makeMember({ unit: office })
  await db.orgUnit.update({ where: { id: office.id }, data: { headId: person.personId } })
  head = await viewerFor({ id: person.personId })
  officer = await makeMember({ unit: section, roles: ['SERVICE_OFFICER'] })
  citizen = await makeMember({ kind: 'CITIZEN' })
  moderator = await makeMember({ roles: ['MODERATOR'] })
  category = await makeCategory()
  await db.category.update({ where: { id: category.id }, data: { responsibleUnitId: office.id } })
  plain = await makeCategory()
})

/** What delivery would tell the consumer, in order. */
async function deliver(): Promise<void> {
  const { rows } = await pool.query<{ id: string; name: string; payload: never; actor_id: number | null; created_at: Date }>(`update event set delivered = array_append(delivered, 'heard') where not 'heard' = any(delivered) returning id, name, payload, actor_id, created_at`)
  for (const row of rows.sort((a, b) => Number(a.id) - Number(b.id))) {
    const run = (heardConsumer.on as Record<string, ((event: object) => Promise<void>) | undefined>)[row.name]
    await run?.({ id: BigInt(row.id), name: row.name, payload: row.payload, actorId: row.actor_id, createdAt: row.created_at })
  }
}
const say = (who: Member, threadId: number, markdown: string, voiceUnitId: number | null = null) => reply(who, { threadId, written: { markdown }, clientKey: newKey(), voiceUnitId })
const rowsOf = async (filter: 'all' | 'unanswered' = 'all', unit = office) => {
  await deliver()
  return (await getUnitHeard(stranger(), unit.code, { filter })).rows
}
const rowOf = async (topicId: number, filter: 'all' | 'unanswered' = 'all') => (await rowsOf(filter)).find(row => row.id === topicId)

describe('what concerns a unit', () => {
  test('its categories, the tags it follows, and who calls it', async () => {
    const own = await makeTopic({ category, author: citizen, kind: 'QUESTION' })
    const tagged = await makeTopic({ category: plain, author: citizen, tags: ['akta-lahir'] })
    const called = await makeTopic({ category: plain, author: citizen, markdown: 'Mohon dijawab @dukcapilx, jangan ke surel a@dukcapilx.example.' })
    const calledLater = await makeTopic({ category: plain, author: citizen })
    const other = await makeTopic({ category: plain, author: citizen })
    await say(citizen, calledLater.id, 'Barangkali @DUKCAPILX tahu.')
    await expect(followTags(citizen, { code: office.code, tags: 'akta lahir' })).rejects.toThrow(Forbidden)
    await followTags(head, { code: office.code, tags: 'Akta Lahir, ktp-el' })
    const rows = await rowsOf()
    const reasons = new Map(rows.map(row => [row.id, row.reason]))
    expect([own, tagged, called, calledLater, other].map(topic => reasons.get(topic.id))).toEqual(['RESPONSIBLE', 'TAG', 'MENTION', 'MENTION', undefined])
    expect(rows[0]).toHaveProperty('answeredAt', null)
    await followTags(head, { code: office.code, tags: '' })
    expect(await rowOf(tagged.id)).toBeUndefined()
    expect(await rowOf(called.id)).toBeDefined()
  })

  test('nothing that not everybody reads, and no announcement', async () => {
    const inside = await makeCategory({ audience: 'asn' })
    await db.category.update({ where: { id: inside.id }, data: { responsibleUnitId: office.id } })
    const hidden = await makeTopic({ category: inside, author: head })
    const announced = await makeTopic({ category, author: head, kind: 'ANNOUNCEMENT' })
    const moved = await makeTopic({ category, author: head })
    expect(await rowOf(moved.id)).toBeDefined()
    await moveTopic(moderator, { topicId: moved.id, category: inside.slug })
    expect((await rowsOf()).map(row => row.id)).not.toEqual(expect.arrayContaining([hidden.id]))
    expect(await rowOf(announced.id)).toBeUndefined()
    expect(await rowOf(moved.id)).toBeUndefined()
    await expect(getUnitHeard(stranger(), 'TIDAK-ADA')).rejects.toThrow(NotFound)
    await expect(getUnitHeard(stranger(), 'a\0b')).rejects.toThrow(NotFound)
  })

  test('is answered by an official post of the unit or below it, or by an accepted answer; not by a colleague\'s own words', async () => {
    const topic = await makeTopic({ category, author: citizen, kind: 'QUESTION' })
    await say(head, topic.id, 'Menurut saya pribadi begini.')
    expect(await rowOf(topic.id, 'unanswered')).toBeDefined()
    const { id } = await say(officer, topic.id, 'Jawaban loket.', section.id)
    expect(await rowOf(topic.id, 'unanswered')).toBeUndefined()
    expect((await rowOf(topic.id))?.answeredAt).toEqual(expect.any(Number))
    await deletePost(officer, { postId: id })
    expect(await rowOf(topic.id, 'unanswered')).toBeDefined()
    await acceptAnswer(citizen, { threadId: topic.id, number: 2 })
    expect(await rowOf(topic.id, 'unanswered')).toBeUndefined()
    await gatherConcerns([topic.id])
    await gatherConcerns([topic.id])
    expect((await db.topicConcern.findMany({ where: { topicId: topic.id } })).map(row => [row.unitId, row.reason])).toEqual([[office.id, 'RESPONSIBLE']])
  })

  test('is listed page by page, what waits longest first', async () => {
    const unit = await makeUnit()
    const own = await makeCategory()
    await db.category.update({ where: { id: own.id }, data: { responsibleUnitId: unit.id } })
    const made: number[] = []
    for (let i = 0; i < 33; i += 1) made.push((await makeTopic({ category: own, author: citizen })).id)
    await deliver()
    await db.topicConcern.updateMany({ where: { unitId: unit.id }, data: { openedAt: new Date('2026-11-01T00:00:00.123Z') } })
    const first = await getUnitHeard(stranger(), unit.code)
    const second = await getUnitHeard(stranger(), unit.code, { cursor: first.next })
    expect([...first.rows, ...second.rows].map(row => row.id)).toEqual(made)
    expect(second.next).toBeNull()
    const back = await getUnitHeard(stranger(), unit.code, { filter: 'all' })
    expect([...back.rows, ...(await getUnitHeard(stranger(), unit.code, { filter: 'all', cursor: back.next })).rows].map(row => row.id)).toEqual([...made].reverse())
    for (const cursor of ['x', '1', '99999999999999999.1', "1.1'"]) expect((await getUnitHeard(stranger(), unit.code, { cursor })).rows[0]?.id).toBe(made[0])
  })
})

describe('first answers', () => {
  const HOUR = 3_600_000
  async function asked(unit: MadeUnit, waits: (number | null)[], author = citizen) {
    const own = await makeCategory()
    await db.category.update({ where: { id: own.id }, data: { responsibleUnitId: unit.id } })
    for (const hours of waits) {
      const topic = await makeTopic({ category: own, author, kind: 'QUESTION' })
      await gatherConcerns([topic.id])
      const openedAt = new Date(Date.now() - 100 * HOUR)
      await db.topicConcern.update({ where: { unitId_topicId: { unitId: unit.id, topicId: topic.id } }, data: { openedAt, answeredAt: hours === null ? null : new Date(openedAt.getTime() + hours * HOUR), answered: hours !== null } })
    }
    await measureAnswerTimes()
    return (await listAnswerTimes()).find(row => row.code === unit.code)
  }

  test('the median of all that was asked, and what still waits counts with its waiting', async () => {
    expect(await asked(await makeUnit(), [1, 2, 3, 4, 50])).toMatchObject({ topics: 5, answered: 5, medianMinutes: 180 })
    expect(await asked(await makeUnit(), [1, 2, null, null, null])).toMatchObject({ topics: 5, answered: 2, medianMinutes: 6_000 })
  })

  test('under five topics there is no figure, only the volume', async () => {
    expect(await asked(await makeUnit(), [1, 2, 3, 4])).toMatchObject({ topics: 4, answered: 4, medianMinutes: null })
  })

  test('what the unit asks itself does not count', async () => {
    const unit = await makeUnit()
    expect(await asked(unit, [1, 1, 1, 1, 1, 1], await makeMember({ unit }))).toBeUndefined()
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { withRequestContext } from '~/platform/log/request-context.server'
import { stranger, type Member, type Viewer } from '~/platform/viewer'
import { makePosts } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember, makeUnit } from '#tests/factories/people'
import { getCategory, listCategories } from './categories.queries.server'
import { getCategoryFeed, getForumFeed, getTopicFeed, listSitemapTopics } from './feeds.queries.server'
import { listRelated } from './related.queries.server'
import { readTagsAnew } from './rows/tags.server'
import { findTopicUnscoped, scanTopicsUnscoped } from './search.queries.server'
import { getForumPage, findTopicHead, listTopics, listTopicTitles, listUnread, type ListTopics } from './topics.queries.server'
import { getTopicPage } from './topic-page.queries.server'

const kinds = ['public', 'asn', 'unit', 'otherUnit'] as const
type Kind = (typeof kinds)[number]
const topics = {} as Record<Kind, { id: number; slug: string; category: { id: number; slug: string } }>
const viewers = {} as Record<'stranger' | 'citizen' | 'partner' | 'asn' | 'asnOfUnit' | 'moderator', Viewer>
let member: Member

beforeAll(async () => {
  const city = await makeUnit()
  const unit = await makeUnit({ parent: city })
  const otherUnit = await makeUnit({ parent: city })
  viewers.stranger = stranger()
  viewers.citizen = member = await makeMember({ kind: 'CITIZEN' })
  viewers.partner = await makeMember({ kind: 'PARTNER' })
  viewers.asn = await makeMember({ unit: otherUnit })
  viewers.asnOfUnit = await makeMember({ unit })
  viewers.moderator = await makeMember({ roles: ['MODERATOR'] })
  const audiences: Record<Kind, string> = { public: 'public', asn: 'asn', unit: `unit:${unit.id}`, otherUnit: `unit:${otherUnit.id}` }
  const author: Record<Kind, Viewer> = { public: viewers.citizen, asn: viewers.asn, unit: viewers.asnOfUnit, otherUnit: viewers.asn }
  for (const kind of kinds) {
    const category = await makeCategory({ audience: audiences[kind], name: `Ruang ${kind}` })
    const topic = await makeTopic({ category, author: author[kind] as Member, tags: ['antrean'], kind: 'QUESTION', title: `Topik dalam ruang ${kind}` })
    topics[kind] = { ...topic, category }
  }
  await db.person.updateMany({ data: { readBefore: new Date('2020-01-01') } })
  await readTagsAnew()
})

const sees: Record<keyof typeof viewers, Kind[]> = {
  stranger: ['public'], citizen: ['public'], partner: ['public'], asn: ['public', 'asn', 'otherUnit'], asnOfUnit: ['public', 'asn', 'unit'], moderator: ['public', 'asn'],
}
const known = () => new Map(kinds.map(kind => [topics[kind].id, kind]))
const kindsOf = (ids: Iterable<number>): Kind[] => [...ids].map(id => known().get(id)).filter(kind => kind !== undefined).sort()
const idsOf = async (list: Promise<{ rows: { id: number }[] }>) => (await list).rows.map(row => row.id)
async function found(reading: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await reading()) !== null
  } catch (error) {
    if (error instanceof NotFound) return false
    throw error
  }
}

describe.each(Object.keys(sees) as (keyof typeof viewers)[])('%s sees', who => {
  const expected = [...sees[who]].sort()

  test('only these in lists', async () => {
    const viewer = viewers[who]
    expect(kindsOf(await idsOf(listTopics(viewer)))).toEqual(expected)
    expect(kindsOf(await idsOf(listTopics(viewer, { filter: 'unanswered' })))).toEqual(expected)
    expect(kindsOf(await idsOf(listTopics(viewer, { filter: 'question' })))).toEqual(expected)
    const own = kinds.filter(kind => (kind === 'public' && who === 'citizen') || (who === 'asn' && kind !== 'public') || (who === 'asnOfUnit' && kind === 'unit'))
    expect(kindsOf(await idsOf(listUnread(viewer)))).toEqual(who === 'stranger' ? [] : expected.filter(kind => !own.includes(kind)))
    for (const kind of kinds) {
      const { slug } = topics[kind].category
      expect(kindsOf(await idsOf(listTopics(viewer, { categorySlug: slug }))), slug).toEqual(expected.includes(kind) ? [kind] : [])
    }
    const categories = await listCategories(viewer)
    expect(kinds.filter(kind => categories.some(category => category.id === topics[kind].category.id)).sort()).toEqual(expected)
    expect(kindsOf((await listTopicTitles(viewer, kinds.map(kind => topics[kind].id))).keys())).toEqual(expected)
    expect(kindsOf((await getForumFeed(viewer)).items.map(item => item.id))).toEqual(expected)
    expect(kindsOf((await listSitemapTopics(viewer)).map(row => row.id))).toEqual(['public'])
    expect(kindsOf((await listRelated(viewer, { id: 0, tags: ['antrean'] }, 10)).map(row => row.id))).toEqual(expected)
  })

  test.each(kinds)('the %s room by its address, or nothing of it', async kind => {
    const viewer = viewers[who]
    const { id, category } = topics[kind]
    const readings = [
      () => getTopicPage(viewer, id), () => getTopicPage(viewer, id, { number: 1 }), () => findTopicHead(viewer, id), () => getTopicFeed(viewer, id),
      () => getCategory(viewer, category.slug), () => getCategoryFeed(viewer, category.slug), () => getForumPage(viewer, { category: category.slug }),
    ]
    for (const reading of readings) expect(await found(reading), reading.toString()).toBe(sees[who].includes(kind))
    expect((await listTopics(viewer, { categoryId: category.id })).rows.length > 0).toBe(sees[who].includes(kind))
  })
})

test('a removed topic is nowhere, and search is told so', async () => {
  const topic = await makeTopic({ category: topics.public.category, author: member })
  await db.thread.update({ where: { id: topic.id }, data: { removedAt: new Date() } })
  expect(await idsOf(listTopics(viewers.moderator))).not.toContain(topic.id)
  await expect(getTopicPage(viewers.moderator, topic.id)).rejects.toThrow(NotFound)
  expect(await findTopicUnscoped(topic.id)).toMatchObject({ hidden: true, audience: 'public' })
  expect((await scanTopicsUnscoped({ afterId: topic.id - 1, limit: 5 })).map(one => one.id)).toContain(topic.id)
})

describe('paging', () => {
  async function all(viewer: Viewer, options: ListTopics): Promise<number[]> {
    const ids: number[] = []
    let cursor: string | null = null
    do {
      const list: Awaited<ReturnType<typeof listTopics>> = await listTopics(viewer, { ...options, cursor })
      ids.push(...list.rows.map(row => row.id))
      cursor = list.next
    } while (cursor !== null)
    return ids
  }

  test('gives each topic once where many have the same moment, in every filter', async () => {
    const category = await makeCategory()
    const made: number[] = []
    for (let i = 0; i < 23; i += 1) made.push((await makeTopic({ category, author: member, kind: i % 3 === 0 ? 'EXPERIENCE' : 'QUESTION' })).id)
    await db.$executeRaw`update thread set last_post_at = timestamptz '2026-11-20 08:00:00.123+07' + ((id % 3) || ' milliseconds')::interval where shelf = ${`category:${category.id}`}`
    await db.$executeRaw`update thread set accepted_number = 1 where id = any(${made.slice(5, 9)})`
    const inOrder = (await db.thread.findMany({ where: { id: { in: made } }, orderBy: [{ lastPostAt: 'desc' }, { id: 'desc' }] })).map(thread => thread.id)
    const rank = (ids: number[]) => inOrder.filter(id => ids.includes(id))
    for (const limit of [1, 4, 7, 23, 50]) {
      expect(await all(member, { categoryId: category.id, limit })).toEqual(inOrder)
      expect((await all(member, { limit })).filter(id => made.includes(id))).toEqual(inOrder)
    }
    expect(await all(member, { categoryId: category.id, filter: 'experience', limit: 2 })).toEqual(rank(made.filter((_, i) => i % 3 === 0)))
    expect(await all(member, { categoryId: category.id, filter: 'unanswered', limit: 3 })).toEqual(rank(made.filter((_, i) => i % 3 !== 0 && !(i >= 5 && i < 9))))
    expect(await all(viewers.partner, { categoryId: category.id, filter: 'unread', limit: 6 })).toEqual(inOrder)
  })

  test('a wrong cursor begins at the top', async () => {
    const first = await listTopics(member)
    for (const cursor of ['', 'x', '99999999999999999999.1', "1.1'; --", '1.99999999999']) expect((await listTopics(member, { cursor })).rows[0]).toEqual(first.rows[0])
  })

  test('the one question that waits is found at once, however old; what is unread is looked for in a bounded part, and the page says where to go on', async () => {
    const category = await makeCategory()
    const shelf = `category:${category.id}`
    await db.$executeRaw`
      with made as (
        insert into thread (kind, shelf, audience, label, answerable, accepted_number, author_id, last_author_id, last_number, post_count, last_post_at)
        select 'topic', ${shelf}, 'public', 'QUESTION', true, case when i < 2300 then 1 end, ${member.personId}::int, ${member.personId}::int, 1, 1, timestamptz '2026-01-01 00:00+07' - i * interval '1 minute' from generate_series(1, 2300) i returning id, last_post_at
      ) insert into topic (id, category_id, title, slug, kind, author_id)
      select id, ${category.id}::int, 'Topik lama', 'topik-lama', 'QUESTION'::"TopicKind", ${member.personId}::int from made`
    const waiting = await listTopics(member, { categoryId: category.id, filter: 'unanswered' })
    expect([waiting.rows.length, waiting.next]).toEqual([1, null])
    const reader = await makeMember()
    await db.person.update({ where: { id: reader.personId }, data: { readBefore: new Date() } })
    await db.readPosition.create({ data: { personId: reader.personId, threadId: waiting.rows[0]!.id, number: 0 } })
    const first = await listTopics(reader, { categoryId: category.id, filter: 'unread' })
    expect(first.rows).toEqual([])
    expect(first.next).not.toBeNull()
    expect(await all(reader, { categoryId: category.id, filter: 'unread' })).toHaveLength(1)
  })
})

async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  await run()
  const context = { requestId: 'test', statements: 0, nonce: '' }
  await withRequestContext(context, run)
  return context.statements
}

/** The plan of a named statement as the server would run it. */
async function planOf(name: string, values: unknown[]): Promise<string> {
  const statements = (await Promise.all(Array.from({ length: 4 }, () => pool.query<{ statement: string }>('select statement from pg_prepared_statements where name = $1', [name])))).flatMap(result => result.rows)
  const text = statements[0]?.statement
  if (!text) throw new Error(`${name} was not run`)
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

describe('a long topic', () => {
  let topic: Awaited<ReturnType<typeof makeTopic>>
  beforeAll(async () => {
    topic = await makeTopic({ category: topics.public.category, author: member })
    const people = await Promise.all(Array.from({ length: 12 }, (_, i) => makeMember({ kind: i % 2 ? 'CITIZEN' : 'PARTNER' })))
    const words = 'Kami sudah mencoba membagi kedatangan menurut kelurahan. Setiap Jumat sore nomor diumumkan, dan hari Senin loket tidak lagi penuh sebelum pukul sepuluh. '
    await makePosts({ threadId: topic.id, authors: people.map(person => ({ id: person.personId })), count: 9_999, text: number => words.repeat(4 + (number % 3)) })
    await db.$executeRaw`analyze`
  })

  test('opens at any number, clamps what is beyond, and knows its pages', async () => {
    for (const number of [1, 20, 21, 4_711, 9_990, 10_000]) {
      const page = await getTopicPage(member, topic.id, { number })
      expect(page).toMatchObject({ number, page: Math.ceil(number / 20), pages: 500 })
      expect(page.posts.map(post => post.number)).toContain(number)
      expect(page.posts).toHaveLength(20)
    }
    expect(await getTopicPage(member, topic.id, { number: 2_000_000_000 })).toMatchObject({ number: 10_000, page: 500 })
    expect((await getTopicPage(member, topic.id, { page: 500 })).posts.at(-1)?.number).toBe(10_000)
    await expect(getTopicPage(member, topic.id, { page: 501 })).rejects.toThrow(NotFound)
    expect((await getTopicPage(member, topic.id)).posts[0]?.number).toBe(1)
  })

  test('costs the same few statements at every length', async () => {
    const short = topics.public.id
    for (const [id, number] of [[short, 1], [topic.id, 1], [topic.id, 9_990]] as const) {
      expect(await statementsOf(() => getTopicPage(stranger(), id, { number }))).toBe(1)
      expect(await statementsOf(() => getTopicPage(member, id, { number }))).toBe(1)
    }
    expect(await statementsOf(() => getForumPage(stranger()))).toBe(1)
    expect(await statementsOf(() => getForumPage(member, { category: topics.public.category.slug }))).toBe(1)
    expect(await statementsOf(() => getForumPage(member, { filter: 'unread' }))).toBe(1)
  })

  test('sends at most a fifth beside the words', async () => {
    for (const viewer of [stranger(), member]) {
      const page = await getTopicPage(viewer, topic.id, { number: 4_711 })
      const html = page.posts.reduce((bytes, post) => bytes + Buffer.byteLength(post.html ?? ''), 0)
      expect(Buffer.byteLength(JSON.stringify(page)) / html).toBeLessThanOrEqual(1.2)
    }
  })

  test('never reads the table of posts from end to end', async () => {
    // as a page asks for them: what is read in one breath is one statement
    await statementsOf(() => getTopicPage(stranger(), topic.id))
    await statementsOf(() => getTopicPage(member, topic.id))
    await listCategories(member)
    const audiences = [...member.audiences]
    const plans = [
      await planOf('posts-range+topic-page', [topic.id, ['public'], 9_981, 10_000, topic.id, ['public'], [topic.id]]),
      await planOf('posts-range-member+topic-page-member', [topic.id, audiences, 9_981, member.personId, 10_000, topic.id, audiences, member.personId, false, [], [topic.id]]),
      await planOf('categories-member', [audiences, member.personId]),
    ]
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on (post|thread)\b/)
    expect(plans[0]).toMatch(/Index.*post_thread_id_number_key/)
  })

  test('a draft of mine comes with the page, nobody else\'s does', async () => {
    await db.draft.create({ data: { personId: member.personId, place: `thread:${topic.id}`, markdown: 'Saya sedang menulis' } })
    expect((await getTopicPage(member, topic.id)).draft).toMatchObject({ place: `thread:${topic.id}`, markdown: 'Saya sedang menulis', updatedAt: expect.any(Number) as number })
    expect((await getTopicPage(viewers.partner, topic.id)).draft).toBeNull()
    expect((await getTopicPage(stranger(), topic.id)).draft).toBeNull()
  })
})

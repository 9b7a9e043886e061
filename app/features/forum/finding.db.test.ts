import { beforeAll, describe, expect, test } from 'vitest'
import { markAllRead } from '~/features/discussion/reading.server'
import { db, pool } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { stranger, type Member } from '~/platform/viewer'
import { makePosts } from '#tests/factories/discussion'
import { makeCategory, makeTopic } from '#tests/factories/forum'
import { makeMember } from '#tests/factories/people'
import { watches } from '#tests/factories/notices'
import { listFresh, listTagged, yesterday } from './fresh.queries.server'
import { canonicalTag, getTag, listKeptTags, popularTags, suggestTags } from './tags.queries.server'
import { keepTagSchema } from './tags.schema'
import { dropTagGroup, keepTag, keepTagGroup, mergeTag } from './tags.server'
import { listUnread } from './topics.queries.server'
import { editTopic } from './topics.server'

let keeper: Member
let citizen: Member
let colleague: Member
let open: { id: number; slug: string }
let closed: { id: number; slug: string }
const idsOf = async (list: Promise<{ rows: { id: number }[] }>) => (await list).rows.map(row => row.id)
const kept = (given: { description?: string; groupId?: number | null; synonyms?: string }) => keepTagSchema.parse(given)
const countOf = async (slug: string) => (await db.tag.findUnique({ where: { slug } }))?.topicCount ?? null
const tagsOf = async (id: number) => (await db.topic.findUniqueOrThrow({ where: { id } })).tags

beforeAll(async () => {
  keeper = await makeMember({ roles: ['ADMINISTRATOR'] })
  citizen = await makeMember({ kind: 'CITIZEN' })
  colleague = await makeMember()
  open = await makeCategory({ audience: 'public' })
  closed = await makeCategory({ audience: 'asn' })
})

describe('tags', () => {
  test('a synonym gives its tag, and the count follows what topics carry', async () => {
    await keepTag(keeper, 'ktp', kept({ description: 'Kartu tanda penduduk', synonyms: 'kartu tanda penduduk, KTP el' }))
    const topic = await makeTopic({ category: open, author: citizen, tags: ['Kartu Tanda Penduduk', 'antrean-pagi', 'ktp'] })
    expect(await tagsOf(topic.id)).toEqual(['ktp', 'antrean-pagi'])
    expect([await countOf('ktp'), await countOf('antrean-pagi')]).toEqual([1, 1])
    await editTopic(citizen, { topicId: topic.id, title: 'Antrean di loket satu', kind: 'DISCUSSION', tags: ['ktp el'] })
    expect([await countOf('ktp'), await countOf('antrean-pagi')]).toEqual([1, 0])
    expect(await getTag(stranger(), 'kartu-tanda-penduduk')).toEqual({ leads: 'ktp' })
    expect(await getTag(stranger(), 'ktp')).toMatchObject({ description: 'Kartu tanda penduduk', synonyms: ['kartu-tanda-penduduk', 'ktp-el'] })
    expect(await canonicalTag('ktp-el')).toBe('ktp')
    await expect(getTag(stranger(), '../x')).rejects.toThrow(NotFound)
  })

  test('only one of a group that says so', async () => {
    await keepTagGroup(keeper, { id: null, name: 'Tahap uji', onlyOne: true })
    const group = await db.tagGroup.findUniqueOrThrow({ where: { name: 'Tahap uji' } })
    for (const slug of ['tahap-satu', 'tahap-dua']) await keepTag(keeper, slug, kept({ groupId: group.id }))
    await expect(makeTopic({ category: open, author: citizen, tags: ['tahap-satu', 'tahap-dua'] })).rejects.toThrow(Invalid)
    await makeTopic({ category: open, author: citizen, tags: ['tahap-satu', 'lain'] })
    await expect(keepTagGroup(keeper, { id: null, name: 'Tahap uji', onlyOne: false })).rejects.toThrow(Invalid)
    await dropTagGroup(keeper, group.id)
    await makeTopic({ category: open, author: citizen, tags: ['tahap-satu', 'tahap-dua'] })
  })

  test('a tag that becomes a word for another takes its topics and followers along', async () => {
    const both = await makeTopic({ category: open, author: citizen, tags: ['sampah-pasar', 'limbah-pasar'] })
    const one = await makeTopic({ category: open, author: citizen, tags: ['limbah-pasar', 'nelayan-uji'] })
    await watches(citizen.personId, 'tag:limbah-pasar', 'MUTE')
    await watches(colleague.personId, 'tag:limbah-pasar')
    await watches(citizen.personId, 'tag:sampah-pasar', 'ALL')
    await keepTag(keeper, 'sampah-pasar', kept({ synonyms: 'limbah pasar' }))
    expect(await mergeTag({ from: 'limbah-pasar', to: 'sampah-pasar' })).toBe(2)
    expect(await mergeTag({ from: 'limbah-pasar', to: 'sampah-pasar' })).toBe(0)
    expect([await tagsOf(both.id), await tagsOf(one.id)]).toEqual([['sampah-pasar'], ['sampah-pasar', 'nelayan-uji']])
    expect([await countOf('sampah-pasar'), await countOf('limbah-pasar')]).toEqual([2, null])
    expect(await db.watch.findMany({ where: { target: 'tag:sampah-pasar' }, orderBy: { personId: 'asc' }, select: { personId: true, level: true } }))
      .toEqual([{ personId: citizen.personId, level: 'ALL' }, { personId: colleague.personId, level: 'ALL' }].sort((a, b) => a.personId - b.personId))
    expect(await db.event.count({ where: { name: 'forum.topic.edited', payload: { path: ['topicId'], equals: one.id } } })).toBe(1)
  })

  test('what is not to be: strangers to the catalogue, words taken, competencies swallowed', async () => {
    await expect(keepTag(citizen, 'ktp', kept({}))).rejects.toThrow(Forbidden)
    await expect(keepTag(keeper, 'kk', kept({ synonyms: 'ktp el' }))).rejects.toThrow(Invalid)
    await expect(keepTag(keeper, 'ktp-el', kept({}))).rejects.toThrow(NotFound)
    await expect(keepTag(keeper, 'kk', kept({ synonyms: 'pelayanan publik' }))).rejects.toThrow(Invalid)
    await expect(keepTag(keeper, 'kk', kept({ groupId: 999_999 }))).rejects.toThrow(Invalid)
    await expect(listKeptTags(citizen)).rejects.toThrow(Forbidden)
  })

  test('suggestions and lists know only topics the viewer may read', async () => {
    const secret = await makeTopic({ category: closed, author: colleague, tags: ['rahasia-dapur'] })
    await makeTopic({ category: open, author: citizen, tags: ['rahasia-resep'] })
    expect((await suggestTags(citizen, 'Rahasia')).map(hint => hint.slug)).toEqual(['rahasia-resep'])
    expect((await suggestTags(colleague, 'rahas')).map(hint => hint.slug).sort()).toEqual(['rahasia-dapur', 'rahasia-resep'])
    expect(await suggestTags(citizen, 'kartu tan')).toEqual([{ slug: 'ktp', by: 'kartu-tanda-penduduk' }])
    expect([await suggestTags(stranger(), 'rahasia'), await suggestTags(citizen, '%')]).toEqual([[], []])
    expect(await popularTags(citizen, 40)).not.toContain('rahasia-dapur')
    expect(await idsOf(listTagged(colleague, 'rahasia-dapur'))).toEqual([secret.id])
    expect(await listTagged(citizen, 'rahasia-dapur')).toMatchObject({ rows: [], next: null })
  })

  test('the list of a tag pages through every topic once, newest first', async () => {
    const made: number[] = []
    for (let i = 0; i < 7; i += 1) made.push((await makeTopic({ category: open, author: citizen, tags: ['banyak-uji'] })).id)
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const list: Awaited<ReturnType<typeof listTagged>> = await listTagged(citizen, 'banyak-uji', { limit: 3, cursor })
      seen.push(...list.rows.map(row => row.id))
      cursor = list.next
    } while (cursor)
    expect(seen).toEqual([...made].reverse())
  })
})

describe('what is new', () => {
  test('yesterday begins at midnight where the person lives', () => {
    const now = Date.parse('2026-11-22T18:30:00Z')
    expect(new Date(yesterday('Asia/Jakarta', now)).toISOString()).toBe('2026-11-21T17:00:00.000Z')
    expect(new Date(yesterday('UTC', now)).toISOString()).toBe('2026-11-21T00:00:00.000Z')
  })

  test('topics opened since, apart from old ones with new replies', async () => {
    const fresh = await makeTopic({ category: open, author: citizen })
    const replied = await makeTopic({ category: open, author: citizen })
    const old = await makeTopic({ category: open, author: citizen })
    const hidden = await makeTopic({ category: closed, author: colleague })
    await db.$executeRaw`update thread set created_at = now() - interval '9 days' where id in (${replied.id}, ${old.id})`
    await db.$executeRaw`update thread set last_post_at = now() - interval '8 days' where id = ${old.id}`
    const since = Date.now() - 86_400_000
    const all = await idsOf(listFresh(citizen, { since, limit: 50 }))
    expect([fresh, replied, old, hidden].map(topic => all.includes(topic.id))).toEqual([true, true, false, false])
    const opened = await idsOf(listFresh(citizen, { since, opened: true, limit: 50 }))
    expect([fresh, replied, old].map(topic => opened.includes(topic.id))).toEqual([true, false, false])
  })

  test('"mark all read" reaches up to what the page showed', async () => {
    const reader = await makeMember({ kind: 'CITIZEN' })
    await db.person.update({ where: { id: reader.personId }, data: { readBefore: new Date('2020-01-01') } })
    const before = await makeTopic({ category: open, author: citizen })
    const half = await makeTopic({ category: open, author: citizen })
    await db.readPosition.create({ data: { personId: reader.personId, threadId: half.id, number: 1 } })
    await makePosts({ threadId: half.id, authors: [{ id: citizen.personId }], count: 2, from: new Date(Date.now() - 600_000) })
    await db.$executeRaw`update thread set last_post_at = now() - interval '10 minutes' where id = ${before.id}`
    const upTo = Date.now() - 570_000
    const after = await makeTopic({ category: open, author: citizen })
    await markAllRead(reader, { upTo })
    const left = (await listUnread(reader, { limit: 50 })).rows.filter(row => [before.id, half.id, after.id].includes(row.id))
    expect(left.map(row => [row.id, row.unread]).sort()).toEqual([[half.id, 1], [after.id, 1]].sort())
    await markAllRead(reader)
    expect((await listUnread(reader)).rows).toEqual([])
  })
})

describe('a member with 20,000 unread topics', () => {
  test('every list is a walk of an index', async () => {
    await db.$executeRaw`
      with made as (
        insert into thread (kind, shelf, audience, author_id, last_author_id, last_number, post_count, created_at, last_post_at)
        select 'topic', 'category:' || ${open.id}::int, 'public', ${citizen.personId}::int, ${citizen.personId}::int, 1, 1, now() - i * interval '1 second', now() - i * interval '1 second'
        from generate_series(1, 20000) i returning id
      ), topics as (
        insert into topic (id, category_id, title, slug, author_id, tags) select id, ${open.id}::int, 'Topik ramai', 'topik-ramai', ${citizen.personId}::int,
          case when id % 100 = 0 then array['jarang-uji', 'sering-uji'] when id % 3 = 0 then array['sering-uji'] else '{}'::text[] end from made
      ) insert into post (thread_id, number, author_id, html, text) select id, 1, ${citizen.personId}::int, '', '' from made`
    await db.$executeRaw`analyze thread`
    await db.$executeRaw`analyze topic`
    await db.$executeRaw`analyze post`
    const reader = await makeMember({ kind: 'CITIZEN' })
    await db.person.update({ where: { id: reader.personId }, data: { readBefore: new Date('2020-01-01') } })
    expect((await listUnread(reader)).rows).toHaveLength(25)
    expect((await listFresh(reader, { since: Date.now() - 86_400_000 })).rows).toHaveLength(25)
    expect((await listTagged(reader, 'sering-uji')).rows).toHaveLength(25)
    expect((await listTagged(reader, 'jarang-uji')).rows).toHaveLength(25)
    const size = reader.audiences.length
    const audiences = [...reader.audiences]
    const plan = async (name: string, values: unknown[]) => {
      const found = (await Promise.all(Array.from({ length: 6 }, () => pool.query<{ statement: string }>('select statement from pg_prepared_statements where name = $1', [name])))).flatMap(result => result.rows)
      expect(found.length, name).toBeGreaterThan(0)
      return (await pool.query<{ 'QUERY PLAN': string }>(`explain ${found[0]?.statement}`, values)).rows.map(row => row['QUERY PLAN']).join('\n')
    }
    const top = [audiences, reader.personId, 'infinity', 0]
    const plans = [
      await plan(`topics-unread-26-1000-${size}member`, top),
      await plan(`topics-fresh-25-${size}member`, [...top, new Date(Date.now() - 86_400_000).toISOString()]),
      await plan('topics-tagged-25member', [audiences, reader.personId, 'infinity', 2_147_483_647, 'sering-uji']),
      await plan('topics-tagged-25member', [audiences, reader.personId, 'infinity', 2_147_483_647, 'jarang-uji']),
    ]
    for (const one of plans) expect(one).not.toMatch(/Seq Scan on (thread|topic|post|read_position)\b/)
  })
})

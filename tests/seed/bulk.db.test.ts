import { expect, test } from 'vitest'
import { contentFromLexical } from '~/editor/content.server'
import { pool } from '~/platform/db/db.server'
import { bulkSeed, readBulkArgs, shareOut, type BulkArgs } from '../../prisma/seed/bulk/bulk'
import { storedText } from '../../prisma/seed/bulk/make-topic'
import { active, doing, paragraphsOf, pickTheme } from '../../prisma/seed/bulk/sentences'
import { chance } from '../../prisma/seed/random'

const rows = async <Row extends object>(text: string, values: unknown[] = []) => (await pool.query<Row>(text, values)).rows
const wanted = (more: Partial<BulkArgs> = {}): BulkArgs => ({ topics: 40, posts: 600, people: 30, seed: 7, long: 0, articles: 0, pages: 0, noIndex: true, ...more })

async function textsOf(args: BulkArgs): Promise<string> {
  const [{ before } = { before: 0 }] = await rows<{ before: number }>('select coalesce(max(id), 0) as before from post')
  await bulkSeed(args, () => undefined)
  const [{ demo } = { demo: 0 }] = await rows<{ demo: number }>('select coalesce(max(id), 0)::int as demo from post where id <= $1', [before])
  const made = await rows<{ text: string }>('select p.text, t.title from post p join topic t on t.id = p.thread_id where p.id > $1 order by p.id', [Math.max(demo, before)])
  return JSON.stringify(made)
}

test('the same number gives the same texts, another number others; counters equal a recount', async () => {
  await bulkSeed(wanted({ topics: 0, posts: 0, people: 0 }), () => undefined)
  // what the demonstration's last acts count for follows from their events, which nobody delivers here
  const [{ last } = { last: 0 }] = await rows<{ last: number }>('select max(id) as last from thread')
  const first = await textsOf(wanted())
  const again = await textsOf(wanted())
  expect(first.length).toBeGreaterThan(50_000)
  expect(again).toBe(first)
  expect(await textsOf(wanted({ seed: 8, long: 300 }))).not.toBe(first)
  expect(await rows('select thread_id from post group by thread_id having count(*) = 300')).toHaveLength(1)
  expect(await rows(`select t.id from thread t where (t.last_number, t.post_count) <> (select max(number), count(*) filter (where deleted_at is null) from post where thread_id = t.id)
    or t.last_author_id is distinct from (select author_id from post where thread_id = t.id and deleted_at is null order by number desc limit 1)
    or t.accepted_number > t.last_number or t.last_post_at > now()`)).toEqual([])
  expect(await rows(`select p.id from post p where (thanks_count, agree_count, me_too_count) <> (select count(*) filter (where kind = 'THANKS'), count(*) filter (where kind = 'AGREE'),
    count(*) filter (where kind = 'ME_TOO') from reaction r where r.post_id = p.id)`)).toEqual([])
  expect(await rows('select c.id from category c where topic_count <> (select count(*) from topic where category_id = c.id and publish_at is null)')).toEqual([])
  expect(await rows(`select p.id from post p join thread t on t.id = p.thread_id left join contribution c on c.post_id = p.id where t.id > $1
    and (c.post_id is null or (c.person_id, c.accepted, c.thanks) is distinct from (p.author_id, coalesce(t.accepted_number = p.number, false), p.thanks_count)) limit 5`, [last])).toEqual([])
  expect(await rows(`select s.person_id, s.tag from contribution_total s cross join lateral (select count(*) as posts, count(*) filter (where c.accepted) as accepted, coalesce(sum(c.thanks), 0) as thanks
    from contribution c where c.person_id = s.person_id and (s.tag = '' or s.tag = any(c.tags))) c where (s.posts, s.accepted, s.thanks) <> (c.posts, c.accepted, c.thanks) limit 5`)).toEqual([])
  expect(await rows('select g.slug from tag g where g.topic_count <> (select count(*) from topic tp join thread t on t.id = tp.id where g.slug = any(tp.tags) and tp.publish_at is null and t.removed_at is null) limit 5')).toEqual([])
  expect(await rows('(select id, w from topic, unnest(tags) w except select topic_id, tag from topic_tag) union all (select topic_id, tag from topic_tag except select id, w from topic, unnest(tags) w)')).toEqual([])
  expect(await rows("select person_id from badge_award where badge = 'ten-answers' and cardinality(deeds) <> 10")).toEqual([])
  expect(await rows('select p.id from post p where p.moved_to is null and not exists (select 1 from post_revision r where r.post_id = p.id and r.revision = p.revision and r.text = p.text)')).toEqual([])
  expect(await rows("select p.id from post p join thread t on t.id = p.thread_id join person a on a.id = p.author_id where t.audience = 'asn' and a.kind <> 'ASN'")).toEqual([])
})

test('the knowledge base grows with it: approved articles, and files with the words of their pages', async () => {
  const [{ articles, pages } = { articles: 0, pages: 0 }] = await rows<{ articles: number; pages: number }>('select (select count(*)::int from article) as articles, (select count(*)::int from material_page) as pages')
  await bulkSeed(wanted({ topics: 0, posts: 0, people: 3, articles: 12, pages: 60 }), () => undefined)
  expect(await rows(`select (select count(*)::int from article) as articles, (select count(*)::int from material_page) as pages`)).toEqual([{ articles: articles + 12, pages: pages + 60 }])
  expect(await rows(`select m.id from material m join collection c on c.id = m.collection_id where m.client_key like 'bulk-%' and (m.audience <> c.audience or not exists (select 1 from upload u join upload_use s on s.upload_id = u.id where s.used_by = 'material:' || m.id || ':1'))`)).toEqual([])
})

test('what is stored is what the editor would have stored, and the words vary', () => {
  const random = chance(1)
  const words = new Set<string>()
  for (let i = 0; i < 4_000; i++) {
    const stored = storedText(paragraphsOf(random, pickTheme(random), i % 10 === 0))
    if (i < 200) expect(contentFromLexical(stored.doc)).toMatchObject({ doc: stored.doc, html: stored.html, text: stored.text })
    for (const word of stored.text.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? []) words.add(word)
  }
  expect(words.size).toBeGreaterThan(3_000)
})

test.each([['pilah', 'memilah'], ['sapu', 'menyapu'], ['catat', 'mencatat'], ['tanam', 'menanam'], ['kumpul', 'mengumpul'], ['bayar', 'membayar'], ['latih', 'melatih'], ['angkut', 'mengangkut'], ['perbaiki', 'memperbaiki'], ['salur-kan', 'menyalurkan'], ['promosi-kan', 'mempromosikan']])('%s becomes %s', (root, form) => {
  expect(active(root)).toBe(form)
  expect(doing('kurang-i')).toBe('pengurangan')
})

test('posts are shared out exactly, one at least to each topic', () => {
  const shares = shareOut(2_000, 40_000, 7)
  expect([shares.length, shares.reduce((a, b) => a + b, 0), Math.min(...shares)]).toEqual([2_000, 40_000, expect.any(Number)])
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(1)
  expect(Math.max(...shares)).toBeGreaterThan(80)
})

test.each([[['--topics', 'x']], [['--colour', '3']], [['--topics', '5', '--posts', '4']], [['--people']]])('refuses %j with a sentence', args => {
  expect(readBulkArgs(args)).toEqual(expect.any(String))
})

test('reads the arguments of the README', () => {
  expect(readBulkArgs(['--topics', '2000', '--posts=40000', '--people', '500', '--seed', '7', '--long', '10000'])).toEqual({ topics: 2000, posts: 40000, people: 500, seed: 7, long: 10000, articles: 0, pages: 0, noIndex: false })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leakTest } from './leak'
import { connect, ask, openSite, type Site } from './site'
import { makeCategory } from '#tests/factories/forum'
import { newKey } from '#tests/factories/discussion'
import { makeMember, signedIn, viewerFor } from '#tests/factories/people'
import { acceptAnswer } from '~/features/discussion/answers.server'
import { listDrafts } from '~/features/discussion/drafts.server'
import { moderatedPosts } from '~/features/discussion/moderated.server'
import { discussionNotices } from '~/features/discussion/notices.server'
import { findLivePostUnscoped, getPost, getPostForEdit, getPostText, getPosts, getPostsAfter } from '~/features/discussion/posts.queries.server'
import { deletePost, editPost, reply, restorePost } from '~/features/discussion/posts.server'
import { getRevisionDiff, listRevisions } from '~/features/discussion/revisions.queries.server'
import { react } from '~/features/discussion/reactions.server'
import { findPostForSearchUnscoped, findPostsForNoticesUnscoped } from '~/features/discussion/search.queries.server'
import { listCategories } from '~/features/forum/categories.queries.server'
import { getCategoryFeed, getForumFeed, getTopicFeed, listSitemapTopics } from '~/features/forum/feeds.queries.server'
import { topicPlaces } from '~/features/forum/places.server'
import { findTopicUnscoped } from '~/features/forum/search.queries.server'
import { postSearch, topicSearch } from '~/features/forum/search.server'
import { topicMeta } from '~/features/forum/topic-meta'
import { getTopicPage } from '~/features/forum/topic-page.queries.server'
import { editTopic, openTopic } from '~/features/forum/topics.server'
import { listRelated } from '~/features/forum/related.queries.server'
import { getForumPage, listTopics } from '~/features/forum/topics.queries.server'
import { findPersonFactsUnscoped } from '~/features/people/standing.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { ownNotices } from '~/features/notifications/own.server'
import { listPeople } from '~/features/people/people.queries.server'
import { getProfile } from '~/features/people/profile.queries.server'
import { askToUnmask, decideUnmasking, listUnmaskings, readUnmasked } from '~/features/people/unmasking.server'
import { startCase } from '~/features/moderation/cases.server'
import { decide } from '~/features/moderation/decisions.server'
import { takeModerated } from '~/features/moderation/things.server'
import { db } from '~/platform/db/db.server'
import { moderated, shelves } from '~/registry.server'
import { deliveryIdle } from '~/platform/events/delivery.server'
import type { RecordedEvent } from '~/platform/events/events.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { stranger, type Member, type Viewer } from '~/platform/viewer'

const NAME = 'Qomariah Zulkarnain'
let site: Site
let author: Member
let category: { id: number; slug: string }
let viewers: Record<string, Viewer>
let topic: { id: number; slug: string }
let answer: { id: number; number: number }
let mask: number
const heard: unknown[] = []

const clean = leakTest(() => ({ personId: author.personId, words: [NAME, 'Qomariah', author.slug, 'qomariah@contoh.go.id', 'foto-rahasia-qomariah'] }))
const say = (who: Member, markdown: string, more: object = {}) => reply(who, { threadId: topic.id, written: { markdown }, clientKey: newKey(), ...more })
const self = async () => viewerFor({ id: author.personId })

beforeAll(async () => {
  site = await openSite()
  // ids far from all others, so that no count or number is taken for one
  await db.$executeRaw`select setval(pg_get_serial_sequence('person', 'id'), 7654321)`
  author = await makeMember({ kind: 'ASN', name: NAME })
  await db.person.update({ where: { id: author.personId }, data: { email: 'qomariah@contoh.go.id', photoKey: 'foto-rahasia-qomariah', publicFields: ['photo', 'position', 'about'] } })
  const made = await makeCategory({ audience: 'public' })
  await db.category.update({ where: { id: made.id }, data: { pseudonyms: true } })
  await db.shelfRule.create({ data: { shelf: `category:${made.id}`, pseudonyms: true } })
  category = made
  viewers = {
    stranger: stranger(), citizen: await makeMember({ kind: 'CITIZEN' }), asn: await makeMember(), moderator: await makeMember({ roles: ['MODERATOR'] }), administrator: await makeMember({ roles: ['ADMINISTRATOR'] }),
  }
  const sockets = await Promise.all([connect(site.url), ...['citizen', 'asn', 'moderator'].map(async key => connect(site.url, (await signedIn({ id: (viewers[key] as Member).personId })).cookie))])
  for (const socket of sockets) {
    socket.onAny((event: string, fact: unknown) => heard.push([event, fact]))
    await ask(socket, 'lists:listen', {})
  }
  topic = await openTopic(author, { category: made.slug, kind: 'QUESTION', title: 'Bolehkah menolak titipan atasan?', tags: ['integritas'], written: { markdown: 'Saya diminta mendahulukan berkas.' }, clientKey: newKey(), masked: true })
  for (const socket of sockets) await ask(socket, 'join', { room: `thread:${topic.id}` })
  // the author sits in the room under their own session, and types
  const own = await connect(site.url, (await signedIn({ id: author.personId })).cookie)
  await ask(own, 'join', { room: `thread:${topic.id}` })
  await ask(own, 'typing', { room: `thread:${topic.id}` })
  author = await self()
  mask = author.aliases[0] ?? 0
  await say(viewers.asn as Member, 'Tolak dengan sopan dan catat.')
  answer = await say(author, 'Terima kasih, sudah saya coba.', { masked: true, replyTo: 2 })
  await editPost(author, { postId: answer.id, revision: 1, written: { markdown: 'Terima kasih, sudah saya coba dan berhasil.' } })
  await acceptAnswer(author, { threadId: topic.id, number: 2 })
  await editTopic(author, { topicId: topic.id, title: 'Bolehkah menolak titipan?', kind: 'QUESTION', tags: ['integritas'] })
  await react(author, { postId: (await getPosts(author, topic.id, { from: 2, to: 2 })).posts[0]!.id, kind: 'THANKS' })
  const gone = await say(author, 'Ini saya hapus lalu pulihkan.', { masked: true })
  await deletePost(author, { postId: gone.id })
  await restorePost(author, { postId: gone.id })
  await deliveryIdle()
  await new Promise(resolve => setTimeout(resolve, 700))
  for (const socket of [...sockets, own]) socket.disconnect()
}, 60_000)
afterAll(() => site.stop())

describe('a name of the topic tells nobody who writes', () => {
  test('a planted leak is found', () => {
    for (const planted of [{ posts: [{ authorId: author.personId }] }, { author: { name: NAME } }, { row: { editor_id: author.personId } }, { audience: `user:${author.personId}` }, [{ last: { slug: author.slug } }]])
      expect(() => clean('planted', planted)).toThrow()
  })

  test('it is one name in a topic, another in the next, and the writer keeps their rights', async () => {
    const page = await getTopicPage(author, topic.id)
    expect(new Set(page.posts.filter(post => post.number !== 2).map(post => post.authorId))).toEqual(new Set([mask]))
    expect(page.aliases).toEqual([mask])
    expect(page.authors[mask]).toMatchObject({ alias: true, kind: 'ASN' })
    expect((await getPostForEdit(author, answer.id)).post.authorId).toBe(mask)
    const other = await openTopic(author, { category: category.slug, kind: 'DISCUSSION', title: 'Topik lain dengan nama lain', tags: [], written: { markdown: 'Isi.' }, clientKey: newKey(), masked: true })
    expect((await getTopicPage(stranger(), other.id)).topic.authorId).not.toBe(mask)
  })

  test('pages, lists, feeds and addresses, for everybody else', async () => {
    for (const [who, viewer] of Object.entries(viewers)) {
      const page = await getTopicPage(viewer, topic.id)
      expect(page.aliases).toBeUndefined()
      clean(`topic page, ${who}`, page)
      clean(`meta, ${who}`, topicMeta(page, 'https://balai.contoh', 'id'))
      clean(`post range, ${who}`, await getPosts(viewer, topic.id, { from: 1, to: 20 }))
      clean(`posts after, ${who}`, await getPostsAfter(viewer, topic.id, 0))
      clean(`post, ${who}`, await getPost(viewer, answer.id))
      clean(`quote, ${who}`, await getPostText(viewer, topic.id, answer.number))
      clean(`history, ${who}`, await listRevisions(viewer, answer.id))
      clean(`difference, ${who}`, await getRevisionDiff(viewer, answer.id))
      clean(`front, ${who}`, (await getForumPage(viewer)).list)
      clean(`category, ${who}`, await getForumPage(viewer, { category: category.slug }))
      clean(`categories, ${who}`, await listCategories(viewer))
      clean(`list, ${who}`, await listTopics(viewer, { categoryId: category.id }))
      clean(`related, ${who}`, await listRelated(viewer, { id: 0, tags: ['integritas'] }))
      for (const feed of [await getForumFeed(viewer), await getCategoryFeed(viewer, category.slug), await getTopicFeed(viewer, topic.id)]) clean(`feed ${feed.path}, ${who}`, feed)
      clean(`map of the site, ${who}`, await listSitemapTopics(viewer))
      clean(`drafts, ${who}`, await listDrafts(viewer))
    }
  })

  test('live: what every connection was sent, presence and typing too', () => {
    expect(heard.map(one => (one as [string])[0])).toEqual(expect.arrayContaining(['post', 'post-changed', 'accepted', 'topic']))
    expect(heard.map(one => (one as [string])[0])).not.toContain('typing')
    clean('live', heard)
  })

  test('search documents, facts for live, notices and moderation', async () => {
    clean('topic document', await topicSearch.load([`topic:${topic.id}`]))
    clean('post document', await postSearch.load([`post:${answer.id}`]))
    clean('topic facts', await findTopicUnscoped(topic.id))
    clean('post facts', await findPostForSearchUnscoped(answer.id))
    clean('live post', await findLivePostUnscoped(answer.id))
    clean('notice facts', await findPostsForNoticesUnscoped([answer.id]))
    clean('moderated thing', await moderatedPosts({ topic: { places: topicPlaces, removed: () => Promise.resolve() } }).load([answer.id]))
    clean('moderator\'s card', await findPersonFactsUnscoped(mask))
  })

  test('events and rows: the writer stands in none but their own', async () => {
    const events = await db.$queryRaw<RecordedEvent[]>`select id, name, payload, actor_id as "actorId", created_at as "createdAt" from event where payload->>'threadId' = ${String(topic.id)} or payload->>'topicId' = ${String(topic.id)}`
    clean('events', events.filter(event => event.name !== 'discussion.reaction.changed'))
    clean('posts', await db.post.findMany({ where: { threadId: topic.id }, include: { revisions: { select: { editorId: true } } } }))
    clean('thread', await db.thread.findUnique({ where: { id: topic.id } }))
    clean('topic', await db.topic.findUnique({ where: { id: topic.id } }))
    const consumer = noticesConsumer([discussionNotices({ topic: topicPlaces }), ownNotices], () => undefined)
    for (const event of events) await (consumer.on[event.name] as ((event: RecordedEvent) => Promise<void>) | undefined)?.(event)
    const notices = await db.notice.findMany({ where: { groupKey: `thread:${topic.id}` } })
    expect(notices.length).toBeGreaterThan(0)
    clean('notices of others', notices.filter(notice => notice.personId !== author.personId))
    // whoever writes under a name is told like anybody else, to themselves, and not of their own words
    const own = await db.post.findMany({ where: { authorId: mask }, select: { id: true } })
    expect(notices.filter(notice => notice.personId === author.personId).every(notice => !own.some(post => notice.about === `post:${post.id}`))).toBe(true)
  })

  test('people: no page, no list, no trace on the writer\'s own page', async () => {
    const shown = await db.person.findUniqueOrThrow({ where: { id: mask } })
    for (const viewer of Object.values(viewers)) await expect(getProfile(viewer, shown.slug)).rejects.toBeInstanceOf(NotFound)
    expect(JSON.stringify(await getProfile(viewers.asn!, author.slug))).not.toContain(shown.name)
    const listed = await listPeople(viewers.administrator!, { words: shown.name, kind: '', state: '', after: null })
    expect(listed.people.map(person => person.id)).not.toContain(mask)
  })
})

describe('opening a name', () => {
  test('two officers, a reason, told and written down for good', async () => {
    const [first, second, third] = [await makeMember({ roles: ['HRD_OFFICER'] }), await makeMember({ roles: ['ADMINISTRATOR'] }), await makeMember({ roles: ['HRD_OFFICER'] })]
    const reason = 'Permintaan aparat penegak hukum, surat nomor 12.'
    await expect(askToUnmask(viewers.moderator as Member, { personId: mask, postId: answer.id, reason })).rejects.toBeInstanceOf(Forbidden)
    await expect(askToUnmask(first, { personId: mask, postId: answer.id, reason: 'pendek' })).rejects.toBeInstanceOf(Invalid)
    await expect(askToUnmask(first, { personId: second.personId, postId: answer.id, reason })).rejects.toBeInstanceOf(NotFound)
    const { id } = await askToUnmask(first, { personId: mask, postId: answer.id, reason })
    await expect(askToUnmask(third, { personId: mask, postId: answer.id, reason })).rejects.toBeInstanceOf(Conflict)
    await expect(decideUnmasking(first, { id, agree: true })).rejects.toBeInstanceOf(Forbidden)
    await expect(readUnmasked(first, { id })).rejects.toBeInstanceOf(Forbidden)
    const both = await Promise.allSettled([decideUnmasking(second, { id, agree: true }), decideUnmasking(third, { id, agree: true })])
    expect(both.filter(one => one.status === 'fulfilled')).toHaveLength(1)
    expect((await readUnmasked(first, { id })).name).toBe(NAME)
    clean('list of requests', (await listUnmaskings(viewers.administrator as Member)))
    const [event] = await db.$queryRaw<RecordedEvent[]>`select id, name, payload, actor_id as "actorId", created_at as "createdAt" from event where name = 'people.pseudonym.opened'`
    clean('event of the opening', event)
    await (noticesConsumer([ownNotices], () => undefined).on['people.pseudonym.opened'] as (event: RecordedEvent) => Promise<void>)(event!)
    expect(await db.notice.findFirst({ where: { personId: author.personId, rule: 'people.unmasked' }, select: { params: true } })).toMatchObject({ params: { title: reason } })
    await expect(db.$executeRaw`delete from unmasking_step`).rejects.toThrow()
    await expect(db.$executeRaw`update unmasking set reason = ''`).rejects.toThrow()
  })
})

test('a suspension of a name ends the writer\'s own connections at once, and nobody else is told', async () => {
  takeModerated(moderated, shelves)
  const inside = await makeCategory({ audience: 'asn' })
  await db.category.update({ where: { id: inside.id }, data: { pseudonyms: true } })
  const made = await openTopic(author, { category: inside.slug, kind: 'DISCUSSION', title: 'Di antara rekan sendiri', tags: [], written: { markdown: 'Isi.' }, clientKey: newKey(), masked: true })
  const [own, other] = await Promise.all([author, viewers.asn as Member].map(async member => connect(site.url, (await signedIn({ id: member.personId })).cookie)))
  const told: unknown[] = []
  for (const socket of [own!, other!]) await ask(socket, 'join', { room: `thread:${made.id}` })
  other!.onAny((...heard: unknown[]) => told.push(heard))
  const evicted = new Promise<void>(resolve => own!.once('evicted', () => resolve()))
  const { id } = await db.post.findFirstOrThrow({ where: { threadId: made.id } })
  const { caseId } = await startCase(viewers.moderator as Member, { kind: 'post', id })
  await decide(viewers.moderator as Member, { caseId, act: 'SUSPEND', reason: 'Menyebut nama atasan.', days: 7 })
  await evicted
  clean('others hear', told)
  own!.disconnect()
  other!.disconnect()
})

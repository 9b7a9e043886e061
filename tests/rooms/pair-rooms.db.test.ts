import { beforeAll, expect, test } from 'vitest'
import { makeOfferRow, makePair } from '#tests/factories/pairs'
import { newKey } from '#tests/factories/discussion'
import { makeMember, viewerFor } from '#tests/factories/people'
import { reply } from '~/features/discussion/posts.server'
import { getForumFeed, getTopicsFeed, listSitemapTopics } from '~/features/forum/feeds.queries.server'
import { listFresh } from '~/features/forum/fresh.queries.server'
import { getTopicPage } from '~/features/forum/topic-page.queries.server'
import { listTopics, listUnread } from '~/features/forum/topics.queries.server'
import { writeNote } from '~/features/mentoring/notes.server'
import { findRecognition } from '~/features/recognition/recognition.queries.server'
import { db } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import type { RecordedEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import { consumers, sources } from '~/registry.server'

const SECRET = 'kalimat-rahasia-ruang-berdua'
let mentor: Member
let learner: Member
let threadId: number
beforeAll(async () => {
  const [one, two] = [await makeMember(), await makeMember()]
  const pairId = await makePair({ offer: await makeOfferRow({ mentor: one }), learners: [two], goal: `Tujuan ${SECRET}` })
  mentor = await viewerFor({ id: one.personId })
  learner = await viewerFor({ id: two.personId })
  threadId = (await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId } })).threadId ?? 0
  await reply(mentor, { threadId, written: { markdown: `Pesan ${SECRET}` }, clientKey: newKey() })
  await writeNote(mentor, { pairId, shared: true, text: `Catatan ${SECRET}`, clientKey: newKey() })
  await writeNote(mentor, { pairId, shared: false, text: `Sendiri ${SECRET}`, clientKey: newKey() })
})

test('nothing of a pair’s room is ever a document of search, not even for its people', async () => {
  for (const source of sources) {
    for await (const documents of source.all()) expect(JSON.stringify(documents), source.name).not.toContain(SECRET)
    for (const event of await db.event.findMany()) {
      const ids: string[] = []
      for await (const id of (await source.on[event.name as 'discussion.post.created']?.(event as unknown as RecordedEvent<'discussion.post.created'>)) ?? []) ids.push(id)
      if (ids.length) expect(JSON.stringify([...(await source.load(ids)).values()]), source.name).not.toContain(SECRET)
    }
  }
})

test('it stands in no list, feed or map of the forum, and is no topic', async () => {
  for (const viewer of [mentor, learner]) {
    const seen = JSON.stringify([await listTopics(viewer), await listUnread(viewer), await listFresh(viewer, { since: 0 }), await getForumFeed(viewer), await getTopicsFeed(viewer, [threadId]), await listSitemapTopics(viewer)])
    expect(seen).not.toContain(SECRET)
    expect((await listTopics(viewer)).rows.map(row => row.id)).not.toContain(threadId)
    await expect(getTopicPage(viewer, threadId)).rejects.toThrow(NotFound)
  }
})

test('it makes no contribution to a profile', async () => {
  const all = consumers.filter(consumer => consumer.name.startsWith('recognition'))
  expect(all).toHaveLength(1)
  for (const event of await db.event.findMany()) await all[0]?.on[event.name as 'discussion.post.created']?.(event as unknown as RecordedEvent<'discussion.post.created'>)
  expect(await db.contribution.count({ where: { personId: { in: [mentor.personId, learner.personId] } } })).toBe(0)
  expect(JSON.stringify(await findRecognition(learner, mentor.personId))).not.toContain(SECRET)
})

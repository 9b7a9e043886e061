import { dayOf } from '~/features/forum/dates'
import { shelfOf } from '~/features/forum/shelf'
import { slugOf } from '~/features/forum/slug'
import { openTopic, type OpenTopic } from '~/features/forum/topics.server'
import type { TopicKindName } from '~/features/forum/views'
import { db } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { makePosts, newKey } from './discussion'
import { makeMember, makeUnit, viewerFor } from './people'

let counter = 0

export interface CategoryGiven {
  name?: string
  nameEn?: string
  slug?: string
  description?: string
  descriptionEn?: string
  colour?: string
  sortOrder?: number
  audience?: string
  openAudience?: string
}

export async function makeCategory(given: CategoryGiven = {}) {
  const name = given.name ?? `Kategori ${(counter += 1)}`
  const audience = given.audience ?? 'public'
  return db.category.create({ data: { ...given, name, slug: given.slug ?? slugOf(`${name}-${process.pid % 1000}-${counter}`), audience, openAudience: given.openAudience ?? audience } })
}

export interface TopicGiven {
  category: { id: number; slug: string }
  /** who opens it; must be allowed to */
  author: { id: number } | Member
  title?: string
  kind?: TopicKindName
  tags?: string[]
  markdown?: string
  /** what its kind asks for; the least of it when left out */
  given?: OpenTopic['given']
  poll?: OpenTopic['poll']
  /** this many posts behind the opening one, without events */
  replies?: number
  repliers?: readonly { id: number }[]
}

/** Through the verb, events and all. @returns the id of topic and thread, its slug, the opening post's id and the shelf */
export async function makeTopic(given: TopicGiven) {
  const author = 'personId' in given.author ? given.author : await viewerFor(given.author)
  const { id, slug } = await openTopic(author, {
    category: given.category.slug, kind: given.kind ?? 'DISCUSSION', title: given.title ?? `Topik contoh nomor ${(counter += 1)}`, tags: given.tags ?? [],
    written: { markdown: given.markdown ?? 'Bagaimana cara terbaik membagi antrean pada hari Senin?' }, clientKey: newKey(),
    given: { ...(given.kind === 'EXPERIENCE' ? { outcome: 'Antrean turun separuh.' } : given.kind === 'FEEDBACK' ? { asked: 'Apa yang kurang jelas?' } : {}), ...given.given }, poll: given.poll ?? null,
  })
  if (given.replies) await makePosts({ threadId: id, authors: given.repliers ?? [{ id: author.personId }], count: given.replies })
  const post = await db.post.findFirstOrThrow({ where: { threadId: id, number: 1 }, select: { id: true } })
  return { id, slug, postId: post.id, shelf: shelfOf(given.category.id) }
}

/** Opened by the head of a unit of its own, for two weeks. @returns the topic, with the head who may answer it */
export async function makeConsultation(category: { id: number; slug: string }, given: Partial<TopicGiven> = {}) {
  const unit = await makeUnit()
  const { personId } = await makeMember({ unit, position: 'Kepala Dinas Contoh' })
  await db.orgUnit.update({ where: { id: unit.id }, data: { headId: personId } })
  const head = await viewerFor({ id: personId })
  const closesOn = dayOf(Date.now() + 14 * 86_400_000, 'Asia/Jakarta')
  const topic = await makeTopic({ category, author: head, kind: 'CONSULTATION', ...given, given: { closesOn, unitId: unit.id, promisedDays: 5, ...given.given } })
  return { ...topic, head, unit }
}

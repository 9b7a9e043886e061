import type pg from 'pg'
import { contentFromMarkdown } from '~/editor/content.server'
import { topicPath } from '~/features/forum/paths'
import { shelfOf } from '~/features/forum/shelf'
import { slugOf } from '~/features/forum/slug'
import { categories } from './categories'
import { chance, type Chance } from './random'
import { insertRows, postColumns, reactionColumns, readColumns, revisionColumns, takeIds, threadColumns, topicColumns, type Row } from './rows'
import type { ReplyMore, TopicSeed } from './shape'
import { topics } from './topics/all'
import type { SeededPeople, SeededPerson } from './write-people'

const DAY = 86_400_000
const MINUTE = 60_000

export interface SeededPost { id: number; number: number; author: SeededPerson; at: number; to: number | null; mentions: number[]; deleted: boolean }
export interface SeededTopic { seed: TopicSeed; id: number; slug: string; url: (number: number) => string; audience: string; author: SeededPerson; readers: readonly SeededPerson[]; posts: SeededPost[] }

async function writeCategories(client: pg.ClientBase, people: SeededPeople) {
  const counts = new Map<string, number>()
  for (const topic of topics) counts.set(topic.in, (counts.get(topic.in) ?? 0) + 1)
  const rows = categories.map((one, place) => {
    const audience = typeof one.audience === 'string' ? one.audience : `unit:${people.units.get(one.audience.unit)?.id ?? 0}`
    return {
      slug: one.slug, name: one.name, name_en: one.nameEn, description: one.description, description_en: one.descriptionEn, colour: one.colour, sort_order: (place + 1) * 10,
      audience, open_audience: audience, topic_count: counts.get(one.slug) ?? 0,
    }
  })
  const made = await insertRows<{ id: number; slug: string; audience: string }>(client, 'category', {
    slug: 'text', name: 'text', name_en: 'text', description: 'text', description_en: 'text', colour: 'text', sort_order: 'int', audience: 'text', open_audience: 'text', topic_count: 'int',
  }, rows, 'id, slug, audience')
  return new Map(made.map(one => [one.slug, one]))
}

const mayRead = (person: SeededPerson, audience: string) =>
  audience === 'public' || (person.kind === 'ASN' && (audience === 'asn' || person.path.some(id => audience === `unit:${id}`)))

/** People write by day: what falls into the night moves to the evening before or the morning after. All of it lies in order and in the past. */
export function timesOf(opened: number, last: number, count: number, now: number, random: Chance): number[] {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const raw = count === 1 ? opened : opened + ((last - opened) * i) / (count - 1) + (i > 0 && i < count - 1 ? (random.next() - 0.5) * ((last - opened) / count) * 0.8 : 0)
    const local = new Date(raw + 7 * 60 * MINUTE)
    const hour = local.getUTCHours()
    const shift = hour < 7 ? (7 - hour) * 60 * MINUTE : hour > 20 ? (20 - hour) * 60 * MINUTE : 0
    times.push(i === count - 1 && now - raw < DAY / 2 ? raw : raw + shift)
  }
  times.sort((a, b) => a - b)
  const limit = now - MINUTE
  return times.map((at, i) => Math.min(at, limit - (count - 1 - i) * 2 * MINUTE))
}

/** Demonstration shorthand to Markdown: `@{key}` and `>{2} words`. */
function markdownOf(text: string, people: SeededPeople, threadId: number, authors: readonly SeededPerson[]): string {
  return text
    .replace(/@\{(\w+)\}/g, (_all, key: string) => {
      const person = people.byKey.get(key)
      if (!person) throw new Error(`nobody is called ${key}`)
      return `[@${person.name}](/orang/${person.slug} "${person.id}")`
    })
    .replace(/^>\{(\d+)\} (.*)$/gm, (_all, number: string, words: string) => {
      const author = authors[Number(number) - 1]
      if (!author) throw new Error(`no post ${number} to quote`)
      return `> [${author.name} di #${number}](/forum/t/${threadId}/-/${number})\n> ${words}`
    })
}

function reactionsOf(post: SeededPost, more: Pick<ReplyMore, 'thanks' | 'agree' | 'meToo'>, readers: readonly SeededPerson[], random: Chance): Row[] {
  const others = readers.filter(person => person.id !== post.author.id)
  const rows: Row[] = []
  for (const [kind, count] of [['THANKS', more.thanks], ['AGREE', more.agree], ['ME_TOO', more.meToo]] as const)
    for (const person of random.some(others, count ?? 0)) rows.push({ post_id: post.id, person_id: person.id, kind, created_at: new Date(post.at + 30 * MINUTE) })
  return rows
}

/** Categories, topics, posts with their versions, reactions. @returns what notices and read positions are made from */
export async function writeTopics(client: pg.ClientBase, people: SeededPeople, now: number): Promise<SeededTopic[]> {
  const random = chance(60_400)
  const shelves = await writeCategories(client, people)
  const who = (key: string): SeededPerson => {
    const person = people.byKey.get(key)
    if (!person) throw new Error(`nobody is called ${key}`)
    return person
  }
  const threadIds = await takeIds(client, 'thread', topics.length)
  const postIds = (await takeIds(client, 'post', topics.reduce((sum, topic) => sum + topic.replies.length + 1, 0)))[Symbol.iterator]()
  const rows = { thread: [] as Row[], topic: [] as Row[], post: [] as Row[], revision: [] as Row[], reaction: [] as Row[] }
  const made: SeededTopic[] = []
  // the oldest first, so that ids rise with time
  const ordered = [...topics].sort((a, b) => b.days[0] - a.days[0])
  for (const [place, seed] of ordered.entries()) {
    const id = threadIds[place] as number
    const category = shelves.get(seed.in)
    if (!category) throw new Error(`no category ${seed.in}`)
    const slug = slugOf(seed.title)
    const written: (readonly [string, string, ReplyMore])[] = [[seed.by, seed.text, { thanks: seed.thanks, agree: seed.agree, meToo: seed.meToo }], ...seed.replies.map(([by, text, more]) => [by, text, more ?? {}] as const)]
    const authors = written.map(([by]) => who(by))
    const readers = people.all.filter(person => mayRead(person, category.audience))
    const times = timesOf(now - seed.days[0] * DAY, now - seed.days[1] * DAY, written.length, now, random)
    const posts: SeededPost[] = []
    for (const [at, [, text, more]] of written.entries()) {
      const author = authors[at] as SeededPerson
      if (!mayRead(author, category.audience)) throw new Error(`${author.name} cannot write in ${seed.in}: ${seed.title}`)
      const content = contentFromMarkdown(markdownOf(text, people, id, authors))
      const post: SeededPost = { id: postIds.next().value as number, number: at + 1, author, at: times[at] as number, to: more.to ?? null, mentions: content.mentions, deleted: more.deleted !== undefined }
      if (post.to !== null && post.to >= post.number) throw new Error(`post ${post.number} of ${seed.title} answers a later one`)
      posts.push(post)
      const reactions = reactionsOf(post, more, readers, random)
      const count = (kind: string) => reactions.filter(row => row.kind === kind).length
      rows.reaction.push(...reactions)
      rows.post.push({
        id: post.id, thread_id: id, number: post.number, author_id: author.id, reply_to: post.to, html: content.html, text: content.text, renderer: content.renderer, revision: more.before ? 2 : 1,
        thanks_count: count('THANKS'), agree_count: count('AGREE'), me_too_count: count('ME_TOO'), created_at: new Date(post.at),
        edited_at: more.before ? new Date(Math.min(post.at + 9 * MINUTE, now)) : null, deleted_at: more.deleted ? new Date(post.at + 20 * MINUTE) : null, deleted_by: more.deleted ?? null,
      })
      const first = more.before ? contentFromMarkdown(more.before) : content
      rows.revision.push({ post_id: post.id, revision: 1, doc: first.doc, text: first.text, editor_id: author.id, created_at: new Date(post.at) })
      if (more.before) rows.revision.push({ post_id: post.id, revision: 2, doc: content.doc, text: content.text, editor_id: author.id, created_at: new Date(Math.min(post.at + 9 * MINUTE, now)) })
    }
    const standing = posts.filter(post => !post.deleted)
    const last = standing.at(-1) as SeededPost
    const author = authors[0] as SeededPerson
    const answer = posts.find(post => post.number === seed.accepted)
    if (seed.accepted && (seed.kind !== 'QUESTION' || !answer)) throw new Error(`${seed.title} cannot have that answer`)
    rows.thread.push({
      id, kind: 'topic', shelf: shelfOf(category.id), audience: category.audience, label: seed.kind, answerable: seed.kind === 'QUESTION', locked_at: seed.locked ? new Date(last.at) : null, author_id: author.id,
      last_number: posts.length, post_count: standing.length, last_post_at: new Date(last.at), last_author_id: last.author.id, accepted_number: answer?.number ?? null,
      accepted_by_id: answer ? author.id : null, accepted_at: answer ? new Date(Math.min(answer.at + 190 * MINUTE, now)) : null, created_at: new Date(posts[0]?.at ?? now),
    })
    rows.topic.push({ id, category_id: category.id, kind: seed.kind, title: seed.title, slug, tags: seed.tags, author_id: author.id, created_at: new Date(posts[0]?.at ?? now) })
    made.push({ seed, id, slug, url: number => topicPath({ id, slug }, number), audience: category.audience, author, readers, posts })
  }
  await insertRows(client, 'thread', threadColumns, rows.thread)
  await insertRows(client, 'topic', topicColumns, rows.topic)
  await insertRows(client, 'post', postColumns, rows.post)
  await insertRows(client, 'post_revision', revisionColumns, rows.revision)
  await insertRows(client, 'reaction', reactionColumns, rows.reaction)
  return made
}

/** How far the people one may sign in as have read: most of it, some in part, the newest not at all. */
export async function writeReading(client: pg.ClientBase, made: readonly SeededTopic[], readers: readonly SeededPerson[], now: number): Promise<void> {
  const random = chance(4)
  const rows: Row[] = []
  for (const person of readers)
    for (const topic of made) {
      if (!topic.readers.includes(person)) continue
      const last = topic.posts.length
      const own = topic.posts.findLast(post => post.author === person)?.number ?? 0
      const asked = person.key === 'nurhayati' && topic.seed.title.startsWith('Cara menyiasati') ? last - 2 : null
      const luck = random.next()
      const number = asked ?? Math.max(own, luck < 0.72 ? last : luck < 0.88 ? random.below(last) : 0)
      if (number > 0) rows.push({ person_id: person.id, thread_id: topic.id, number, updated_at: new Date(now) })
    }
  await insertRows(client, 'read_position', readColumns, rows)
}

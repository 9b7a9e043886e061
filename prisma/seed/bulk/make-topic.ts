import { RENDERER } from '~/editor/content.server'
import { shelfOf } from '~/features/forum/shelf'
import { slugOf } from '~/features/forum/slug'
import type { Chance } from '../random'
import type { Row } from '../rows'
import type { Shelf } from './crowd'
import { paragraphsOf, pickTheme, titleOf, upper } from './sentences'

const DAY = 86_400_000
const SPAN = 730 * DAY

export interface TopicRows {
  thread: Row[]
  topic: Row[]
  post: Row[]
  revision: Row[]
  reaction: Row[]
  read: Row[]
}

export const emptyRows = (): TopicRows => ({ thread: [], topic: [], post: [], revision: [], reaction: [], read: [] })

/** Plain paragraphs as the editor would store them: tree, HTML and words. The sentences hold no sign that HTML would change. */
export function storedText(paragraphs: readonly string[]): { doc: object; html: string; text: string } {
  return {
    doc: { root: { type: 'root', version: 1, children: paragraphs.map(words => ({ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text: words, format: 0 }] })) } },
    html: paragraphs.map(words => `<p>${words}</p>`).join(''),
    text: paragraphs.join('\n'),
  }
}

const kinds = ['DISCUSSION', 'DISCUSSION', 'QUESTION', 'QUESTION', 'EXPERIENCE'] as const
const reactionKinds = ['THANKS', 'THANKS', 'AGREE', 'ME_TOO'] as const

export interface TopicWish {
  threadId: number
  /** of its first post; the others follow */
  postId: number
  posts: number
  shelf: Shelf
  now: number
  long: boolean
}

/** One topic with its posts, read positions of who wrote, and reactions, added to the rows. */
export function makeTopic(rows: TopicRows, random: Chance, { threadId, postId, posts, shelf, now, long }: TopicWish): void {
  const theme = pickTheme(random)
  const kind = long ? 'DISCUSSION' : random.pick(kinds)
  const title = upper(titleOf(random, theme)).slice(0, 140)
  // most of the talk is recent: the square pulls towards now
  const age = long ? SPAN : Math.max(0.05 * DAY, SPAN * random.next() ** 2)
  const opened = now - age
  const length = Math.min(age * 0.98, long ? SPAN : (0.5 + random.next() * 20) * DAY)
  const lastRead = new Map<number, number>()
  let author = 0
  let lastAt = opened
  for (let number = 1; number <= posts; number++) {
    const id = postId + number - 1
    const writer = random.pick(shelf.writers)
    if (number === 1) author = writer
    lastAt = opened + (length * (number - 1)) / Math.max(1, posts - 1)
    const stored = storedText(paragraphsOf(random, theme, number === 1))
    const counts = { THANKS: 0, AGREE: 0, ME_TOO: 0 }
    if (random.below(6) === 0)
      for (const person of random.some(shelf.writers.slice(0, 60), 1 + random.below(3))) {
        const reaction = random.pick(reactionKinds)
        counts[reaction] += 1
        rows.reaction.push({ post_id: id, person_id: person, kind: reaction, created_at: new Date(lastAt) })
      }
    rows.post.push({
      id, thread_id: threadId, number, author_id: writer, reply_to: number > 2 && random.below(5) < 2 ? 1 + random.below(number - 1) : null, html: stored.html, text: stored.text,
      renderer: RENDERER, revision: 1, thanks_count: counts.THANKS, agree_count: counts.AGREE, me_too_count: counts.ME_TOO, created_at: new Date(lastAt), edited_at: null, deleted_at: null, deleted_by: null,
    })
    rows.revision.push({ post_id: id, revision: 1, doc: stored.doc, text: stored.text, editor_id: writer, created_at: new Date(lastAt) })
    lastRead.set(writer, number)
  }
  for (const [person, number] of lastRead) rows.read.push({ person_id: person, thread_id: threadId, number, updated_at: new Date(lastAt) })
  const accepted = kind === 'QUESTION' && posts > 1 && random.below(2) === 0 ? 2 + random.below(posts - 1) : null
  rows.thread.push({
    id: threadId, kind: 'topic', shelf: shelfOf(shelf.categoryId), audience: shelf.audience, label: kind, answerable: kind === 'QUESTION', locked_at: null, author_id: author, last_number: posts,
    post_count: posts, last_post_at: new Date(lastAt), last_author_id: rows.post.at(-1)?.author_id, accepted_number: accepted, accepted_by_id: accepted ? author : null,
    accepted_at: accepted ? new Date(lastAt) : null, created_at: new Date(opened),
  })
  const tag = (words: string) => words.toLowerCase().replaceAll(' ', '-')
  rows.topic.push({
    id: threadId, category_id: shelf.categoryId, kind, title, slug: slugOf(title), tags: [...new Set(random.some(theme.things, random.below(3)).map(tag))], author_id: author, created_at: new Date(opened),
  })
}

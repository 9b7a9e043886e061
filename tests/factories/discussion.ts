import { contentOf } from '~/features/discussion/written.server'
import { db } from '~/platform/db/db.server'

let counter = 0
export const newKey = (): string => `key-${process.pid}-${(counter += 1)}-abcdef`

/** Words that read like an answer, different for each number. */
export const sampleText = (number: number): string =>
  `Jawaban nomor ${number}: di kantor kami antrean dibagi menurut kelurahan, dan nomor diumumkan setiap Jumat sore.`

export interface PostsGiven {
  threadId: number
  /** persons who write in turn */
  authors: readonly { id: number }[]
  count: number
  text?: (number: number) => string
  /** when the first of them was written; each later one a minute after */
  from?: Date
}

/**
 * Many posts at once, behind those that are there, by one statement for each kind of row; counters fit. No events: for tests of reading and for loads.
 * Give one text for all numbers, or few different ones: each is made into HTML once.
 */
export async function makePosts({ threadId, authors, count, text = sampleText, from = new Date(Date.now() - count * 60_000) }: PostsGiven): Promise<void> {
  const { lastNumber } = await db.thread.findUniqueOrThrow({ where: { id: threadId }, select: { lastNumber: true } })
  const made = new Map<string, ReturnType<typeof contentOf>>()
  for (let at = 0; at < count; at += 2_000) {
    const numbers = Array.from({ length: Math.min(2_000, count - at) }, (_, i) => lastNumber + at + i + 1)
    const contents = numbers.map(number => {
      const words = text(number)
      const content = made.get(words) ?? contentOf({ markdown: words })
      if (made.size < 50) made.set(words, content)
      return content
    })
    await db.$executeRaw`
      with given as (
        select * from unnest(${numbers}::int[], ${numbers.map((_, i) => authors[(at + i) % authors.length]?.id ?? 0)}::int[], ${contents.map(content => content.html)}::text[],
          ${contents.map(content => content.text)}::text[], ${contents.map(content => JSON.stringify(content.doc))}::text[], ${numbers.map((_, i) => new Date(from.getTime() + (at + i) * 60_000).toISOString())}::timestamptz[])
          as g(number, author_id, html, text, doc, created_at)
      ), made as (
        insert into post (thread_id, number, author_id, html, text, created_at) select ${threadId}::int, number, author_id, html, text, created_at from given returning id, number, author_id, text, created_at
      )
      insert into post_revision (post_id, revision, doc, text, editor_id, created_at) select m.id, 1, g.doc::jsonb, m.text, m.author_id, m.created_at from made m join given g using (number)`
  }
  await db.$executeRaw`
    update thread t set last_number = p.number, post_count = t.post_count + ${count}::int, last_post_at = p.created_at, last_author_id = p.author_id
    from (select number, created_at, author_id from post where thread_id = ${threadId}::int order by number desc limit 1) p where t.id = ${threadId}::int`
}

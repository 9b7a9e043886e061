import { contentOf, type Content } from '~/features/discussion/written.server'
import { judgeWords, putBefore, type Hold, type Words } from '~/features/moderation/gate.server'
import { sql, type Tx } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { shelfOf } from '../shelf'
import type { TopicHead } from '../views'
import type { CheckedPoll } from './poll.server'

/** What stands beside the posts of a topic: rules judge it, and moderators read it with the opening post. */
export interface Beside {
  tags?: readonly string[]
  parts?: readonly { content: Pick<Content, 'html' | 'text'> }[] | null
  poll?: Pick<CheckedPoll, 'question' | 'options'> | null
}

const pollWords = ({ question, options }: Pick<CheckedPoll, 'question' | 'options'>): Words => {
  const html = contentOf({ markdown: [question, ...options.map(option => `- ${option}`)].join('\n\n') }).html
  return { text: [question, ...options].join('\n'), html }
}

export const besideOf = ({ tags = [], parts, poll }: Beside): Words[] =>
  [...(tags.length > 0 ? [{ text: tags.flatMap(tag => [tag, tag.replaceAll('-', ' ')]).join('\n'), html: '' }] : []), ...(parts ?? []).map(({ content }) => ({ text: content.text, html: content.html })), ...(poll ? [pollWords(poll)] : [])]

type Place = Pick<TopicHead, 'id' | 'audience' | 'category'>

/** Words that change or come later never wait. @returns why somebody should look at them */
export const judgeBeside = (member: Member, topic: Place, given: Beside & { title?: string }): Promise<Hold | null> =>
  judgeWords({ author: member, shelf: shelfOf(topic.category.id), audience: topic.audience, title: given.title, text: '', html: '', also: besideOf(given) })

/** Puts the opening post, with which all that stands beside it goes, before moderators. */
export async function putTopicBefore(tx: Tx, topic: Place & { authorId: number; title: string }, hold: Hold | null): Promise<void> {
  if (!hold) return
  const first = await tx.post.findFirst({ where: { threadId: topic.id, number: 1, deletedAt: null }, select: { id: true } })
  if (first) await putBefore(tx, { kind: 'post', thingId: first.id, shelf: shelfOf(topic.category.id), audience: topic.audience, title: topic.title }, hold, topic.authorId)
}

/** HTML of what stands beside opening posts, by topic: for moderators. Unscoped. */
export async function besideUnscoped(topicIds: readonly number[]): Promise<Map<number, string>> {
  const rows = await sql<{ id: number; parts: string | null; question: string | null; options: string[] | null }>('topics-beside', `select tp.id,
      (select string_agg(x.html, '<hr>' order by x.part) from topic_part x where x.topic_id = tp.id) as parts, q.question,
      (select array_agg(o.label order by o.position) from poll_option o where o.poll_id = q.id) as options
    from topic tp left join poll q on q.topic_id = tp.id where tp.id = any($1) and (q.id is not null or exists (select 1 from topic_part x where x.topic_id = tp.id))`, [[...topicIds]])
  return new Map(rows.map(row => [row.id, [row.parts, row.question === null ? null : pollWords({ question: row.question, options: row.options ?? [] }).html].filter(Boolean).join('<hr>')]))
}

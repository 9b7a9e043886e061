import type { Amendment, NoticeAmendments, NoticeContribution, NoticeRule, Told } from '~/features/notifications/contract'
import { sql } from '~/platform/db/db.server'
import './events'
import { findPostForNoticesUnscoped, type PostForNotices } from './search.queries.server'

/** Title of a thread and the path of one of its posts; null when the thing it hangs on is gone. Given by the room that owns threads of that kind. */
export type ThreadPlace = (threadId: number, number: number) => Promise<{ title: string; url: string } | null>

async function nameOf(personId: number | null): Promise<string | undefined> {
  const [row] = await sql<{ name: string }>('notices-name', 'select name from person where id = $1', [personId ?? 0])
  return row?.name
}

/** Another audience reads the thread now, or nobody does. */
async function changed(threadId: number): Promise<Amendment[]> {
  const [row] = await sql<{ audience: string; removed: boolean }>('notices-thread', 'select audience, removed_at is not null as removed from thread where id = $1', [threadId])
  return [{ groupKey: `thread:${threadId}`, audience: row && !row.removed ? row.audience : null }]
}

interface Fact { id: bigint; payload: { postId: number } }

/** How long, in ms, what was read for one rule serves the other rules of the same event. */
const SAME_MOMENT = 500
let last: { event: bigint; at: number; facts: Promise<PostForNotices | null> } | undefined

function factsOf({ id, payload }: Fact): Promise<PostForNotices | null> {
  if (last?.event === id && Date.now() - last.at < SAME_MOMENT) return last.facts
  last = { event: id, at: Date.now(), facts: findPostForNoticesUnscoped(payload.postId) }
  return last.facts
}

/** Who is told of what happens in conversations: replied to, mentioned, own topic, answer accepted. `places` by kind of thread: `{ topic }`. */
export function discussionNotices(places: Record<string, ThreadPlace>): NoticeContribution {
  /** The notices of one post; empty when it was deleted meanwhile or has no place. */
  async function tell(event: Fact, whom: (facts: PostForNotices) => readonly (number | null)[], by?: string): Promise<Told[]> {
    const { postId } = event.payload
    const facts = await factsOf(event)
    if (!facts || facts.post.hidden) return []
    const people = [...new Set(whom(facts).filter(id => id !== null))]
    const place = people.length > 0 ? await places[facts.thread.kind]?.(facts.thread.id, facts.post.number) : null
    if (!place) return []
    return people.map(personId => ({
      personId, audience: facts.thread.audience, url: place.url, groupKey: `thread:${facts.thread.id}`, about: `post:${postId}`,
      params: { name: by ?? facts.post.authorName, title: place.title },
    }))
  }

  const mention: NoticeRule<'discussion.post.created'> = {
    name: 'discussion.mention', event: 'discussion.post.created', recipients: event => (event.payload.mentions.length > 0 ? tell(event, () => event.payload.mentions) : Promise.resolve([])),
  }
  const mentionByEdit: NoticeRule<'discussion.post.edited'> = {
    name: 'discussion.mention', event: 'discussion.post.edited', recipients: event => (event.payload.mentions.length > 0 ? tell(event, () => event.payload.mentions) : Promise.resolve([])),
  }
  const reply: NoticeRule<'discussion.post.created'> = {
    name: 'discussion.reply', event: 'discussion.post.created', recipients: event => tell(event, facts => [facts.repliedToAuthorId]),
  }
  const ownThread: NoticeRule<'discussion.post.created'> = {
    name: 'discussion.ownThread', event: 'discussion.post.created', recipients: event => tell(event, facts => [facts.thread.authorId]),
  }
  const accepted: NoticeRule<'discussion.answer.accepted'> = {
    name: 'discussion.accepted', event: 'discussion.answer.accepted',
    recipients: async event => tell(event, facts => [facts.post.authorId], await nameOf(event.actorId)),
  }
  const gone: NoticeAmendments<'discussion.post.deleted'> = {
    event: 'discussion.post.deleted',
    amend: ({ payload }) => Promise.resolve([{ groupKey: `thread:${payload.threadId}`, about: `post:${payload.postId}`, audience: null }]),
  }
  const elsewhere: NoticeAmendments<'discussion.thread.changed'> = { event: 'discussion.thread.changed', amend: ({ payload }) => changed(payload.threadId) }

  return { rules: [mention, mentionByEdit, reply, ownThread, accepted], amendments: [gone, elsewhere] }
}

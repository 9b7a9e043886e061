import { z } from 'zod'
import { broadcast, broadcastSoon } from '~/platform/db/broadcast.server'
import { sql } from '~/platform/db/db.server'
import { NotFound } from '~/platform/errors'
import { liveMessage, type LiveContribution } from '~/platform/live/contract.server'
import { doubtsSettled, emitTo, recheck } from '~/platform/live/server.server'
import type { Viewer } from '~/platform/viewer'
import './events'
import { livePostOf } from './live-post.server'
import { markOf, type AcceptedFact, type PostMark, type SinceAnswer, type ThreadFacts } from './live-facts'
import { findThread, findThreadUnscoped, getPosts, getPostsAfter } from './posts.queries.server'
import type { PostView, ThreadView } from './views'

const roomOf = (threadId: number) => `thread:${threadId}`

function tell<Event extends keyof ThreadFacts>(event: Event, fact: ThreadFacts[Event]): void {
  emitTo(roomOf(fact.threadId), event, fact)
}

/** Pages kept for strangers show public threads only. Lists change too where `lists` says so. */
function dropPages(thread: Pick<ThreadView, 'id' | 'shelf' | 'audience'>, lists: boolean): void {
  if (thread.audience === 'public') broadcastSoon('pages', lists ? `thread:${thread.id},${thread.shelf},home` : `thread:${thread.id}`)
}

async function acceptedOf(threadId: number): Promise<AcceptedFact | null> {
  const [row] = await sql<AcceptedFact>('live-accepted', `select t.accepted_number as number, coalesce(a.name, '') as "byName",
      (extract(epoch from t.accepted_at) * 1000)::float8 as at
    from thread t left join person a on a.id = t.accepted_by_id where t.id = $1 and t.accepted_number is not null`, [threadId])
  return row ?? null
}

async function acceptedChanged({ payload: { threadId } }: { payload: { threadId: number } }): Promise<void> {
  const [accepted, thread] = await Promise.all([acceptedOf(threadId), findThreadUnscoped(threadId)])
  tell('accepted', { threadId, accepted })
  if (thread) dropPages(thread, true)
}

async function postChanged(event: { id: bigint; payload: { threadId: number; postId: number } }): Promise<void> {
  const found = await livePostOf(event)
  if (!found) return
  await doubtsSettled()
  const { threadId } = event.payload
  const { thread, post, author } = found
  tell('post-changed', { threadId, post, author, postCount: thread.postCount })
  dropPages(thread, true)
}

const small = z.number().int().min(0).max(2_147_483_647)
const sinceInput = z.object({
  threadId: small,
  after: small,
  shown: z.array(z.tuple([small, small, z.union([z.literal(0), z.literal(1)]), small, small, small])).max(120).default([]),
})

/** Posts among the shown ones that do not look as the browser has them any more. */
async function changedSince(viewer: Viewer, threadId: number, shown: readonly PostMark[]): Promise<{ posts: PostView[]; authors: SinceAnswer['authors'] }> {
  if (shown.length === 0) return { posts: [], authors: {} }
  const numbers = shown.map(mark => mark[0])
  const from = Math.min(...numbers)
  const page = await getPosts(viewer, threadId, { from, to: Math.min(Math.max(...numbers), from + 200) })
  const known = new Map(shown.map(mark => [mark[0], mark.join()]))
  const posts = page.posts.filter(post => known.has(post.number) && known.get(post.number) !== markOf(post).join())
  return { posts, authors: Object.fromEntries(posts.flatMap(({ authorId }) => (page.authors[authorId] ? [[authorId, page.authors[authorId]]] : []))) }
}

/** Where people write under names of the thread, who is here and who writes would tell who they are. */
async function isMaskingThread(threadId: number): Promise<boolean> {
  const [row] = await sql<{ masks: boolean }>('live-masks', `select exists (select 1 from shelf_rule r where r.shelf = t.shelf and r.pseudonyms)
      or exists (select 1 from post p join person a on a.id = p.author_id where p.thread_id = t.id and a.alias) as masks from thread t where t.id = $1`, [threadId])
  return row?.masks ?? true
}

/** `thread:<id>`: whoever may read the thread may listen to it. */
export const discussionLive: LiveContribution = {
  name: 'discussion',
  rooms: [{
    prefix: 'thread',
    presence: true,
    typing: true,
    quiet: async id => (await isMaskingThread(Number(id))),
    join: async (viewer, id) => /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 2_147_483_647 && (await findThread(viewer, Number(id))) !== null,
  }],
  messages: {
    'thread:since': liveMessage(sinceInput, async ({ viewer, isIn }, { threadId, after, shown }): Promise<SinceAnswer> => {
      if (!isIn(roomOf(threadId))) throw new NotFound('thread')
      const [page, changed, accepted] = await Promise.all([
        getPostsAfter(viewer, threadId, after, 100), changedSince(viewer, threadId, shown), acceptedOf(threadId),
      ])
      return { posts: page.posts, changed: changed.posts, authors: { ...changed.authors, ...page.authors }, lastNumber: page.lastNumber, accepted }
    }),
  },
  on: {
    'discussion.post.created': async event => {
      const found = await livePostOf(event)
      if (!found) return
      await doubtsSettled()
      const { threadId } = event.payload
      const { thread, post, author } = found
      tell('post', { threadId, post, author, lastNumber: thread.lastNumber, postCount: thread.postCount })
      dropPages(thread, true)
    },
    'discussion.thread.read': ({ payload, createdAt }) => {
      tell('read', { ...payload, at: createdAt.getTime() })
      return Promise.resolve()
    },
    'discussion.post.edited': postChanged,
    'discussion.post.deleted': postChanged,
    'discussion.post.restored': postChanged,
    'discussion.reaction.changed': ({ payload: { threadId, number, thanks, agree, meToo } }) => {
      tell('reaction', { threadId, number, thanks, agree, meToo })
      broadcastSoon('pages', `thread:${threadId}`)
      return Promise.resolve()
    },
    'discussion.answer.accepted': acceptedChanged,
    'discussion.answer.unaccepted': acceptedChanged,
    'discussion.posts.moved': async ({ payload: { fromThreadId, toThreadId } }) => {
      // open pages ask for what changed among what they show, and for what came after it
      for (const id of [fromThreadId, toThreadId]) {
        emitTo(roomOf(id), 'resync', {})
        const thread = await findThreadUnscoped(id)
        if (thread) dropPages(thread, true)
      }
    },
    'discussion.thread.changed': async ({ payload: { threadId } }) => {
      await recheck({ room: roomOf(threadId) })
      const thread = await findThreadUnscoped(threadId)
      if (thread) tell('thread', { threadId, locked: thread.locked })
      // it may have been public until now
      await broadcast('pages', `thread:${threadId},${thread?.shelf ?? ''},home`)
    },
  },
}

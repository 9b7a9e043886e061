import { z } from 'zod'
import '~/features/discussion/events'
import { livePostOf } from '~/features/discussion/live-post.server'
import { findThreadUnscoped } from '~/features/discussion/posts.queries.server'
import type { ThreadView } from '~/features/discussion/views'
import { broadcast } from '~/platform/db/broadcast.server'
import { liveMessage, type LiveContribution } from '~/platform/live/contract.server'
import { doubtsSettled, emitTo, recheck } from '~/platform/live/server.server'
import { mayRead } from '~/platform/viewer'
import './events'
import type { PollFact, TopicHint } from './live-facts'
import { findPollUnscoped } from './polls.server'

function hint(thread: ThreadView, more: Partial<TopicHint> = {}): void {
  if (thread.kind !== 'topic' || thread.removed || thread.unlisted) return
  const categoryId = Number(/^category:(\d+)$/.exec(thread.shelf)?.[1] ?? 0)
  const { id: topicId, postCount, lastNumber } = thread
  emitTo(`list:${thread.audience}`, 'topic', { topicId, categoryId, postCount, lastNumber, ...more } satisfies TopicHint)
}

async function countChanged({ payload: { threadId } }: { payload: { threadId: number } }): Promise<void> {
  const thread = await findThreadUnscoped(threadId)
  if (thread) hint(thread)
}

/** One hint for all who read the topic. Its figures go along only where everybody may see them. */
async function pollChanged({ payload: { topicId, pollId } }: { payload: { topicId: number; pollId: number } }): Promise<void> {
  const poll = await findPollUnscoped(pollId)
  if (!poll) return
  emitTo(`thread:${topicId}`, 'poll', { threadId: topicId, voters: poll.voters, closed: poll.closed, votes: poll.hidden ? null : poll.options.map(option => option.votes ?? 0) } satisfies PollFact)
  await broadcast('pages', `thread:${topicId}`)
}

/** `list:<audience>`: whoever holds the audience hears which of its topics moved. */
export const forumLive: LiveContribution = {
  name: 'forum',
  rooms: [{ prefix: 'list', join: (viewer, audience) => Promise.resolve(mayRead(viewer, audience)) }],
  messages: {
    /** lets the asking one hear of every list they hold */
    'lists:listen': liveMessage(z.object({}).optional(), async ({ viewer, enter }) => {
      for (const audience of viewer.audiences) if (!audience.startsWith('user:')) await enter(`list:${audience}`)
      return {}
    }),
  },
  on: {
    'discussion.post.created': async event => {
      const found = await livePostOf(event)
      if (!found) return
      await doubtsSettled()
      const { thread, post, author } = found
      hint(thread, { at: post.at, name: author.name, ...(post.number === 1 ? { opened: true as const } : {}) })
    },
    'discussion.post.deleted': countChanged,
    'discussion.post.restored': countChanged,
    'forum.topic.edited': ({ payload: { topicId, categoryId } }) => broadcast('pages', `thread:${topicId},category:${categoryId},home`),
    'forum.topic.changed': ({ payload: { topicId, categoryId } }) => broadcast('pages', `thread:${topicId},category:${categoryId},home`),
    'forum.official.answered': async ({ payload: { topicId, categoryId } }) => {
      emitTo(`thread:${topicId}`, 'official', { threadId: topicId })
      await broadcast('pages', `thread:${topicId},category:${categoryId},home,heard`)
    },
    'forum.poll.voted': pollChanged,
    'forum.poll.closed': pollChanged,
    'forum.topic.moved': ({ payload: { topicId, fromCategoryId, categoryId } }) =>
      broadcast('pages', `thread:${topicId},category:${fromCategoryId},category:${categoryId},home`),
    'forum.category.changed': async ({ payload: { audience } }) => {
      if (audience) await Promise.all([recheck({ prefix: 'thread' }), recheck({ prefix: 'list' })])
      await broadcast('pages', '*') // its name and colour stand on every list
    },
  },
}

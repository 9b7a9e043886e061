import { broadcast } from '~/platform/db/broadcast.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import { emitTo } from '~/platform/live/server.server'
import { sql } from '~/platform/db/db.server'
import type { AnswersFact } from './live-facts'
import './meetings-events'

/** Pages of strangers that show the meeting are made anew. */
const forget = (topicId: number, categoryId: number) => broadcast('pages', `thread:${topicId},category:${categoryId},home,series`)

/** Open pages of the meeting offer to load what is new; they know by their own clock when it begins and ends. */
async function told({ payload: { topicId, categoryId } }: { payload: { topicId: number; categoryId: number } }): Promise<void> {
  emitTo(`thread:${topicId}`, 'meeting', { topicId })
  await forget(topicId, categoryId)
}

/** The figures as they stand now, for everyone on the meeting's page. */
async function counted({ payload: { topicId, categoryId } }: { payload: { topicId: number; categoryId: number } }): Promise<void> {
  const [counts] = await sql<AnswersFact['counts']>('meeting-counts', 'select come_count as "COME", maybe_count as "MAYBE", not_count as "NOT" from meeting where topic_id = $1', [topicId])
  if (counts) emitTo(`thread:${topicId}`, 'meeting-answers', { topicId, counts } satisfies AnswersFact)
  await forget(topicId, categoryId)
}

export const meetingLive: LiveContribution = {
  name: 'meetings',
  rooms: [],
  on: {
    'forum.series.changed': ({ payload }) => broadcast('pages', `category:${payload.categoryId},home,series`),
    'forum.meeting.planned': ({ payload }) => forget(payload.topicId, payload.categoryId),
    'forum.meeting.answered': counted,
    'forum.meeting.turned': ({ payload }) => forget(payload.topicId, payload.categoryId),
    'forum.meeting.changed': told,
    'forum.meeting.moved': told,
    'forum.meeting.skipped': told,
    'forum.minutes.saved': told,
    'forum.task.finished': ({ payload }) => forget(payload.topicId, payload.categoryId),
  },
}

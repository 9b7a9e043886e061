import { transaction, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import './meetings-events'
import { planSeries } from './meetings-plan.server'

interface Turned { topic_id: number; series_id: number; category_id: number }

const near = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update meeting m set day_told_at = now() from topic tp where tp.id = m.topic_id and m.skipped_at is null and m.day_told_at is null
    and m.ends_at > ${now}::timestamptz and m.starts_at > ${now}::timestamptz + interval '1 hour' and m.starts_at <= ${now}::timestamptz + interval '1 day'
  returning m.topic_id, m.series_id, tp.category_id`
const soon = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update meeting m set soon_told_at = now() from topic tp where tp.id = m.topic_id and m.skipped_at is null and m.soon_told_at is null
    and m.ends_at > ${now}::timestamptz and m.starts_at > ${now}::timestamptz and m.starts_at <= ${now}::timestamptz + interval '15 minutes'
  returning m.topic_id, m.series_id, tp.category_id`
const begun = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update meeting m set start_told_at = now() from topic tp where tp.id = m.topic_id and m.skipped_at is null and m.start_told_at is null
    and m.ends_at > ${now}::timestamptz and m.starts_at <= ${now}::timestamptz
  returning m.topic_id, m.series_id, tp.category_id`
const over = (tx: Tx, now: Date) => tx.$queryRaw<Turned[]>`
  update meeting m set end_told_at = now() from topic tp where tp.id = m.topic_id and m.skipped_at is null and m.end_told_at is null
    and m.ends_at <= ${now}::timestamptz and m.ends_at > ${now}::timestamptz - interval '7 days'
  returning m.topic_id, m.series_id, tp.category_id`

/**
 * Says of every meeting what is due: tomorrow, in a quarter of an hour, now, over. Each once, however many workers ask: the row that says it
 * was told is written with the fact. A portal that was off says late what still helps. The end of one makes the next.
 */
export async function turnMeetings(at = Date.now()): Promise<void> {
  const now = new Date(at)
  const ended = await transaction(async tx => {
    for (const { topic_id: topicId } of await near(tx, now)) await recordEvent(tx, 'forum.meeting.near', { topicId, when: 'DAY' }, null)
    for (const { topic_id: topicId } of await soon(tx, now)) await recordEvent(tx, 'forum.meeting.near', { topicId, when: 'SOON' }, null)
    for (const { topic_id: topicId, category_id: categoryId } of await begun(tx, now)) await recordEvent(tx, 'forum.meeting.turned', { topicId, categoryId, now: true }, null)
    const done = await over(tx, now)
    for (const { topic_id: topicId, category_id: categoryId } of done) await recordEvent(tx, 'forum.meeting.turned', { topicId, categoryId, now: false }, null)
    return [...new Set(done.map(one => one.series_id))]
  })
  for (const id of ended) await planSeries(id, at)
}

/** Reminds of open tasks whose day has come, once for each day set. */
export async function remindOfTasks(at = Date.now()): Promise<void> {
  await transaction(async tx => {
    const due = await tx.$queryRaw<{ id: number; topic_id: number; assignee_id: number }[]>`
      update meeting_task k set due_told_at = now() from series s where s.id = k.series_id and k.done_at is null and k.due_told_at is null
        and k.due_on <= (${new Date(at)}::timestamptz at time zone s.time_zone)::date returning k.id, k.topic_id, k.assignee_id`
    for (const task of due) await recordEvent(tx, 'forum.task.due', { taskId: task.id, topicId: task.topic_id, personId: task.assignee_id }, null)
  })
}

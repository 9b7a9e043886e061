import { sql, transaction } from '~/platform/db/db.server'
import { Conflict, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { enqueue, type JobContribution } from '~/platform/jobs/jobs.server'
import type { Viewer } from '~/platform/viewer'
import type { BookmarkInput } from './bookmarks.schema'
import './events'
import { morningOf } from './local-day'
import { asMember } from './rows/member.server'
import { reachPost } from './rows/reach.server'

/** More than anybody puts aside by hand. */
export const MOST_BOOKMARKS = 2_000
const FARTHEST = 3 * 366 * 86_400_000

function moment(day: string | undefined, timeZone: string): Date | null | undefined {
  if (day === undefined) return undefined
  if (day === '') return null
  const at = morningOf(day, timeZone)
  if (!at) throw new Invalid({ remindOn: ['bookmarks:errors.day'] })
  if (at.getTime() < Date.now()) throw new Invalid({ remindOn: ['bookmarks:errors.past'] })
  if (at.getTime() > Date.now() + FARTHEST) throw new Invalid({ remindOn: ['bookmarks:errors.far'] })
  return at
}

/**
 * Puts a post aside, with a note and a day to be reminded on (`remindOn`, 08.00 in the person's zone). What is left out stays as it was,
 * so that a second press changes nothing.
 * @throws NotFound, Invalid beside note or remindOn, Conflict beyond MOST_BOOKMARKS
 */
export async function keepBookmark(viewer: Viewer, { postId, note, remindOn }: BookmarkInput & { postId: number }): Promise<{ threadId: number; number: number }> {
  const member = asMember(viewer)
  const { thread, post } = await reachPost(member, postId)
  const remindAt = moment(remindOn, member.timeZone)
  const [held] = await sql<{ full: boolean }>('bookmarks-full', `select count(*) >= ${MOST_BOOKMARKS} as "full" from (select 1 from bookmark where person_id = $1 and post_id <> $2 limit ${MOST_BOOKMARKS}) b`, [member.personId, postId])
  if (held?.full) throw new Conflict('generic')
  await transaction(async tx => {
    await tx.bookmark.upsert({
      where: { personId_postId: { personId: member.personId, postId } },
      create: { personId: member.personId, postId, note: note ?? '', remindAt: remindAt ?? null },
      update: { ...(note === undefined ? {} : { note }), ...(remindAt === undefined ? {} : { remindAt, remindedAt: null }) },
    })
    if (remindAt) await enqueue(tx, 'bookmark_reminder', { personId: member.personId, postId }, { runAt: remindAt, key: `bookmark:${member.personId}:${postId}` })
  })
  return { threadId: thread.id, number: post.number }
}

/** Also where the post can no longer be read. Whatever reminder was asked for finds nothing. */
export async function dropBookmark(viewer: Viewer, { postId }: { postId: number }): Promise<void> {
  await sql('bookmark-drop', 'delete from bookmark where person_id = $1 and post_id = $2', [asMember(viewer).personId, postId])
}

/** Tells once, when the day has come and the bookmark still stands; a day that was moved has a job of its own. */
export async function remindOfBookmark({ personId, postId }: { personId: number; postId: number }): Promise<void> {
  await transaction(async tx => {
    const due = await tx.$executeRaw`
      update bookmark set reminded_at = now() where person_id = ${personId}::int and post_id = ${postId}::int and remind_at <= now() and reminded_at is null`
    if (due > 0) await recordEvent(tx, 'discussion.bookmark.due', { personId, postId }, null)
  })
}

export const bookmarkJobs: JobContribution = { tasks: { bookmark_reminder: remindOfBookmark } }

import { sql, transaction } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import type { Viewer } from '~/platform/viewer'
import './events'
import { asMember } from './rows/member.server'

const forward = `insert into read_position (person_id, thread_id, number)
  select $1, t.id, least($3::int, t.last_number) from thread t where t.id = $2 and t.audience = any($4) and t.removed_at is null and least($3::int, t.last_number) > 0
  on conflict (person_id, thread_id) do update set number = excluded.number, updated_at = now() where read_position.number < excluded.number
  returning number, (select x.audience like 'group:%' from thread x where x.id = $2) as among`

/** Read up to this number, on every device. Only ever forward, never beyond the last post. Does nothing where the viewer may not read. Among a few, the others see it. */
export async function markRead(viewer: Viewer, { threadId, number }: { threadId: number; number: number }): Promise<void> {
  const { personId } = asMember(viewer)
  const [row] = await sql<{ number: number; among: boolean }>('mark-read', forward, [personId, threadId, number, viewer.audiences])
  if (row?.among) await transaction(tx => recordEvent(tx, 'discussion.thread.read', { threadId, personId, number: row.number }, personId))
}

/** Of the given posts, those of the thread up to this number. */
export async function listPostsUpTo(viewer: Viewer, { threadId, number, postIds }: { threadId: number; number: number; postIds: readonly number[] }): Promise<number[]> {
  if (postIds.length === 0) return []
  const rows = await sql<{ id: number }>('posts-up-to',
    'select p.id from post p join thread t on t.id = p.thread_id where p.id = any($1) and p.thread_id = $2 and p.number <= $3 and t.audience = any($4)', [[...postIds], threadId, number, viewer.audiences])
  return rows.map(row => row.id)
}

/**
 * Everything up to this moment is read: all threads, or those of one shelf. Without a shelf it costs as many rows as were ever opened,
 * with one as many as are unread in it. `upTo` (milliseconds): only up to then, so that what came after the page was made stays new.
 */
export async function markAllRead(viewer: Viewer, { shelf, upTo }: { shelf?: string; upTo?: number } = {}): Promise<void> {
  const member = asMember(viewer)
  if (shelf !== undefined) {
    await sql('mark-shelf-read', `insert into read_position (person_id, thread_id, number)
      select $1, t.id, t.last_number from thread t left join read_position r on r.person_id = $1 and r.thread_id = t.id
      where t.shelf = $2 and t.audience = any($3) and t.removed_at is null and coalesce(r.number, 0) < t.last_number and t.last_number > 0
        and t.last_post_at > (select p.read_before from person p where p.id = $1)
      on conflict (person_id, thread_id) do update set number = greatest(read_position.number, excluded.number), updated_at = now()`, [member.personId, shelf, member.audiences])
    return
  }
  const until = upTo === undefined ? null : new Date(upTo)
  await transaction(async tx => {
    await tx.$executeRaw`update person set read_before = greatest(read_before, least(now(), ${until}::timestamptz)) where id = ${member.personId}::int`
    await tx.$executeRaw`
      update read_position r set updated_at = now(),
        number = case when t.last_post_at <= least(now(), ${until}::timestamptz) then t.last_number
          else greatest(r.number, coalesce((select p.number from post p where p.thread_id = t.id and p.created_at <= least(now(), ${until}::timestamptz) order by p.number desc limit 1), 0)) end
      from thread t where r.person_id = ${member.personId}::int and t.id = r.thread_id and r.number < t.last_number`
  })
}

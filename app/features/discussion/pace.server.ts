import type { Tx } from '~/platform/db/db.server'
import { TooMany } from '~/platform/errors'

/** Minutes between two posts of one person in this thread `t`: its own, else its shelf's. */
export const slowMinutes = `coalesce(nullif(t.slow_minutes, 0), (select sr.slow_minutes from shelf_rule sr where sr.shelf = t.shelf), 0)`

/**
 * In slow mode one person writes once in so many minutes, deleted posts counted, under whatever name. Locks the thread first, so that two tabs
 * do not write at once. Inside the transaction that writes.
 * @throws TooMany with the seconds that are left
 */
export async function keepPace(tx: Tx, given: { threadId: number; minutes: number; selves: readonly number[] }): Promise<void> {
  if (given.minutes === 0) return
  await tx.$executeRaw`select 1 from thread where id = ${given.threadId}::int for update`
  const [row] = await tx.$queryRaw<{ left: number | null }[]>`
    select extract(epoch from max(created_at) + make_interval(mins => ${given.minutes}::int) - clock_timestamp())::float8 as left
    from post where thread_id = ${given.threadId}::int and author_id = any(${[...given.selves]}::int[]) and deleted_by is distinct from 'moved'`
  if (row?.left && row.left > 0) throw new TooMany(row.left)
}

import { pool } from '~/platform/db/db.server'
import { log } from '~/platform/log/log.server'
import { LIFE } from './lifeline.server'

/**
 * Makes a job for every fact not told `olderThan` seconds after it was recorded: its process died, or told it in vain.
 * One that has a job already, also one that used up its tries, keeps it, unless `anew`. @returns jobs asked for
 */
export async function sweepEvents(olderThan: number, anew = false): Promise<number> {
  if (anew) {
    await pool.query(`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key like 'event:%' and attempts > 0), now(), attempts := 0)`)
  }
  const { rows } = await pool.query<{ made: number }>(`
    with lost as (
      select id from event where delivered_at is null and created_at < now() - make_interval(secs => $1)
      and created_at > now() - interval '30 days' order by id limit 5000
    ), made as (
      select graphile_worker.add_job('deliver_event', json_build_object('id', id::text), max_attempts := 8,
        job_key := 'event:' || id, job_key_mode := 'unsafe_dedupe') from lost
    )
    select count(*)::int as made from made`, [olderThan])
  const made = rows[0]?.made ?? 0
  if (made > 0) log.info({ events: made }, 'facts found that had not been told')
  return made
}

/** Jobs held by workers whose process is gone run again now instead of after hours. */
export async function freeJobsOfTheDead(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(`
    select distinct locked_by as id from graphile_worker._private_jobs
    where locked_by is not null and locked_at < now() - interval '10 seconds'
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null and locked_at < now() - interval '10 seconds'`)
  const dead: string[] = []
  for (const { id } of rows) {
    const asked = await pool.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as free', [LIFE, id])
    if (asked.rows[0]?.free) dead.push(id)
  }
  if (dead.length > 0) {
    await pool.query('select graphile_worker.force_unlock_workers($1)', [dead])
    log.warn({ workers: dead.length }, 'jobs of dead workers were freed')
  }
  return dead
}

/** Facts told more than 30 days ago are history of the machine, not of the city. @returns how many went */
export async function deleteOldEvents(): Promise<number> {
  let gone = 0
  for (;;) {
    const { rowCount } = await pool.query(`delete from event where id in (
      select id from event where created_at < now() - interval '30 days' and delivered_at < now() - interval '30 days' order by created_at limit 5000)`)
    gone += rowCount ?? 0
    if ((rowCount ?? 0) < 5_000) return gone
  }
}

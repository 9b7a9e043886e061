import type { Tx } from '~/platform/db/db.server'

/** What a room gives to the worker. A task may run more than once for one job and must not mind. */
export interface JobContribution {
  tasks: Record<string, (payload: never) => Promise<void>>
  /** crontab lines of graphile-worker, UTC: "0 3 * * * clean_sessions" */
  cron?: readonly string[]
}

export interface JobOptions {
  /** not before this moment */
  runAt?: Date
  /** tries in all, later and later; 1 to 25, default 8 */
  maxAttempts?: number
  /** a second job of this key replaces the first while it has not begun */
  key?: string
  /** jobs of one queue run one after another */
  queue?: string
}

/** Asks for a job in the caller's own transaction: it exists exactly when what was written with it does. */
export async function enqueue(tx: Tx, task: string, payload: Record<string, unknown>, options: JobOptions = {}): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json, queue_name := ${options.queue ?? null},
    run_at := ${options.runAt ?? null}::timestamptz, max_attempts := ${options.maxAttempts ?? 8}::int, job_key := ${options.key ?? null})`
}

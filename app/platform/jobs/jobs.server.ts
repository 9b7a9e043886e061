/** What a room gives to the worker. */
export interface JobContribution {
  tasks: Record<string, (payload: never) => Promise<void>>
  /** crontab lines of graphile-worker, UTC: "0 3 * * * clean_sessions" */
  cron?: readonly string[]
}

import { sql } from '~/platform/db/db.server'
import { log } from '~/platform/log/log.server'

const touchEvery = 5 * 60_000
/** How long a session lives without "remember me", counted from the last visit. */
export const slidingHours = 12
/** How long one with it lives, counted from signing in. */
export const rememberDays = 30

/** Notes that a session was used, at most every five minutes, and never in the way of the request. */
export function touchSession(sessionId: number, seenAt: Date): void {
  if (Date.now() - seenAt.getTime() < touchEvery) return
  setImmediate(() => {
    sql('touch-session', `update session set seen_at = now(),
      expires_at = case when remember then expires_at else now() + make_interval(hours => $2) end
      where id = $1 and revoked_at is null and seen_at < now() - interval '4 minutes'`, [sessionId, slidingHours])
      .catch((error: unknown) => log.warn({ err: (error as Error).message }, 'session not touched'))
  })
}

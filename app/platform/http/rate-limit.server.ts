import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '~/platform/db/db.server'
import { env } from '~/platform/env/env.server'
import { kept } from '~/platform/kept.server'
import { TooMany } from '~/platform/errors'

export interface Limiter {
  /** Counts one. @returns seconds to wait, 0 when it is allowed */
  take(key: string): Promise<number>
  giveBack(key: string): Promise<void>
  clear(key: string): Promise<void>
}

/** Keys are hashed: the table holds neither mail addresses nor network addresses. */
const hidden = (key: string) => createHash('sha256').update(key).digest('base64url')

/**
 * A counter shared by all processes through PostgreSQL: `points` per `minutes`, then refusal until the window ends.
 * `SKIP_RATE_LIMITS` switches all of them off for load tests.
 */
export function limiter(name: string, { points, minutes }: { points: number; minutes: number }): Limiter {
  const made = () => kept(`limiter-${name}`, () => new RateLimiterPostgres({
    storeClient: pool, storeType: 'client', tableName: 'rate_limit', tableCreated: true, keyPrefix: name, points, duration: minutes * 60,
  }))
  return {
    async take(key) {
      if (env().SKIP_RATE_LIMITS) return 0
      try {
        await made().consume(hidden(key))
        return 0
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
        throw refused
      }
    },
    async giveBack(key) {
      if (!env().SKIP_RATE_LIMITS) await made().reward(hidden(key))
    },
    async clear(key) {
      if (!env().SKIP_RATE_LIMITS) await made().delete(hidden(key))
    },
  }
}

/** Counts one or refuses. @throws TooMany with the seconds to wait */
export async function takeOrRefuse(on: Limiter, key: string): Promise<void> {
  const wait = await on.take(key)
  if (wait > 0) throw new TooMany(wait)
}

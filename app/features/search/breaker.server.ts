import { kept } from '~/platform/kept.server'

/** Milliseconds a failing engine is left alone: at first, and at most. */
const FIRST = 2_000
const MOST = 30_000

export interface BreakerState {
  /** why the last question failed, null when all is well */
  reason: string | null
  since: number
  nextTry: number
}

/** Keeps questions away from an engine that does not answer, and lets one through now and then to see whether it is back. */
export class Breaker {
  #pause = 0
  #nextTry = 0
  #since = 0
  #reason: string | null = null
  #probing = false
  readonly #now: () => number
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  get state(): BreakerState {
    return { reason: this.#reason, since: this.#since, nextTry: this.#nextTry }
  }

  /** @returns null when the engine is not asked or did not answer */
  async ask<T>(run: () => Promise<T>, failed: (error: Error) => void): Promise<T | null> {
    const probe = this.#reason !== null
    if (probe && (this.#probing || this.#now() < this.#nextTry)) return null
    if (probe) this.#probing = true
    try {
      const answer = await run()
      this.#reason = null
      this.#pause = 0
      return answer
    } catch (error) {
      // many questions may fail at once: they count as one
      if (this.#reason === null) this.#since = this.#now()
      if (this.#reason === null || probe) this.#pause = Math.min(MOST, this.#pause === 0 ? FIRST : this.#pause * 2)
      this.#reason = (error as Error).message
      this.#nextTry = this.#now() + this.#pause
      failed(error as Error)
      return null
    } finally {
      if (probe) this.#probing = false
    }
  }

  /** The next question is asked at once. */
  close(): void {
    this.#nextTry = 0
  }
}

export const meiliBreaker = kept('meili-breaker', () => new Breaker())

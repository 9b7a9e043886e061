import { performance } from 'node:perf_hooks'

/** Of the process's time, from which on it has its hands full with pages. */
const FULL = 0.75
/** How much longer than the last search took the next one waits then: pages keep nine tenths of what there is. */
const REST = 9
/** Nobody waits longer for a turn, in ms. */
const LONGEST = 1_500
/** How long the process is watched before it is judged again, in ms. */
const WATCH = 200

/** The share of its time the process worked since the last look; at least `WATCH` ms of it. */
export function watchProcess(now: () => number = () => performance.now()): () => number {
  let since = performance.eventLoopUtilization()
  let at = now()
  let share = 0
  return () => {
    if (now() - at >= WATCH) {
      const current = performance.eventLoopUtilization()
      share = performance.eventLoopUtilization(current, since).utilization
      ;[since, at] = [current, now()]
    }
    return share
  }
}

interface Parts {
  share: () => number
  now: () => number
  wait: (ms: number) => Promise<void>
}

/**
 * Search gives way to pages: while the process has its hands full, each search leaves the database to them for as long as nine like it would
 * take. In a process with time to spare nobody waits.
 */
export function createGivingWay({ share, now, wait }: Parts) {
  let freeAt = 0
  return {
    /** A search that has its connection. `turn` comes when it may ask; `end` must be called once, whatever became of it. */
    begin(): { turn: Promise<void>; end: () => void } {
      const full = share() >= FULL
      const pause = full ? Math.min(LONGEST, freeAt - now()) : 0
      let began = now()
      const turn = pause > 0 ? wait(pause).then(() => { began = now() }) : Promise.resolve()
      return {
        turn,
        end: () => {
          const end = now()
          freeAt = Math.max(freeAt, end) + (end - began) * (full ? REST : 0)
        },
      }
    },
  }
}

export const givingWay = createGivingWay({ share: watchProcess(), now: () => performance.now(), wait: ms => new Promise(resolve => setTimeout(resolve, ms)) })

import { performance } from 'node:perf_hooks'
import { pagesMade } from '~/platform/http/pages-made.server'

/** Of the process's time, from which on it has its hands full; and how many answers a second, other than to searches, mean that it is pages that fill them. */
const FULL = 0.75
const MANY = 10
/** How much longer than the last search took the next one waits then: pages keep nine tenths of what there is. */
const REST = 9
/** Nobody waits longer for a turn, in ms. */
const LONGEST = 1_500
/** How long the process is watched before it is judged again, in ms. */
const WATCH = 200

interface Watched {
  /** ms */
  now: () => number
  /** ms the process worked since it began */
  worked: () => number
  pages: () => number
}

/** Says whether pages keep the process busy, judged by the time since the last look, which is at least `WATCH` ms. */
export function watchPages({ now, worked, pages }: Watched): () => boolean {
  let last = { at: now(), worked: worked(), pages: pages() }
  let full = false
  return () => {
    const at = now()
    const passed = at - last.at
    if (passed >= WATCH) {
      const next = { at, worked: worked(), pages: pages() }
      full = next.worked - last.worked >= passed * FULL && next.pages - last.pages >= (passed / 1_000) * MANY
      last = next
    }
    return full
  }
}

interface Parts {
  full: () => boolean
  now: () => number
  wait: (ms: number) => Promise<void>
}

/**
 * Search gives way to pages: while they fill the process, each search leaves the database to them for as long as nine like it would take. In a
 * process with time to spare, or with nothing but searches, nobody waits.
 */
export function createGivingWay({ full, now, wait }: Parts) {
  let freeAt = 0
  return {
    /** A search that has its connection. `turn` comes when it may ask; `end` must be called once, whatever became of it. */
    begin(): { turn: Promise<void>; end: () => void } {
      const gives = full()
      const pause = gives ? Math.min(LONGEST, freeAt - now()) : 0
      let began = now()
      const turn = pause > 0 ? wait(pause).then(() => { began = now() }) : Promise.resolve()
      return {
        turn,
        end: () => {
          const end = now()
          freeAt = Math.max(freeAt, end) + (end - began) * (gives ? REST : 0)
        },
      }
    },
  }
}

export const givingWay = createGivingWay({
  full: watchPages({ now: () => performance.now(), worked: () => performance.eventLoopUtilization().active, pages: pagesMade }),
  now: () => performance.now(),
  wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
})

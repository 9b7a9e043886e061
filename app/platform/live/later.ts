import type { LiveConnection } from './client'

/** The longest the browser may put it off, in ms; and how long to wait where it cannot tell when it rests. */
const LATEST = 2_500
const UNASKED = 300

/** Runs once the page has loaded and the browser has nothing better to do. @returns calls it off */
export function whenIdle(run: () => void): () => void {
  let off = () => {}
  const rest = () => {
    if (typeof requestIdleCallback === 'function') {
      const id = requestIdleCallback(run, { timeout: LATEST })
      off = () => cancelIdleCallback(id)
    } else {
      const timer = setTimeout(run, UNASKED)
      off = () => clearTimeout(timer)
    }
  }
  if (document.readyState === 'complete') rest()
  else {
    window.addEventListener('load', rest, { once: true })
    off = () => window.removeEventListener('load', rest)
  }
  return () => off()
}

type Stop = () => void

/**
 * Live begins when the page rests: its script is fetched then and not before, so the first press is answered at once. What happened in between
 * is caught up when a room is joined. @returns stops what `start` began, or keeps it from beginning
 */
export function whenLive(start: (live: LiveConnection) => Stop | Promise<Stop>): Stop {
  let stop: Stop | undefined
  let wanted = true
  const begin = () => {
    import('./client').then(async ({ liveConnection }) => {
      if (!wanted) return
      const end = await start(liveConnection())
      if (wanted) stop = end
      else end()
    }).catch(() => {
      // without a line its script does not come either; the page stays what it is and tries again with the line
      if (wanted) window.addEventListener('online', begin, { once: true })
    })
  }
  const callOff = whenIdle(begin)
  return () => {
    wanted = false
    callOff()
    window.removeEventListener('online', begin)
    stop?.()
  }
}

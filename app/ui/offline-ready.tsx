import { useEffect } from 'react'

/** Registers the small worker that answers with /luring while there is no line. Not in development, where it would hide reloads. */
export function OfflineReady() {
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Without it the browser shows its own offline page; nothing is lost.
    })
  }, [])
  return null
}

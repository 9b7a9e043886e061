import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { ThreadState } from './thread-state'

/**
 * Watches how far the reader has come: tells the server a moment after a later post was seen (also when the page is left), and counts the
 * arrivals that lie below the fold.
 */
export function useReading({ box, threadId, me, state, base }: { box: RefObject<HTMLElement>; threadId: number; me: number | null; state: ThreadState; base: string }) {
  const seen = useRef(0)
  const told = useRef(0)
  const [seenNumber, setSeenNumber] = useState(0)

  useEffect(() => {
    if (!box.current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      if (me === null || seen.current <= told.current) return
      told.current = seen.current
      const body = new URLSearchParams({ nomor: String(seen.current) })
      void fetch(`/utas/${threadId}/dibaca`, { method: 'POST', body, keepalive: true, headers: { Accept: 'application/json' } }).catch(() => { told.current = 0 })
    }
    const observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue
        const number = Number(entry.target.id.slice(1))
        if (number > seen.current) {
          seen.current = number
          setSeenNumber(number)
          clearTimeout(timer)
          timer = setTimeout(tell, 1200)
        }
      }
    }, { threshold: 0, rootMargin: '0px 0px -15% 0px' })
    for (const post of box.current.querySelectorAll('.post, .modnote')) observer.observe(post)
    const leave = () => { if (document.visibilityState === 'hidden') tell() }
    document.addEventListener('visibilitychange', leave)
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      tell()
      document.removeEventListener('visibilitychange', leave)
    }
  }, [box, threadId, me, state.posts.length, base])

  const fresh = [...state.fresh].filter(number => number > seenNumber && state.posts.find(post => post.number === number)?.authorId !== me)
  const jump = useCallback(() => setSeenNumber(state.lastNumber), [state.lastNumber])
  return { pending: fresh.length, jump }
}

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import type { FullScreen } from './full-screen'
import { isTyping } from './search-keys'

/** On a phone the box takes the whole screen as soon as its text is entered; what was typed stays where it is. The rest of it is fetched then. */
export function useFullScreen(box: RefObject<HTMLElement>): { full: boolean; leave: () => Promise<void> } {
  const [full, setFull] = useState(false)
  const screen = useRef<FullScreen | null>(null)
  useEffect(() => {
    const inside = box.current
    if (!inside) return
    let alive = true
    let coming = false
    const enter = async ({ target, relatedTarget }: FocusEvent) => {
      if (screen.current || coming || !isTyping(target) || !window.matchMedia('(width <= 40rem)').matches) return
      coming = true
      try {
        const { enterFullScreen } = await import('./full-screen')
        if (!alive) return
        screen.current = enterFullScreen(inside, relatedTarget, () => {
          screen.current = null
          if (alive) setFull(false)
        })
        setFull(true)
      } catch {
        // without its script the text is written in its place
      } finally {
        coming = false
      }
    }
    const entered = (event: FocusEvent) => void enter(event)
    inside.addEventListener('focusin', entered)
    return () => {
      alive = false
      inside.removeEventListener('focusin', entered)
      screen.current?.abandon()
    }
  }, [box])
  const leave = useCallback(() => screen.current?.leave() ?? Promise.resolve(), [])
  return { full, leave }
}

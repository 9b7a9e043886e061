import { useCallback, useEffect, useRef, useState } from 'react'

export type DraftState =
  | { state: 'idle' }
  | { state: 'saving' }
  | { state: 'saved'; at: number }
  /** kept in this browser until the line is back */
  | { state: 'local' }

export interface DraftContent {
  doc: string
  markdown: string
  title?: string
  fields?: Record<string, string>
}

const localKey = (place: string) => `draft:${place}`

/** What a dead network left in this browser, or null. Read once after hydration. */
export function localDraft(place: string): (DraftContent & { at: number }) | null {
  try {
    const text = localStorage.getItem(localKey(place))
    return text ? (JSON.parse(text) as DraftContent & { at: number }) : null
  } catch {
    return null
  }
}

export function forgetLocalDraft(place: string): void {
  try {
    localStorage.removeItem(localKey(place))
  } catch {
    // a browser without storage has nothing to forget
  }
}

/** Saves what is typed to the server a second after the last key; into the browser when the server cannot be reached. */
export function useDraft(place: string, savedAt: number | null) {
  const [state, setState] = useState<DraftState>(savedAt ? { state: 'saved', at: savedAt } : { state: 'idle' })
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const latest = useRef<DraftContent>()
  const running = useRef(false)

  const send = useCallback(async () => {
    if (running.current || !latest.current) return
    running.current = true
    const content = latest.current
    setState({ state: 'saving' })
    try {
      const answer = await fetch('/draf/simpan', {
        method: 'POST', keepalive: content.doc.length < 50_000,
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ place, ...content }),
      })
      if (!answer.ok) throw new Error(String(answer.status))
      const { at } = (await answer.json()) as { at: number | null }
      forgetLocalDraft(place)
      setState(at ? { state: 'saved', at } : { state: 'idle' })
    } catch {
      try {
        localStorage.setItem(localKey(place), JSON.stringify({ ...content, at: Date.now() }))
      } catch {
        // nowhere left to keep it but the page itself
      }
      setState({ state: 'local' })
    } finally {
      running.current = false
      if (latest.current !== content) schedule()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place])

  const schedule = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), 900)
  }, [send])

  const change = useCallback((content: DraftContent) => {
    latest.current = content
    schedule()
  }, [schedule])

  /** after the text was sent: nothing may bring the draft back */
  const drop = useCallback(() => {
    clearTimeout(timer.current)
    latest.current = undefined
    forgetLocalDraft(place)
    setState({ state: 'idle' })
  }, [place])

  useEffect(() => {
    const retry = () => latest.current && schedule()
    const flush = () => {
      if (document.visibilityState !== 'hidden' || !latest.current) return
      clearTimeout(timer.current)
      void send()
    }
    window.addEventListener('online', retry)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', flush)
      clearTimeout(timer.current)
    }
  }, [schedule, send])

  return { state, change, drop }
}

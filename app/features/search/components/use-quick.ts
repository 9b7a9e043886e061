import { useEffect, useState } from 'react'
import { useTongue } from '~/platform/i18n/i18n'
import { loadWords } from '~/platform/i18n/words'
import type { QuickAnswer } from '../quick'

/** Milliseconds after the last key. */
const PAUSE = 130

interface Quick {
  answer: QuickAnswer | null
  /** the text the answer is for; while more is typed the last answer stays */
  of: string
  state: 'short' | 'loading' | 'done' | 'failed'
}

const none: Quick = { answer: null, of: '', state: 'short' }

/** Asks `/cari/cepat` a moment after the last key; an older question is given up. */
export function useQuick(text: string): Quick {
  const [quick, setQuick] = useState<Quick>(none)
  const { locale } = useTongue()
  const typed = text.trim()
  useEffect(() => {
    if (typed.length < 2) {
      setQuick(none)
      return
    }
    const stop = new AbortController()
    setQuick(before => ({ ...before, state: 'loading' }))
    const timer = setTimeout(() => {
      fetch(`/cari/cepat?q=${encodeURIComponent(typed)}`, { signal: stop.signal, headers: { Accept: 'application/json' } })
        .then(async response => {
          if (!response.ok) throw new Error(String(response.status))
          const answer = (await response.json()) as QuickAnswer
          // kinds are said in the words of their own rooms
          await loadWords(locale, new Set(answer.hits.flatMap(hit => hit.meta.label?.split(':', 1) ?? [])))
          setQuick({ answer, of: typed, state: 'done' })
        })
        .catch((error: unknown) => {
          if (!stop.signal.aborted && (error as Error).name !== 'AbortError') setQuick({ answer: null, of: typed, state: 'failed' })
        })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [typed, locale])
  return quick
}

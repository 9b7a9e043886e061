import { useCallback, useEffect, useRef, useState } from 'react'
import type { LiveState } from '~/platform/live/client'
import { whenLive } from '~/platform/live/later'
import { markOf } from '../live-facts'
import type { PostView } from '../views'
import type { Here, ThreadFollower, ThreadListener } from './follow-thread'

export interface ThreadLiveOptions extends Omit<ThreadListener, 'shown' | 'onHere'> {
  threadId: number
  /** highest number of the thread the page knows of */
  lastNumber: number
  /** what the page shows, so that edits made while it was cut off come too */
  posts?: readonly PostView[]
  onHere?: (people: Here[]) => void
}

export interface ThreadLive extends LiveState {
  typing: string[]
  /** colleagues here; empty for everybody else */
  here: Here[]
  /** how many are here in all, named or not */
  hereTotal: number
  /** call on every key: it sends at most every two seconds */
  sendTyping: () => void
}

/** Keeps a page of a thread true while it is open. Callbacks may be new on every render. */
export function useThreadLive(options: ThreadLiveOptions): ThreadLive {
  const { threadId, lastNumber } = options
  const newest = useRef(options)
  useEffect(() => { newest.current = options })
  const follower = useRef<ThreadFollower | null>(null)
  const [state, setState] = useState<LiveState>({ status: 'connecting', retryAt: null })
  const [typing, setTyping] = useState<string[]>([])
  const [here, setHere] = useState<{ people: Here[]; total: number }>({ people: [], total: 0 })

  useEffect(() => whenLive(async live => {
    const { ThreadFollower } = await import('./follow-thread')
    const made = new ThreadFollower(live, {
      threadId, lastNumber: newest.current.lastNumber,
      listener: () => ({
        ...newest.current,
        shown: () => (newest.current.posts ?? []).map(markOf),
        onTyping: names => {
          setTyping(names)
          newest.current.onTyping?.(names)
        },
        onHere: (people, total) => {
          setHere({ people, total })
          newest.current.onHere?.(people)
        },
      }),
    })
    follower.current = made
    const stopWatching = live.watch(setState)
    setState(live.state)
    return () => {
      stopWatching()
      made.stop()
      if (follower.current === made) follower.current = null
    }
  }), [threadId])

  useEffect(() => { follower.current?.known(lastNumber) }, [lastNumber])
  const sendTyping = useCallback(() => follower.current?.sendTyping(), [])
  return { ...state, typing, here: here.people, hereTotal: here.total, sendTyping }
}

import { useEffect, useRef } from 'react'
import { whenLive } from '~/platform/live/later'
import type { TopicHint } from '../live-facts'

/** Hears which topics moved in the lists the reader may see. Hints only: what they say is true when said, and one may be missed. */
export function useListLive(onHint: (hint: TopicHint) => void): void {
  const newest = useRef(onHint)
  useEffect(() => { newest.current = onHint })
  useEffect(() => whenLive(live => {
    const listen = () => void live.ask('lists:listen', {}).catch(() => undefined)
    const stops = [
      live.on<TopicHint>('topic', hint => newest.current(hint)),
      live.on('connect', listen),
      live.use(),
    ]
    if (live.state.status === 'on') listen()
    return () => stops.forEach(stop => stop())
  }), [])
}

import { useEffect, useRef, useState } from 'react'
import { whenLive } from '~/platform/live/later'

interface Owner {
  id: number
  unread: number
}

/** The number on the bell: as the page came, then as it is heard. What a newer page says counts again. */
export function useBell(me: Owner | null): number {
  const [heard, setHeard] = useState<{ after: Owner | null; unread: number } | null>(null)
  const newest = useRef(me)
  useEffect(() => { newest.current = me })
  const id = me?.id
  useEffect(() => {
    if (id === undefined) return
    return whenLive(live => {
      const hear = ({ unread }: { unread: number }) => setHeard({ after: newest.current, unread })
      const ask = () => void live.ask<{ unread: number }>('notices:count', {}).then(hear, () => undefined)
      const stops = [live.on('notices', hear), live.on('resync', ask), live.join(`user:${id}`, { onJoined: ask }), live.use()]
      return () => stops.forEach(stop => stop())
    })
  }, [id])
  return heard && heard.after === me ? heard.unread : (me?.unread ?? 0)
}

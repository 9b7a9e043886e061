import { kept } from '~/platform/kept.server'
import { findLivePostUnscoped } from './posts.queries.server'
import type { LivePost } from './views'

const recent = kept('live-posts', () => new Map<bigint, Promise<LivePost | null>>())
const MOST = 64

/** What a fact about a post shows, read once for all consumers that are told of it. Unscoped: for live only. */
export function livePostOf({ id, payload }: { id: bigint; payload: { postId: number } }): Promise<LivePost | null> {
  const known = recent.get(id)
  if (known) return known
  const found = findLivePostUnscoped(payload.postId)
  recent.set(id, found)
  found.catch(() => recent.delete(id))
  for (const old of recent.keys()) {
    if (recent.size <= MOST) break
    recent.delete(old)
  }
  return found
}

import { kept } from '~/platform/kept.server'
import { findLivePostUnscoped } from './posts.queries.server'
import type { LivePost } from './views'

const recent = kept('live-posts', () => new Map<bigint, Promise<LivePost | null>>())
const MOST = 64

function keep(id: bigint, found: Promise<LivePost | null>): void {
  recent.set(id, found)
  for (const old of recent.keys()) {
    if (recent.size <= MOST) break
    recent.delete(old)
  }
}

/** Whoever wrote the post has it in hand: nothing is read for those who are told of the fact. */
export const keepLivePost = (factId: bigint, post: LivePost): void => keep(factId, Promise.resolve(post))

/** What a fact about a post shows, read once for all consumers that are told of it. Unscoped: for live only. */
export function livePostOf({ id, payload }: { id: bigint; payload: { postId: number } }): Promise<LivePost | null> {
  const known = recent.get(id)
  if (known) return known
  const found = findLivePostUnscoped(payload.postId)
  keep(id, found)
  found.catch(() => recent.delete(id))
  return found
}

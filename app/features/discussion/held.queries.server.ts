import { sql } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { ms } from './sql'
import type { HeldView } from './views'

/** Under their own name or another. */
const own = (me: string): string => `(h.author_id = ${me} or h.author_id in (select hs.person_id from pseudonym hs where hs.owner_id = ${me}))`

/** SQL: what waits in thread `t`, for its author and for moderators of the place. `me` is the viewer's id, `all` whether they moderate all, `lists` the shelves they moderate. */
export const heldColumn = (me: string, all: string, lists: string): string => `(select jsonb_agg(jsonb_build_object('id', h.id, 'authorId', h.author_id, 'mine', ${own(me)}, 'name', ha.name, 'html', h.html, 'at', ${ms('h.created_at')}) order by h.id)
    from held_post h join person ha on ha.id = h.author_id
    where h.thread_id = t.id and h.state = 'WAITING' and (${own(me)} or ${all}::boolean or t.shelf = any(${lists}))) as held`

export interface OwnHeld extends HeldView {
  title: string
  state: 'WAITING' | 'APPROVED' | 'REJECTED'
  reason: string
  /** where it stands or would stand; null for a topic that is not open */
  url: string | null
}

/** Everything of the viewer's that was held, newest first; the thirty newest. */
export const listOwnHeld = (viewer: Member): Promise<OwnHeld[]> => sql<OwnHeld>('held-own', `select h.id, h.author_id as "authorId", true as mine, case when h.author_id = $1 then '' else ha.name end as name, h.html, ${ms('h.created_at')} as at, h.title, h.state::text as state, h.reason,
    case when h.post_id is not null then '/pos/' || h.post_id when h.thread_id is not null then '/forum/t/' || h.thread_id end as url
  from held_post h join person ha on ha.id = h.author_id where ${own('$1')} order by h.id desc limit 30`, [viewer.personId])

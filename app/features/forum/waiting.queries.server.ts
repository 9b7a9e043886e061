import { ms } from '~/features/discussion/sql'
import { moderatesAll } from '~/features/moderation/policy'
import { sql } from '~/platform/db/db.server'
import type { Viewer } from '~/platform/viewer'
import { asMember } from './rows/reach.server'
import { categoryOfShelf } from './shelf'

export interface WaitingTopic {
  id: number
  title: string
  slug: string
  category: string
  categoryEn: string
  authorName: string
  /** text of the opening post, at most 600 letters */
  excerpt: string
  /** milliseconds: when it appears, or when it was opened */
  at: number
  mine: boolean
}

const columns = (at: string) => `tp.id, tp.title, tp.slug, c.name as category, c.name_en as "categoryEn", a.name as "authorName", coalesce(left(p.text, 600), '') as excerpt, ${ms(at)} as at, tp.author_id = any($1) as mine`
const tables = `topic tp join thread t on t.id = tp.id join category c on c.id = tp.category_id join person a on a.id = tp.author_id
  left join post p on p.thread_id = t.id and p.number = 1 and p.deleted_at is null`

/** Topics that appear later: the viewer's own, and those of the places they moderate. @throws SignInNeeded */
export async function listPlanned(viewer: Viewer): Promise<WaitingTopic[]> {
  const member = asMember(viewer)
  return sql<WaitingTopic>('topics-planned', `select ${columns('tp.publish_at')} from ${tables}
    where tp.publish_at is not null and t.removed_at is null and (tp.author_id = any($1) or (c.audience = any($2) and ($3::boolean or c.id = any($4)))) order by tp.publish_at, tp.id limit 100`,
  [[member.personId, ...member.aliases], member.audiences, moderatesAll(member), member.moderates.map(categoryOfShelf).filter(id => id !== null)])
}

/** Topics in no list until an official has seen them: all the viewer may read where they hold an office, else their own. @throws SignInNeeded */
export async function listUnseen(viewer: Viewer): Promise<WaitingTopic[]> {
  const member = asMember(viewer)
  return sql<WaitingTopic>('topics-unseen', `select ${columns('t.created_at')} from ${tables}
    where not t.listed and tp.publish_at is null and t.kind = 'topic' and t.audience = any($2) and t.removed_at is null and t.audience not like 'user:%'
      and ($3::boolean or tp.author_id = any($1) or c.id = any($4)) order by t.id desc limit 100`,
  [[member.personId, ...member.aliases], member.audiences, member.roles.length > 0, member.moderates.map(categoryOfShelf).filter(id => id !== null)])
}

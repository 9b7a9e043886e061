import { ms } from '~/features/discussion/sql'
import type { Moderated, ModeratedThing } from '~/features/moderation/contract'
import { sql, type Tx } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import type { Member } from '~/platform/viewer'
import './meetings-events'
import { topicPath } from './paths'

interface Row {
  id: number
  topicId: number
  slug: string
  title: string
  audience: string
  shelf: string
  authorId: number
  text: string
  html: string
  at: number
  state: ModeratedThing['state']
}

const place = `tp.id as "topicId", tp.slug, tp.title, t.audience, t.shelf`
const thing = (row: Row, part: string): [number, ModeratedThing] => [row.id, {
  id: row.id, audience: row.audience, shelf: row.shelf, authorId: row.authorId, title: row.title, text: row.text, html: row.html, at: row.at, state: row.state, url: `${topicPath({ id: row.topicId, slug: row.slug })}#${part}`,
}]

async function setState(tx: Tx, by: Member, id: number, state: 'SHOWN' | 'HIDDEN', from: readonly string[]): Promise<void> {
  const [row] = await tx.$queryRaw<{ topicId: number; categoryId: number }[]>`
    update agenda_point p set state = ${state}::text from topic tp
    where p.id = ${id}::int and p.state = any(${[...from]}::text[]) and tp.id = p.topic_id returning tp.id as "topicId", tp.category_id as "categoryId"`
  if (row) await recordEvent(tx, 'forum.meeting.changed', row, by.personId)
}

/** Points people put on an agenda. What runs into a rule waits; its author and moderators see it. */
export const moderatedPoints: Moderated = {
  kind: 'point',
  load: async ids => new Map((await sql<Row>('moderated-points', `select g.id, ${place}, g.author_id as "authorId", g.text, '' as html, ${ms('g.created_at')} as at,
      case g.state when 'WAITING' then 'held' when 'HIDDEN' then 'hidden' else 'standing' end as state
    from agenda_point g join topic tp on tp.id = g.topic_id join thread t on t.id = g.topic_id where g.id = any($1) and t.removed_at is null`, [[...ids]])).map(row => thing(row, 'agenda'))),
  hide: (tx, by, id) => setState(tx, by, id, 'HIDDEN', ['SHOWN']),
  restore: (tx, by, id) => setState(tx, by, id, 'SHOWN', ['HIDDEN']),
  approve: (tx, by, id) => setState(tx, by, id, 'SHOWN', ['WAITING', 'HIDDEN']),
  reject: (tx, by, id) => setState(tx, by, id, 'HIDDEN', ['WAITING']),
}

/** Minutes belong to whoever saved them last. They are a record: moderators warn, and hosts write the next version. */
export const moderatedMinutes: Moderated = {
  kind: 'minutes',
  load: async ids => new Map((await sql<Row>('moderated-minutes', `select tp.id, ${place}, r.editor_id as "authorId", m.minutes_text as text, coalesce(m.minutes_html, '') as html, ${ms('m.minutes_at')} as at, 'standing' as state
    from meeting m join topic tp on tp.id = m.topic_id join thread t on t.id = m.topic_id join minutes_revision r on r.topic_id = m.topic_id and r.revision = m.minutes_revision
    where m.topic_id = any($1) and t.removed_at is null`, [[...ids]])).map(row => thing(row, 'notulen'))),
}

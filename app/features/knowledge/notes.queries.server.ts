import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { isMember, type Viewer } from '~/platform/viewer'

export interface NoteRow {
  id: number
  kind: 'UNHELPFUL' | 'CHANGE'
  text: string
  /** null: a stranger */
  name: string | null
  at: number
  revision: number
  article: { id: number; slug: string; title: string }
}

/** What readers said of the viewer's own articles and is still open, newest first: what is wrong, and why it did not help. At most 100. */
export async function listOpenNotes(viewer: Viewer): Promise<NoteRow[]> {
  if (!isMember(viewer) || viewer.kind !== 'ASN') throw new Forbidden('colleaguesOnly')
  return sql<NoteRow>('notes-open', `select n.id, n.kind::text, n.text, p.name, ${ms('n.created_at')} as at, n.revision, json_build_object('id', a.id, 'slug', a.slug, 'title', a.title) as article
    from article a join article_note n on n.article_id = a.id left join person p on p.id = n.person_id
    where a.owner_id = $1 and a.audience = any($2) and a.open_notes > 0 and a.binned_at is null and n.done_at is null and n.text <> '' order by n.id desc limit 100`, [viewer.personId, viewer.audiences])
}

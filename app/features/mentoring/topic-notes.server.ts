import { ms } from '~/features/discussion/sql'
import { sql } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { isMember, isSilenced, type Member, type Viewer } from '~/platform/viewer'
import { isOfficer, seesDirectory } from './offers-policy'
import { isInvited } from './offers.server'

export interface TopicNote {
  id: number
  tag: string
  author: string
  authorId: number
  text: string
  links: { url: string; title: string }[]
  at: number
}

/** Addresses within the house a reader may follow: articles and topics. Titles are asked of their own tables, as far as the viewer may read them. */
const place = /^\/(?:pengetahuan\/a|forum\/t)\/(\d{1,9})(?:\/[^\s?#]*)?$/

/** What learners of these tags usually struggle with. @throws NotFound for who takes no part */
export async function listTopicNotes(viewer: Viewer, tags: readonly string[]): Promise<TopicNote[]> {
  if (!isMember(viewer) || !seesDirectory(viewer, viewer.kind !== 'ASN' && await isInvited(viewer.personId))) throw new NotFound('notes')
  const rows = await sql<Omit<TopicNote, 'links'> & { links: string[] }>('mentoring-topic-notes', `select n.id, n.tag, p.name as author, n.author_id as "authorId", n.text, n.links, ${ms('n.updated_at')} as at
    from mentoring_topic_note n join person p on p.id = n.author_id where n.tag = any($1) order by n.tag, n.updated_at desc limit 60`, [[...tags]])
  const titles = await titlesOf(viewer, rows.flatMap(row => row.links))
  return rows.map(row => ({ ...row, links: row.links.flatMap(url => { const title = titles.get(url); return title ? [{ url, title }] : [] }) }))
}

/** Titles of articles and topics by their addresses in the house, as far as the viewer may read them. */
export async function titlesOf(viewer: Viewer, urls: readonly string[]): Promise<Map<string, string>> {
  const asked = urls.map(url => ({ url, kind: url.startsWith('/forum') ? 'topic' : 'article', id: Number(place.exec(url)?.[1] ?? 0) }))
  const rows = await sql<{ kind: string; id: number; title: string }>('mentoring-link-titles', `select 'article' as kind, a.id, a.title from article a where a.id = any($1) and a.audience = any($3) and a.approved is not null and a.binned_at is null
    union all select 'topic', t.id, t.title from topic t join thread h on h.id = t.id where t.id = any($2) and h.audience = any($3) and h.removed_at is null`,
  [asked.filter(one => one.kind === 'article').map(one => one.id), asked.filter(one => one.kind === 'topic').map(one => one.id), [...viewer.audiences]])
  const known = new Map(rows.map(row => [`${row.kind}:${row.id}`, row.title]))
  return new Map(asked.flatMap(one => { const title = known.get(`${one.kind}:${one.id}`); return title ? [[one.url, title] as const] : [] }))
}

/** Tags that have notes, with how many. */
export const listNotedTags = (): Promise<{ tag: string; notes: number }[]> => sql('mentoring-noted-tags', 'select tag, count(*)::int as notes from mentoring_topic_note group by tag order by notes desc, tag limit 60')

/** Mentors, and officers. */
export async function mayWriteNotes(member: Member): Promise<boolean> {
  if (isSilenced(member)) return false
  return isOfficer(member) || (await sql('mentoring-notes-may', `select 1 from mentoring_offer where mentor_id = $1 and state <> 'DRAFT' limit 1`, [member.personId])).length > 0
}

/** One note of each mentor and tag; saving again mends it, saving nothing takes it away. @throws Forbidden for who offers nothing, Invalid beside `links` */
export async function saveTopicNote(member: Member, input: { tag: string; text: string; links: readonly string[] }): Promise<void> {
  if (!(await mayWriteNotes(member))) throw new Forbidden('generic')
  if (input.links.length > 5 || input.links.some(link => !place.test(link))) throw new Invalid({ links: ['care:notes.linksWrong'] })
  await sql('mentoring-note-save', `with gone as (delete from mentoring_topic_note where author_id = $1 and tag = $2)
    insert into mentoring_topic_note (author_id, tag, text, links, updated_at) values ($1, $2, $3, $4, now())`, [member.personId, input.tag, input.text, [...input.links]])
}

/** @throws NotFound for a note of somebody else's; officers take any away */
export async function removeTopicNote(member: Member, id: number): Promise<void> {
  const rows = await sql<{ id: number }>('mentoring-note-remove', 'delete from mentoring_topic_note where id = $1 and (author_id = $2 or $3) returning id', [id, member.personId, isOfficer(member)])
  if (rows.length === 0) throw new NotFound('note')
}

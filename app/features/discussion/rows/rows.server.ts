import { photoUrl } from '~/features/people/photo'
import { isLocked, ms } from '../sql'
import type { AuthorCard, PostView, ReactionName, ThreadView, VoiceRole } from '../views'

/** SQL fragments and what becomes of their rows. `t` is thread, `p` post, `a` person, `u` org_unit, `o` partner_org. */

export interface ThreadRow {
  t_id: number
  t_kind: string
  shelf: string
  audience: string
  t_author: number
  answerable: boolean
  locked: boolean
  removed: boolean
  listed: boolean
  last_number: number
  post_count: number
  accepted_number: number | null
  repliers: string[]
}


export const threadColumns = `t.id as t_id, t.kind as t_kind, t.shelf, t.audience, t.author_id as t_author, t.answerable,
  ${isLocked} as locked, t.repliers, t.removed_at is not null as removed, t.listed, t.last_number, t.post_count, t.accepted_number`

export const toThread = (row: ThreadRow): ThreadView => ({
  id: row.t_id, kind: row.t_kind, shelf: row.shelf, audience: row.audience, authorId: row.t_author, answerable: row.answerable, locked: row.locked,
  removed: row.removed, ...(row.listed ? {} : { unlisted: true as const }), lastNumber: row.last_number, postCount: row.post_count, acceptedNumber: row.accepted_number,
  ...(row.repliers.length > 0 ? { repliers: row.repliers } : {}),
})

export interface PostRow {
  id: number
  number: number
  author_id: number
  reply_to: number | null
  html: string | null
  at: number
  edited_at: number | null
  revision: number
  deleted_by: 'author' | 'moderator' | 'moved' | null
  moved_to: number | null
  deleted_at: number | null
  deleted_reason: string | null
  thanks_count: number
  agree_count: number
  me_too_count: number
  voice: string | null
  voice_role: VoiceRole | null
  mine?: string | null
  saved?: boolean
}

/** The text of a deleted post does not leave the database. */
export const postColumns = `p.id, p.number, p.author_id, p.reply_to, case when p.deleted_at is null then p.html end as html, ${ms('p.created_at')} as at,
  ${ms('p.edited_at')} as edited_at, p.revision, p.deleted_by, p.moved_to, ${ms('p.deleted_at')} as deleted_at, p.deleted_reason, p.thanks_count, p.agree_count, p.me_too_count, p.voice_role,
  case when p.voice_unit_id is not null then (select coalesce(nullif(v.short_name, ''), v.name) from org_unit v where v.id = p.voice_unit_id) end as voice`

export function toPost(row: PostRow): PostView {
  const post: PostView = { id: row.id, number: row.number, authorId: row.author_id, at: row.at }
  if (row.reply_to !== null) post.replyTo = row.reply_to
  if (row.deleted_at !== null) {
    post.deleted = row.deleted_by ?? 'author'
    post.deletedAt = row.deleted_at
    if (row.moved_to !== null) post.movedTo = row.moved_to
    if (row.deleted_reason) post.deletedReason = row.deleted_reason
    return post
  }
  post.html = row.html ?? ''
  if (row.voice !== null) post.voice = { unit: row.voice, role: row.voice_role ?? 'OFFICER' }
  if (row.edited_at !== null) post.editedAt = row.edited_at
  if (row.revision > 1) post.revision = row.revision
  if (row.thanks_count > 0) post.thanks = row.thanks_count
  if (row.agree_count > 0) post.agree = row.agree_count
  if (row.me_too_count > 0) post.meToo = row.me_too_count
  if (row.mine) post.mine = row.mine.split(',') as ReactionName[]
  if (row.saved) post.saved = true
  return post
}

export interface AuthorRow {
  author_id: number
  a_name: string
  a_slug: string
  a_kind: AuthorCard['kind']
  a_alias: boolean
  photo_key: string | null
  position_name: string
  place: string
  public_fields: string[]
  unit: string | null
  org: string | null
}

export const authorColumns = `a.name as a_name, a.slug as a_slug, a.kind::text as a_kind, a.alias as a_alias, a.photo_key, a.position_name, a.place, a.public_fields,
  coalesce(nullif(u.short_name, ''), u.name) as unit, o.name as org`

export const authorJoins = `join person a on a.id = p.author_id
  left join org_unit u on u.id = a.unit_id left join partner_org o on o.id = a.partner_org_id`

/** Where only ASN read, an ASN's whole card stands; elsewhere what the person opened to everyone. One card for all readers. */
export const forColleagues = (audience: string): boolean => audience === 'asn' || audience.startsWith('unit:')

export function toAuthor(row: AuthorRow, audience: string): AuthorCard {
  const card: AuthorCard = { id: row.author_id, name: row.a_name, slug: row.a_slug, kind: row.a_kind }
  if (row.a_alias) return { ...card, alias: true }
  const open = (field: string) => row.public_fields.includes(field) || (row.a_kind === 'ASN' && forColleagues(audience))
  const photo = photoUrl(row.photo_key)
  if (photo && open('photo')) card.photo = photo
  if (row.a_kind === 'ASN') {
    if (row.position_name && open('position')) card.position = row.position_name
    if (row.unit) card.unit = row.unit
  }
  if (row.a_kind === 'PARTNER' && row.org) card.org = row.org
  if (row.a_kind === 'CITIZEN' && row.place && open('place')) card.place = row.place
  return card
}

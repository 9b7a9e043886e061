import { getPost } from '~/features/discussion/posts.queries.server'
import { db, sql } from '~/platform/db/db.server'
import { Forbidden, Invalid, SignInNeeded } from '~/platform/errors'
import { isMember, isSilenced, type Member, type Viewer } from '~/platform/viewer'
import type { PraiseRow } from './recognition.queries.server'

/** Longest reason, in letters. */
export const WHY_MAX = 200

interface Given {
  thanked: boolean
  accepted: boolean
}

async function givenBy(member: Member, postId: number): Promise<PraiseRow['kind'] | null> {
  const [row] = await sql<Given>('praise-given', `select exists (select 1 from reaction r where r.post_id = p.id and r.person_id = $1 and r.kind = 'THANKS') as thanked,
      coalesce(t.accepted_number = p.number and t.accepted_by_id = $1, false) as accepted
    from post p join thread t on t.id = p.thread_id where p.id = $2`, [member.personId, postId])
  return row?.accepted ? 'ACCEPTED' : row?.thanked ? 'THANKS' : null
}

export interface OwnPraise {
  kind: PraiseRow['kind']
  why: string
  authorName: string
  threadId: number
  number: number
}

/** What the viewer gave for a post and the reason they wrote. @throws NotFound, Forbidden where they gave nothing */
export async function getOwnPraise(viewer: Viewer, postId: number): Promise<OwnPraise> {
  if (!isMember(viewer)) throw new SignInNeeded()
  const { thread, post, author } = await getPost(viewer, postId)
  const kind = post.deleted ? null : await givenBy(viewer, postId)
  if (!kind) throw new Forbidden()
  const kept = await db.praise.findUnique({ where: { postId_fromId_kind: { postId, fromId: viewer.personId, kind } } })
  return { kind, why: kept?.why ?? '', authorName: author.name, threadId: thread.id, number: post.number }
}

/** Says why one gave thanks, or accepted an answer; empty takes it back. It shows as long as the thanks stand. @throws NotFound, Forbidden, Invalid beside why */
export async function sayWhy(viewer: Viewer, { postId, why: given }: { postId: number; why: string }): Promise<OwnPraise> {
  const own = await getOwnPraise(viewer, postId)
  if (!isMember(viewer)) throw new SignInNeeded()
  if (isSilenced(viewer)) throw new Forbidden('silenced')
  const why = given.replace(/\s+/g, ' ').trim()
  if (why.length > WHY_MAX) throw new Invalid({ why: ['recognition:errors.whyLong'] })
  const key = { postId, fromId: viewer.personId, kind: own.kind }
  if (why === '') await db.praise.deleteMany({ where: key })
  else await db.praise.upsert({ where: { postId_fromId_kind: key }, create: { ...key, why }, update: { why, createdAt: new Date() } })
  return { ...own, why }
}

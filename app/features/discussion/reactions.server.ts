import { transaction } from '~/platform/db/db.server'
import { Forbidden } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import { asMember } from './rows/member.server'
import { reachPost, type Reached } from './rows/reach.server'
import './events'
import { canReact } from './policy'
import type { ReactionName } from './views'

export interface ReactionState {
  threadId: number
  number: number
  thanks: number
  agree: number
  meToo: number
  /** what the viewer stands by now */
  mine: ReactionName[]
}

export interface ReactionInput {
  postId: number
  kind: ReactionName
}

/** Once per person and kind; a second time changes nothing. @throws NotFound, Forbidden (own or deleted posts, "me too" outside questions) */
export async function react(viewer: Viewer, input: ReactionInput): Promise<ReactionState> {
  const member = asMember(viewer)
  const reached = await reachPost(member, input.postId)
  if (!canReact(member, reached.thread, reached.post, input.kind)) throw new Forbidden(isMember(viewer) && !viewer.verified ? 'unverified' : 'generic')
  return change(member, reached, input.kind, true)
}

/** Taking back is always possible for who may still read. @throws NotFound */
export async function unreact(viewer: Viewer, input: ReactionInput): Promise<ReactionState> {
  const member = asMember(viewer)
  return change(member, await reachPost(member, input.postId), input.kind, false)
}

function change(member: Member, { thread, post }: Reached, kind: ReactionName, on: boolean): Promise<ReactionState> {
  const by = on ? 1 : -1
  return transaction(async tx => {
    const changed = on
      ? await tx.$executeRaw`insert into reaction (post_id, person_id, kind) values (${post.id}::int, ${member.personId}::int, ${kind}::"ReactionKind") on conflict do nothing`
      : await tx.$executeRaw`delete from reaction where post_id = ${post.id}::int and person_id = ${member.personId}::int and kind = ${kind}::"ReactionKind"`
    if (changed > 0)
      await tx.$executeRaw`
        update post set thanks_count = thanks_count + ${kind === 'THANKS' ? by : 0}::int, agree_count = agree_count + ${kind === 'AGREE' ? by : 0}::int,
          me_too_count = me_too_count + ${kind === 'ME_TOO' ? by : 0}::int
        where id = ${post.id}::int`
    const [now] = await tx.$queryRaw<{ thanks: number; agree: number; me_too: number; mine: string | null }[]>`
      select thanks_count as thanks, agree_count as agree, me_too_count as me_too,
        (select string_agg(r.kind::text, ',') from reaction r where r.post_id = p.id and r.person_id = ${member.personId}::int) as mine
      from post p where p.id = ${post.id}::int`
    const counts = { thanks: now?.thanks ?? 0, agree: now?.agree ?? 0, meToo: now?.me_too ?? 0 }
    if (changed > 0)
      await recordEvent(tx, 'discussion.reaction.changed', { threadId: thread.id, postId: post.id, number: post.number, authorId: post.authorId, kind, on, ...counts }, member.personId)
    return { threadId: thread.id, number: post.number, ...counts, mine: (now?.mine?.split(',') ?? []) as ReactionName[] }
  })
}

import { changeThread } from '~/features/discussion/threads.server'
import { contentOf } from '~/features/discussion/written.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { ownersOfUnscoped } from '~/features/people/pseudonyms.server'
import { isSelf, shownAs, type Member, type Viewer } from '~/platform/viewer'
import './events'
import { canModerateTopic, canOpenTopic } from './policy'
import { checkedPlan, startsUnlisted } from './rows/plan.server'
import { asMember } from './rows/reach.server'
import { countTags } from './rows/tag-catalogue.server'
import { shelfOf } from './shelf'

interface PlannedTopic {
  id: number
  slug: string
  authorId: number
  tags: string[]
  categoryId: number
  audience: string
  openAudience: string
  archived: boolean
  unlistNew: boolean
}

const planned = `select tp.id, tp.slug, tp.tags, tp.author_id as "authorId", c.id as "categoryId", c.audience, c.open_audience as "openAudience", c.archived_at is not null as archived, c.unlist_new as "unlistNew"
  from topic tp join category c on c.id = tp.category_id join thread t on t.id = tp.id where tp.id = $1 and tp.publish_at is not null and t.removed_at is null`

/** Its author, and moderators of the place where it will stand. @throws NotFound for everybody else */
async function reachPlanned(viewer: Viewer, topicId: number): Promise<{ member: Member; topic: PlannedTopic }> {
  const member = asMember(viewer)
  const [topic] = await sql<PlannedTopic>('planned-topic', planned, [topicId])
  if (!topic || !(isSelf(member, topic.authorId) || canModerateTopic(member, { audience: topic.audience, category: { id: topic.categoryId } }))) throw new NotFound('topic')
  return { member, topic }
}

/** The topic appears as if it were opened now: lists, feeds, search, notices and live rooms follow from the same facts. @returns false when somebody was faster */
async function appear(tx: Tx, topic: PlannedTopic, author: Pick<Member, 'personId' | 'kind'>): Promise<boolean> {
  const done = await tx.topic.updateMany({ where: { id: topic.id, publishAt: { not: null } }, data: { publishAt: null, createdAt: new Date() } })
  if (done.count === 0) return false
  const [kept] = await tx.$queryRaw<{ audience: string }[]>`update category set topic_count = topic_count + 1 where id = ${topic.categoryId}::int returning audience`
  await countTags(tx, [], topic.tags)
  await tx.$executeRaw`update thread set created_at = now(), last_post_at = now() where id = ${topic.id}::int`
  await tx.$executeRaw`update post set created_at = now() where thread_id = ${topic.id}::int`
  await changeThread(tx, author, topic.id, { shelf: { key: shelfOf(topic.categoryId), audience: kept?.audience ?? topic.audience }, listed: !startsUnlisted(author, topic) })
  const [post] = await tx.$queryRaw<{ id: number; doc: unknown }[]>`
    select p.id, r.doc from post p join post_revision r on r.post_id = p.id and r.revision = p.revision where p.thread_id = ${topic.id}::int and p.number = 1 and p.deleted_at is null`
  if (post) await recordEvent(tx, 'discussion.post.created', { threadId: topic.id, postId: post.id, number: 1, authorId: author.personId, replyTo: null, mentions: contentOf({ doc: post.doc }).mentions, kind: 'topic' }, author.personId)
  await recordEvent(tx, 'forum.topic.opened', { topicId: topic.id, categoryId: topic.categoryId, authorId: author.personId }, author.personId)
  return true
}

/** Whoever wrote it, as themselves: their rights decide. Null for a closed account. */
async function writerOf(topic: PlannedTopic): Promise<Member | null> {
  const owner = (await ownersOfUnscoped([topic.authorId])).get(topic.authorId) ?? topic.authorId
  return (await viewersOfPeopleUnscoped([owner])).get(owner) ?? null
}

/** The job at its time. An author who may not open topics there any more keeps it to themselves, without a time. */
export async function publishPlanned(topicId: number): Promise<void> {
  const [topic] = await sql<PlannedTopic>('planned-due', `${planned} and tp.publish_at <= now()`, [topicId])
  if (!topic) return
  const author = await writerOf(topic)
  if (!author || !canOpenTopic(author, topic)) {
    await sql('planned-stays', 'update topic set publish_at = null where id = $1', [topicId])
    return
  }
  await transaction(tx => appear(tx, topic, { kind: author.kind, personId: topic.authorId }))
}

/** @throws NotFound, Forbidden when its author may not open topics there any more, Conflict "archived" */
export async function publishNow(viewer: Viewer, { topicId }: { topicId: number }): Promise<{ id: number; slug: string }> {
  const { topic } = await reachPlanned(viewer, topicId)
  const author = await writerOf(topic)
  if (topic.archived) throw new Conflict('archived')
  if (!author || !canOpenTopic(author, topic)) throw new Forbidden()
  await transaction(tx => appear(tx, topic, { kind: author.kind, personId: topic.authorId }))
  return { id: topic.id, slug: topic.slug }
}

/** Another time. @throws NotFound, Invalid beside publishAt */
export async function replanTopic(viewer: Viewer, { topicId, publishAt }: { topicId: number; publishAt: Date }): Promise<void> {
  const { topic } = await reachPlanned(viewer, topicId)
  const at = checkedPlan(publishAt)
  if (at)
    await transaction(async tx => {
      await tx.topic.updateMany({ where: { id: topic.id, publishAt: { not: null } }, data: { publishAt: at } })
      await enqueue(tx, 'publish_topic', { topicId: topic.id }, { runAt: at, key: `publish:${topic.id}` })
    })
}

/** It will not appear; its text stays with its author no longer. @throws NotFound */
export async function cancelPlanned(viewer: Viewer, { topicId }: { topicId: number }): Promise<void> {
  const { member, topic } = await reachPlanned(viewer, topicId)
  await transaction(tx => changeThread(tx, { personId: shownAs(member, topic.authorId) }, topic.id, { removed: true }))
}

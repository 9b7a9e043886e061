import { competencyTags } from '~/features/competency/catalogue.server'
import { moveWatches } from '~/features/notifications/watches.server'
import { brokenConstraint, db, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvents } from '~/platform/events/events.server'
import { enqueue, type JobContribution } from '~/platform/jobs/jobs.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import './events'
import { canKeepCategories } from './policy'
import { tagParam, type KeepTag, type KeepTagGroup } from './tags.schema'

function keeper(viewer: Viewer): Member {
  if (!isMember(viewer)) throw new SignInNeeded()
  if (!canKeepCategories(viewer)) throw new Forbidden()
  return viewer
}

/**
 * What a tag is about, its group, and the words that lead to it. A word that was a tag itself becomes part of this one: its topics change by
 * and by, its followers follow this one at once.
 * @throws Forbidden unless administrator, NotFound, Invalid beside synonyms or groupId
 */
export async function keepTag(viewer: Viewer, slug: string, { description, groupId, synonyms }: KeepTag): Promise<void> {
  keeper(viewer)
  if (!tagParam.safeParse(slug).success) throw new NotFound('tag')
  const words = synonyms.filter(word => word !== slug)
  const competencies = new Set((await competencyTags()).map(one => one.slug))
  if (words.some(word => competencies.has(word))) throw new Invalid({ synonyms: ['finding:errors.synonymCompetency'] })
  await transaction(async tx => {
    // one keeper at a time: two merges across each other would swallow both tags
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('forum-tags'))`
    if (groupId !== null && !(await tx.tagGroup.findUnique({ where: { id: groupId } }))) throw new Invalid({ groupId: ['http:invalid.format'] })
    const known = await tx.tagSynonym.findMany({ where: { OR: [{ word: { in: [slug, ...words] } }, { slug }] } })
    if (known.some(one => one.word === slug)) throw new NotFound('tag')
    if (known.some(one => one.slug !== slug)) throw new Invalid({ synonyms: ['finding:errors.synonymTaken'] })
    await tx.tag.upsert({ where: { slug }, create: { slug, description, groupId }, update: { description, groupId } })
    await tx.tagSynonym.deleteMany({ where: { slug, word: { notIn: words } } })
    const fresh = words.filter(word => !known.some(one => one.word === word))
    // words that led to a tag which is swallowed lead here now
    await tx.tagSynonym.updateMany({ where: { slug: { in: fresh } }, data: { slug } })
    await tx.tagSynonym.createMany({ data: fresh.map(word => ({ word, slug })) })
    const merged = await tx.tag.findMany({ where: { slug: { in: fresh } } })
    await tx.tag.deleteMany({ where: { slug: { in: fresh } } })
    for (const one of merged) {
      await moveWatches(tx, `tag:${one.slug}`, `tag:${slug}`)
      await enqueue(tx, 'merge_tag', { from: one.slug, to: slug }, { queue: 'merge_tag' })
    }
  })
}

/** @throws Forbidden unless administrator, NotFound, Invalid beside name */
export async function keepTagGroup(viewer: Viewer, { id, name, onlyOne }: KeepTagGroup): Promise<void> {
  keeper(viewer)
  try {
    if (id === null) await db.tagGroup.create({ data: { name, onlyOne } })
    else if ((await db.tagGroup.updateMany({ where: { id }, data: { name, onlyOne } })).count === 0) throw new NotFound('tag group')
  } catch (error) {
    if (brokenConstraint(error)) throw new Invalid({ name: ['finding:errors.groupTaken'] })
    throw error
  }
}

/** Its tags stay, without a group. @throws Forbidden unless administrator */
export async function dropTagGroup(viewer: Viewer, id: number): Promise<void> {
  keeper(viewer)
  await transaction(async tx => {
    await tx.tag.updateMany({ where: { groupId: id }, data: { groupId: null } })
    await tx.tagGroup.deleteMany({ where: { id } })
  })
}

const BATCH = 300

/** Gives the topics of one tag the other instead, a few hundred per transaction. May run again. @returns how many changed */
export async function mergeTag({ from, to }: { from: string; to: string }): Promise<number> {
  let changed = 0
  for (;;) {
    const count = await transaction(async tx => {
      const rows = await tx.$queryRaw<{ id: number; category_id: number }[]>`
        update topic set tags = case when tags @> array[${to}::text] then array_remove(tags, ${from}::text) else array_replace(tags, ${from}::text, ${to}::text) end
        where id in (select id from topic where tags @> array[${from}::text] order by id limit ${BATCH}::int for update) returning id, category_id`
      await recordEvents(tx, 'forum.topic.edited', rows.map(row => ({ topicId: row.id, categoryId: row.category_id })), null)
      return rows.length
    })
    changed += count
    if (count < BATCH) break
  }
  await db.$executeRaw`
    insert into tag (slug, topic_count) select ${to}::text, count(*)::int from topic tp join thread t on t.id = tp.id where tp.tags @> array[${to}::text] and t.removed_at is null and tp.publish_at is null
    on conflict (slug) do update set topic_count = excluded.topic_count`
  return changed
}

export const tagJobs: JobContribution = { tasks: { merge_tag: async (asked: { from: string; to: string }) => { await mergeTag(asked) } } }

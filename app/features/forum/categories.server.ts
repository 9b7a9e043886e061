import { changeShelfAudience } from '~/features/discussion/threads.server'
import { brokenConstraint, db, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import type { CategoryInput } from './categories.schema'
import './events'
import { canKeepCategories } from './policy'
import { shelfOf } from './shelf'
import { slugOf } from './slug'

function keeper(viewer: Viewer): Member {
  if (!isMember(viewer)) throw new SignInNeeded()
  if (!canKeepCategories(viewer)) throw new Forbidden()
  return viewer
}

async function keepingSlugs<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (brokenConstraint(error)?.includes('slug')) throw new Invalid({ slug: ['forum:errors.slugTaken'] })
    throw error
  }
}

export interface KeptCategory {
  id: number
  slug: string
}

/** @throws Forbidden unless administrator, Invalid beside slug */
export async function createCategory(viewer: Viewer, input: CategoryInput): Promise<KeptCategory> {
  const member = keeper(viewer)
  return keepingSlugs(() => transaction(async tx => {
    const made = await tx.category.create({ data: { ...input, slug: input.slug ?? slugOf(input.name, 'kategori') } })
    await recordEvent(tx, 'forum.category.changed', { categoryId: made.id, shelf: shelfOf(made.id), audience: false }, member.personId)
    return { id: made.id, slug: made.slug }
  }))
}

/**
 * Another audience reaches every thread and file of the category in the same transaction. Administrators keep categories they do not read.
 * @throws Forbidden unless administrator, NotFound, Invalid beside slug
 */
export async function editCategory(viewer: Viewer, { categoryId, ...input }: CategoryInput & { categoryId: number }): Promise<KeptCategory> {
  const member = keeper(viewer)
  return keepingSlugs(() => transaction(async tx => {
    const [before] = await tx.$queryRaw<{ audience: string; slug: string }[]>`select audience, slug from category where id = ${categoryId}::int for update`
    if (!before) throw new NotFound('category')
    const kept = await tx.category.update({ where: { id: categoryId }, data: { ...input, slug: input.slug ?? before.slug } })
    const audience = before.audience !== kept.audience
    if (audience) await changeShelfAudience(tx, shelfOf(categoryId), kept.audience)
    await recordEvent(tx, 'forum.category.changed', { categoryId, shelf: shelfOf(categoryId), audience }, member.personId)
    return { id: kept.id, slug: kept.slug }
  }))
}

async function setArchived(viewer: Viewer, categoryId: number, archived: boolean): Promise<KeptCategory> {
  const member = keeper(viewer)
  const found = await db.category.findUnique({ where: { id: categoryId }, select: { id: true, slug: true, archivedAt: true } })
  if (!found) throw new NotFound('category')
  if ((found.archivedAt !== null) !== archived)
    await transaction(async tx => {
      await tx.category.update({ where: { id: categoryId }, data: { archivedAt: archived ? new Date() : null } })
      await recordEvent(tx, 'forum.category.changed', { categoryId, shelf: shelfOf(categoryId), audience: false }, member.personId)
    })
  return { id: found.id, slug: found.slug }
}

/** No new topics and no place in the list; what is there stays readable and may be replied to. @throws Forbidden, NotFound */
export const archiveCategory = (viewer: Viewer, { categoryId }: { categoryId: number }) => setArchived(viewer, categoryId, true)
export const unarchiveCategory = (viewer: Viewer, { categoryId }: { categoryId: number }) => setArchived(viewer, categoryId, false)

import { setShelfRule } from '~/features/discussion/shelf-rules.server'
import { changeShelfAudience } from '~/features/discussion/threads.server'
import { brokenConstraint, db, transaction, type Tx } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound, SignInNeeded } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { isMember, type Member, type Viewer } from '~/platform/viewer'
import type { CategoryInput } from './categories.schema'
import './events'
import { canKeepCategories } from './policy'
import { shelfOf } from './shelf'
import { slugOf } from './slug'
import { topicKinds } from './views'

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

type Later = 'kinds' | 'responsibleUnitId' | 'templates' | 'slowMinutes' | 'unlistNew' | 'pseudonyms'
/** What older callers leave out stays as it is. */
export type KeepCategory = Omit<CategoryInput, Later> & Partial<Pick<CategoryInput, Later>>

async function unitIsThere(tx: Tx, unitId: number | null | undefined): Promise<void> {
  if (unitId && !(await tx.orgUnit.findFirst({ where: { id: unitId, validTo: null }, select: { id: true } }))) throw new Invalid({ responsibleUnitId: ['kinds:errors.unit'] })
}

/** An empty template is none. */
async function keepTemplates(tx: Tx, categoryId: number, templates: CategoryInput['templates']): Promise<void> {
  for (const kind of topicKinds) {
    const template = templates[kind]
    if (template === undefined) continue
    if (template === '') await tx.topicForm.deleteMany({ where: { categoryId, kind } })
    else await tx.topicForm.upsert({ where: { categoryId_kind: { categoryId, kind } }, create: { categoryId, kind, template }, update: { template } })
  }
}

export interface KeptCategory {
  id: number
  slug: string
}

/** @throws Forbidden unless administrator, Invalid beside slug */
export async function createCategory(viewer: Viewer, { templates = {}, ...input }: KeepCategory): Promise<KeptCategory> {
  const member = keeper(viewer)
  return keepingSlugs(() => transaction(async tx => {
    await unitIsThere(tx, input.responsibleUnitId)
    const made = await tx.category.create({ data: { ...input, slug: input.slug ?? slugOf(input.name, 'kategori') } })
    await keepTemplates(tx, made.id, templates)
    await setShelfRule(tx, shelfOf(made.id), { slowMinutes: made.slowMinutes, pseudonyms: made.pseudonyms })
    await recordEvent(tx, 'forum.category.changed', { categoryId: made.id, shelf: shelfOf(made.id), audience: false }, member.personId)
    return { id: made.id, slug: made.slug }
  }))
}

/**
 * Another audience reaches every thread and file of the category in the same transaction. Administrators keep categories they do not read.
 * @throws Forbidden unless administrator, NotFound, Invalid beside slug
 */
export async function editCategory(viewer: Viewer, { categoryId, templates, ...input }: KeepCategory & { categoryId: number }): Promise<KeptCategory> {
  const member = keeper(viewer)
  return keepingSlugs(() => transaction(async tx => {
    const [before] = await tx.$queryRaw<{ audience: string; slug: string; unit: number | null }[]>`select audience, slug, responsible_unit_id as unit from category where id = ${categoryId}::int for update`
    if (!before) throw new NotFound('category')
    await unitIsThere(tx, input.responsibleUnitId)
    if (input.audience === 'public' && before.audience !== 'public') {
      const inside = await tx.topic.findFirst({ where: { categoryId, kind: 'FEEDBACK' }, select: { id: true } })
      if (inside) throw new Invalid({ audience: ['kinds:errors.feedbackInside'] })
    }
    const kept = await tx.category.update({ where: { id: categoryId }, data: { ...input, slug: input.slug ?? before.slug } })
    if (templates) await keepTemplates(tx, categoryId, templates)
    await setShelfRule(tx, shelfOf(categoryId), { slowMinutes: kept.slowMinutes, pseudonyms: kept.pseudonyms })
    const audience = before.audience !== kept.audience
    if (before.unit !== kept.responsibleUnitId)
      await tx.$executeRaw`update topic set unit_id = ${kept.responsibleUnitId}::int where category_id = ${categoryId}::int and unit_id is not distinct from ${before.unit}::int and kind not in ('CONSULTATION', 'ANNOUNCEMENT')`
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

import { db, sql } from '~/platform/db/db.server'
import { Forbidden, Invalid } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { canKeepRules } from './policy'
import { asMember } from './rows/member.server'

export interface Template {
  id: number
  title: string
  text: string
}

/** In their order. Moderators pick one and change its words as the case needs. */
export const listTemplates = (): Promise<Template[]> => sql<Template>('templates', 'select id, title, text from moderation_template order by sort_order, id limit 50')

/** A new one, or with `id` another wording of one there is. @throws Forbidden unless administrator, Invalid beside title and text */
export async function saveTemplate(viewer: Viewer, given: { id?: number; title: string; text: string }): Promise<void> {
  if (!canKeepRules(asMember(viewer))) throw new Forbidden('administratorsOnly')
  const data = { title: given.title.trim().slice(0, 80), text: given.text.trim().slice(0, 1_000) }
  const fields: Record<string, string[]> = {}
  if (data.title.length < 2) fields.title = ['moderation:errors.titleNeeded']
  if (data.text.length < 5) fields.text = ['moderation:errors.reasonNeeded']
  if (Object.keys(fields).length > 0) throw new Invalid(fields)
  if (given.id === undefined) await db.moderationTemplate.create({ data: { ...data, sortOrder: Math.floor(Date.now() / 1000) } })
  else await db.moderationTemplate.updateMany({ where: { id: given.id }, data })
}

export async function removeTemplate(viewer: Viewer, { id }: { id: number }): Promise<void> {
  if (!canKeepRules(asMember(viewer))) throw new Forbidden('administratorsOnly')
  await db.moderationTemplate.deleteMany({ where: { id } })
}

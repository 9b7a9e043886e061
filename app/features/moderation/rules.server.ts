import { brokenConstraint, db, sql, transaction } from '~/platform/db/db.server'
import { Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import type { Member, Viewer } from '~/platform/viewer'
import './events'
import { lawsChanged } from './gate.server'
import { plainWords } from './matching'
import { canKeepRules } from './policy'
import { asMember } from './rows/member.server'
import { allShelves } from './things.server'
import { ruleKinds, type RuleKind } from './words'

function keeper(viewer: Viewer): Member {
  const member = asMember(viewer)
  if (!canKeepRules(member)) throw new Forbidden('administratorsOnly')
  return member
}

export interface RuleRow {
  id: number
  kind: RuleKind
  value: string
  note: string
}

/** @throws Forbidden unless administrator */
export function listRules(viewer: Viewer): Promise<RuleRow[]> {
  keeper(viewer)
  return sql<RuleRow>('rules-kept', 'select id, kind, value, note from moderation_rule order by kind desc, value limit 1000')
}

/** A domain as people paste it. */
const domainOf = (value: string) => value.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[/?#:].*$/, '')

/** Holds from the next post on; what stands is not looked through. @throws Forbidden, Invalid beside kind and value */
export async function addRule(viewer: Viewer, given: { kind: string; value: string; note: string }): Promise<void> {
  const member = keeper(viewer)
  const kind = ruleKinds.find(one => one === given.kind)
  if (!kind) throw new Invalid({ kind: ['moderation:errors.ruleKind'] })
  const value = (kind === 'LINK' ? domainOf(given.value) : plainWords(given.value)).slice(0, 100)
  if (value.length < 3) throw new Invalid({ value: ['moderation:errors.ruleShort'] })
  if (kind === 'LINK' && !/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(value)) throw new Invalid({ value: ['moderation:errors.ruleDomain'] })
  try {
    await transaction(async tx => {
      await tx.moderationRule.create({ data: { kind, value, note: given.note.trim().slice(0, 200), createdBy: member.personId } })
      await recordEvent(tx, 'moderation.rules.changed', { what: 'rules' }, member.personId)
    })
  } catch (error) {
    if (brokenConstraint(error)) throw new Invalid({ value: ['moderation:errors.ruleThere'] })
    throw error
  }
  await lawsChanged()
}

/** @throws Forbidden */
export async function removeRule(viewer: Viewer, { id }: { id: number }): Promise<void> {
  const member = keeper(viewer)
  await transaction(async tx => {
    await tx.moderationRule.deleteMany({ where: { id } })
    await recordEvent(tx, 'moderation.rules.changed', { what: 'rules' }, member.personId)
  })
  await lawsChanged()
}

export interface ShelfRow {
  key: string
  name: string
  nameEn: string
  holds: boolean
}

/** Every list of the house, and whether first posts wait there. @throws Forbidden */
export async function listShelves(viewer: Viewer): Promise<ShelfRow[]> {
  keeper(viewer)
  const [all, held] = await Promise.all([allShelves(), db.moderationShelf.findMany({ where: { holdNewcomers: true } })])
  const holding = new Set(held.map(row => row.shelf))
  return all.map(({ key, name, nameEn }) => ({ key, name, nameEn, holds: holding.has(key) }))
}

/** In which lists the first posts of citizens and partners wait: those of `keys` and no others. @throws Forbidden, NotFound */
export async function setHoldingShelves(viewer: Viewer, { keys }: { keys: readonly string[] }): Promise<void> {
  const member = keeper(viewer)
  const known = new Set((await allShelves()).map(shelf => shelf.key))
  if (keys.some(key => !known.has(key))) throw new NotFound('shelf')
  await transaction(async tx => {
    await tx.moderationShelf.updateMany({ where: { shelf: { notIn: [...keys] } }, data: { holdNewcomers: false } })
    for (const shelf of keys) await tx.moderationShelf.upsert({ where: { shelf }, create: { shelf, holdNewcomers: true }, update: { holdNewcomers: true } })
    await recordEvent(tx, 'moderation.rules.changed', { what: 'shelves' }, member.personId)
  })
  await lawsChanged()
}

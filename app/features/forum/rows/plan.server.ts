import { Invalid } from '~/platform/errors'
import type { Member } from '~/platform/viewer'
import { shelfOf } from '../shelf'
import type { ReachedCategory } from './reach.server'

const YEAR = 366 * 86_400_000

/** A moment to appear at: not in the past, within a year. Null: at once. @throws Invalid beside publishAt */
export function checkedPlan(at: Date | null, now = Date.now()): Date | null {
  if (at === null) return null
  if (Number.isNaN(at.getTime()) || at.getTime() > now + YEAR) throw new Invalid({ publishAt: ['forum:errors.planFar'] })
  if (at.getTime() <= now) throw new Invalid({ publishAt: ['forum:errors.planPast'] })
  return at
}

/** Known to citizens and partners only by its address until an official has seen it, where the category wants it so. */
export const startsUnlisted = (author: Pick<Member, 'kind'>, category: Pick<ReachedCategory, 'unlistNew'>): boolean => category.unlistNew && author.kind !== 'ASN'

/**
 * Where a new topic stands. One that appears later is its author's alone till then, by the same audience word that guards everything else, and
 * on a shelf of its own: what goes by category never meets it.
 */
export function placeOf(author: Member, category: Pick<ReachedCategory, 'id' | 'audience' | 'unlistNew'>, plan: Date | null): { shelf: string; audience: string; listed: boolean } {
  if (plan) return { shelf: `planned:${category.id}`, audience: `user:${author.personId}`, listed: false }
  return { shelf: shelfOf(category.id), audience: category.audience, listed: !startsUnlisted(author, category) }
}

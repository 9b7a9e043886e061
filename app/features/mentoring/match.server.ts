import { sql } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import type { FormName } from './kinds'
import { reasonsOf, weightsOf, wordsOf, type Reason } from './match'
import { rankedOffers } from './rows/ranked.server'
import { allNumbers } from './settings.server'

export interface Need {
  /** empty: what the learner's profile says */
  tags: readonly string[]
  form?: FormName | null
  languages?: readonly string[]
  /** the goal in the learner's words */
  text?: string
}

export interface Suggestion {
  offerId: number
  mentorId: number
  title: string
  name: string
  /** 0 to 1000; never shown */
  score: number
  reasons: Reason[]
}

/**
 * Offers that take this learner now, best first: never full, never one's own, nobody blocked, nobody the learner left before, one of each
 * mentor. One statement besides whom the learner left.
 */
export async function suggestOffers(learner: Member, need: Need, { limit, without = [] }: { limit: number; without?: readonly number[] }): Promise<Suggestion[]> {
  const [numbers, left] = await Promise.all([allNumbers(), leftMentors(learner.personId)])
  const weights = weightsOf(numbers)
  const rows = await rankedOffers(learner.personId, { tags: need.tags, words: wordsOf(need.text ?? ''), languages: need.languages }, { forms: need.form ? [need.form] : [], seat: true, without, withoutMentors: left },
    { sort: 'cocok', after: null, limit: limit * 3 })
  const mentors = new Set<number>()
  const own = rows.filter(row => !mentors.has(row.mentorId) && mentors.add(row.mentorId))
  return own.slice(0, limit).map(row => ({ offerId: row.id, mentorId: row.mentorId, title: row.title, name: row.name, score: row.score, reasons: reasonsOf(row.parts, row, weights) }))
}

async function leftMentors(personId: number): Promise<number[]> {
  const rows = await sql<{ id: number }>('mentoring-left', "select distinct p.mentor_id as id from mentoring_member m join mentoring_pair p on p.id = m.pair_id where m.person_id = $1 and m.state = 'LEFT'", [personId])
  return rows.map(row => row.id)
}

import { openPair } from '~/features/mentoring/pairs.server'
import { db, transaction } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { newKey } from './discussion'

export interface OfferGiven {
  mentor: { personId: number }
  form?: 'ONE_TO_ONE' | 'GROUP' | 'FLASH' | 'SHADOWING' | 'WRITTEN'
  capacity?: number
  title?: string
  tags?: string[]
  state?: 'OPEN' | 'PAUSED' | 'DRAFT' | 'CLOSED'
}

/** An offer as a row: what a mentor's form checks is not asked here. Whoever takes part has accepted the rules. */
export async function makeOfferRow(given: OfferGiven) {
  await acceptedRules(given.mentor)
  return db.mentoringOffer.create({
    data: {
      mentorId: given.mentor.personId, title: given.title ?? 'Memimpin musyawarah warga', about: 'Dari rancangan sampai tindak lanjut.', form: given.form ?? 'ONE_TO_ONE', mode: 'EITHER', capacity: given.capacity ?? 2,
      sessions: 3, minutes: 60, state: given.state ?? 'OPEN', tags: given.tags ?? ['musyawarah'], clientKey: newKey(),
    },
  })
}

export async function acceptedRules(person: { personId: number }): Promise<void> {
  await db.mentoringProfile.upsert({ where: { personId: person.personId }, create: { personId: person.personId, rulesVersion: 1, rulesAt: new Date() }, update: { rulesVersion: 1, rulesAt: new Date() } })
}

export interface PairGiven {
  offer: { id: number }
  learners: readonly { personId: number }[]
  goal?: string
  by?: Member | null
}

/** Through the door, as an acceptance does it. */
export const makePair = (given: PairGiven): Promise<number> => transaction(tx => openPair(tx, {
  offer: given.offer, learnerIds: given.learners.map(one => one.personId), goal: given.goal ?? 'Memimpin satu musyawarah tanpa didampingi.', by: given.by ?? null,
}))

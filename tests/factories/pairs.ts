import { confirmAgreement, proposeAgreement } from '~/features/mentoring/agreement.server'
import type { AgreementForm } from '~/features/mentoring/pairs.schema'
import { openPair } from '~/features/mentoring/pairs.server'
import type { RequestForm } from '~/features/mentoring/requests.schema'
import { sendRequest } from '~/features/mentoring/requests.server'
import { db, transaction } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { newKey } from './discussion'
import { viewerFor } from './people'

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

/** The form of a request as its schema gives it. */
export const requestForm = (more: Partial<RequestForm> = {}): RequestForm => ({
  goal: 'Memimpin satu musyawarah warga tanpa didampingi.', situation: 'Lurah sejak dua tahun.', tried: '', wishedForm: null, wishedTimes: '', slot: null, needId: null, clientKey: newKey(), ...more,
})

/** Sent through the verb, with the rules accepted. */
export async function makeRequest(given: { offer: { id: number }; learner: Member; more?: Partial<RequestForm> }): Promise<number> {
  await acceptedRules(given.learner)
  return (await sendRequest(given.learner, { ...requestForm(given.more), offerId: given.offer.id })).id
}

/** Its clock as if it had been sent so many days ago. */
export async function ageRequest(id: number, days: number): Promise<void> {
  await db.$executeRaw`update mentoring_request set created_at = created_at - make_interval(days => ${days}::int), due_at = due_at - make_interval(days => ${days}::int) where id = ${id}::int`
}

export const agreementForm = (more: Partial<AgreementForm> = {}): AgreementForm => ({
  goals: [{ id: null, text: 'Satu musyawarah dipimpin sendiri', measure: 'notulen', dueOn: '' }], rhythm: 'dua minggu sekali', sessions: 3, minutes: 60, confidential: 'Cerita tentang atasan.',
  endsOn: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10), ...more,
})

/** Agreed and under way. @returns its people with the rights it gave them */
export async function runningPair(mentor: Member, learner: Member) {
  const offer = await makeOfferRow({ mentor })
  const id = await makePair({ offer, learners: [learner] })
  const [m, l] = [await viewerFor({ id: mentor.personId }), await viewerFor({ id: learner.personId })]
  await proposeAgreement(l, { pairId: id, base: 0, ...agreementForm() })
  await confirmAgreement(m, { pairId: id, revision: 1 })
  return { id, m, l, offer }
}

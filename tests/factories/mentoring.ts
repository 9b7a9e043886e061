import { createOffer, type OfferText } from '~/features/mentoring/offers.server'
import { acceptRules } from '~/features/mentoring/rules.server'
import type { Member } from '~/platform/viewer'
import { newKey } from './discussion'

let counter = 0

/** Through the verb, rules accepted: open unless said otherwise. */
export async function makeOffer({ mentor, open = true, ...given }: Partial<OfferText> & { mentor: Member; open?: boolean }): Promise<{ id: number; mentorId: number }> {
  await acceptRules(mentor)
  const { id } = await createOffer(mentor, {
    title: `Pendampingan contoh nomor ${(counter += 1)}`, about: 'Kita berlatih dengan pekerjaan Anda sendiri sampai ada hasil yang dipakai.', expects: '', form: 'ONE_TO_ONE', mode: 'ONLINE', place: '', link: '', languages: ['id'],
    tags: ['komunikasi'], forGroups: [], forUnits: [], forPositions: [], capacity: 2, sessions: '3', minutes: '60', ...given, open, clientKey: newKey(),
  })
  return { id, mentorId: mentor.personId }
}

import { localOf } from '~/platform/i18n/local-time'
import type { Member } from '~/platform/viewer'
import type { OfferView } from './offers.queries.server'
import { numberOf } from './settings.server'
import type { Slot } from './slots'
import { listFreeSlots } from './slots.queries.server'

const DAYS = 5

export interface OfferSlots {
  slots: Slot[]
  /** which five days are shown, from 0 */
  page: number
  more: boolean
  /** minutes a time is held, and days until the mentor has to answer */
  holdMinutes: number
  answerDays: number
}

/** Free times of an offer, five days of the reader's clock at a time. Null where no time is booked: written advice, groups, who cannot ask. */
export async function listOfferSlots(member: Member, offer: OfferView, page: number): Promise<OfferSlots | null> {
  if (offer.barred !== null || offer.form === 'WRITTEN' || offer.form === 'GROUP') return null
  const [all, holdMinutes, answerDays] = await Promise.all([listFreeSlots(offer.mentor.id, { minutes: offer.minutes, heldBy: member.personId }), numberOf('slots.holdMinutes'), numberOf('requests.expireDays')])
  const days = [...new Set(all.map(slot => localOf(slot.startsAt, member.timeZone).day))]
  const shown = new Set(days.slice(page * DAYS, (page + 1) * DAYS))
  return { slots: all.filter(slot => shown.has(localOf(slot.startsAt, member.timeZone).day)), page, more: days.length > (page + 1) * DAYS, holdMinutes, answerDays }
}

import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { NoteBar } from '~/ui/marks'
import type { OfferSlots } from '../offer-slots.server'
import { askPath, offerPath } from '../paths'
import { SlotPicker } from './slot-picker'

const DAY = 86_400_000

/** Times to begin with; one press holds the time while the goal is written. Where none is free the request goes without. */
export function ChooseTime({ offerId, place, times, gone }: { offerId: number; place: string; times: OfferSlots; gone: boolean }) {
  const t = useT('mentoring', 'sessions')
  const tongue = useTongue()
  const page = (number: number) => `${offerPath(offerId)}${number > 0 ? `?hari=${number}` : ''}#waktu`
  return (
    <section className="sec" id="waktu">
      <div className="sech"><h2>{t('times.title')}</h2>{place && <span className="sm muted">{place}</span>}</div>
      {gone && <NoteBar tone="red" role="alert" className="mb-3">{t('times.gone')}</NoteBar>}
      {times.slots.length > 0 ? (
        <form method="post" action={`${offerPath(offerId)}/waktu`}>
          <SlotPicker slots={times.slots} legend={t('times.legend')} later={times.more ? page(times.page + 1) : null} earlier={times.page > 0 ? page(times.page - 1) : null} submit={t('ask')} />
        </form>
      ) : (
        <p className="muted">{t('times.none')}</p>
      )}
      <p className="sm muted mt-2">{t('times.hold', { minutes: times.holdMinutes, date: formatDate(tongue.now + times.answerDays * DAY, tongue) })}</p>
      <p className="mt-2">{times.slots.length > 0 ? <a className="link sm" href={askPath(offerId)}>{t('times.without')}</a> : <ButtonLink look="primary" href={askPath(offerId)}>{t('ask')}</ButtonLink>}</p>
    </section>
  )
}

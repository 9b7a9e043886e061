import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState, State } from '~/ui/marks'
import { RoomNav } from '../components/room-nav'
import type { OwnOffer } from '../offer-page.queries.server'
import { newOfferPath, offerPath } from '../paths'

const looks = { OPEN: ['circle-check', 'leaf'], PAUSED: ['clock', 'neutral'], DRAFT: ['pencil', 'neutral'], CLOSED: ['circle-x', 'neutral'] } as const

function Row({ offer }: { offer: OwnOffer }) {
  const t = useT('mentoring')
  const tongue = useTongue()
  const [icon, tone] = looks[offer.state]
  return (
    <li className="trow">
      <div>
        <h2><a href={offerPath(offer.id)}>{offer.title}</a></h2>
        <p className="meta">
          <State icon={icon} tone={tone}>{t(`state.${offer.state}`)}</State>
          {offer.state === 'PAUSED' && <span>{t(`pausedBy.${offer.pausedBy ?? 'MENTOR'}`)} {offer.pausedUntil && t('own.until', { date: formatDate(`${offer.pausedUntil}T12:00:00Z`, { ...tongue, timeZone: 'UTC' }) })}</span>}
          {offer.state === 'OPEN' && offer.taken >= offer.capacity && <State icon="users">{t('full.word')}</State>}
        </p>
      </div>
      <p className="r l">{offer.waiting > 0 ? t('own.waiting', { count: offer.waiting }) : ''}</p>
      <p className="r">{t('own.seats', { taken: offer.taken, of: offer.capacity })}</p>
    </li>
  )
}

/** A mentor's own offers in every state. */
export function OwnOffersPage({ offers, canOffer }: { offers: readonly OwnOffer[]; canOffer: boolean }) {
  const t = useT('mentoring')
  return (
    <>
      <RoomNav current="offers" />
      <div className="pagehead mt-5"><div><h1>{t('nav.offers')}</h1><p>{t('own.lede')}</p></div>{canOffer && <ButtonLink look="primary" icon="plus" href={newOfferPath}>{t('offer.new')}</ButtonLink>}</div>
      {offers.length > 0 ? <ul className="list">{offers.map(offer => <Row key={offer.id} offer={offer} />)}</ul> : <EmptyState title={t('own.none')} acts={canOffer && <ButtonLink href={newOfferPath}>{t('offer.new')}</ButtonLink>}>{t('own.noneText')}</EmptyState>}
    </>
  )
}

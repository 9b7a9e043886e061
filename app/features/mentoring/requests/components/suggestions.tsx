import { useT } from '~/platform/i18n/i18n'
import { Reasons } from '../../components/words'
import type { SuggestedOffer } from '../../requests-views'

/** Others who fit, each with why in words. `need`: the request that is answered by asking one of them. */
export function Suggestions({ offers, need, officer = false }: { offers: readonly SuggestedOffer[]; need: number | null; officer?: boolean }) {
  const t = useT('requests')
  if (offers.length === 0) return <p className="muted">{t('others.none')} <a className="link" href="/mentoring">{t('others.directory')}</a></p>
  return (
    <ul className="list">
      {offers.map(offer => (
        <li key={offer.offerId} className="py-3">
          <a className="b" href={`/mentoring/penawaran/${offer.offerId}`}>{offer.title}</a>
          <p className="sm muted">{offer.name}</p>
          <Reasons reasons={offer.reasons} competencies={[]} />
          {officer ? null : <p className="mt-1"><a className="link sm" href={`/mentoring/minta/${offer.offerId}${need ? `?kebutuhan=${need}` : ''}`}>{t('others.ask', { name: offer.name })}</a></p>}
        </li>
      ))}
    </ul>
  )
}

import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { Button, ButtonLink } from '~/ui/button'
import { Field, TextInput } from '~/ui/field'
import { NoteBar } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Avatar } from '~/ui/person'
import { ChooseTime } from '../components/choose-time'
import { ReadFirst, StandingTable, Testimonials } from '../components/standing-table'
import { offerFacts, Paragraphs, Reasons, TagList } from '../components/words'
import type { TagWord } from '../directory.queries.server'
import type { Reason } from '../match'
import type { Standing, Testimonial, TopicNote } from '../offer-page.queries.server'
import type { OfferSlots } from '../offer-slots.server'
import type { OfferView } from '../offers.queries.server'
import { askPath, directoryPath, editOfferPath, findForMePath, mentorPath, offerPath, ownOffersPath, requestPath, roomPath } from '../paths'

export interface OfferPageProps {
  offer: OfferView
  reasons: Reason[]
  standing: Standing
  testimonials: Testimonial[]
  notes: TopicNote[]
  competencies: readonly TagWord[]
  units: readonly { id: number; name: string }[]
  /** free times to choose from; null where none is booked */
  times: OfferSlots | null
  /** the chosen time was gone */
  gone: boolean
  /** colleagues, who may learn */
  asks: boolean
  officer: boolean
  /** what the viewer has asked of it already */
  asking: { requestId: number | null; pairId: number | null } | null
}

const day = (text: string) => `${text}T12:00:00Z`

function Own({ offer }: { offer: OfferView }) {
  const t = useT('mentoring')
  const tongue = useTongue()
  const act = (name: string) => `${offerPath(offer.id)}/${name}`
  const paused = offer.state === 'PAUSED' && !offer.open
  return (
    <section className="card mb-6" aria-label={t('own.label')}>
      <p className="b">{t(offer.state === 'DRAFT' ? 'own.draft' : offer.state === 'CLOSED' ? 'own.closed' : paused ? 'own.paused' : 'own.open')}</p>
      <p className="sm muted mt-1">{paused ? <>{t(`pausedBy.${offer.pausedBy ?? 'MENTOR'}`)} {offer.pausedUntil && t('own.until', { date: formatDate(day(offer.pausedUntil), { ...tongue, timeZone: 'UTC' }) })}</> : t('own.preview')}</p>
      <div className="row mt-3">
        {offer.state === 'OPEN' || (offer.state === 'PAUSED' && offer.open) ? null : <form method="post" action={act('buka')}><Button look="primary">{t(offer.state === 'DRAFT' ? 'own.publish' : 'own.reopen')}</Button></form>}
        <ButtonLink href={editOfferPath(offer.id)} icon="pencil">{t('ui:acts.edit')}</ButtonLink>
        {offer.state === 'CLOSED' ? null : <form method="post" action={act('tutup')}><Button look="quiet">{t('own.close')}</Button></form>}
      </div>
      {offer.state === 'OPEN' || offer.state === 'PAUSED' ? <Pause offer={offer} /> : null}
    </section>
  )
}

function Pause({ offer }: { offer: OfferView }) {
  const t = useT('mentoring')
  return (
    <details className="mt-3">
      <summary className="link sm">{t('own.pause')}</summary>
      <form method="post" action={`${offerPath(offer.id)}/jeda`} className="row mt-3 items-end">
        <Field label={t('own.pauseUntil')} hint={t('own.pauseHint')} name="until" optional={t('ui:form.optional')}><TextInput type="date" defaultValue={offer.pausedUntil ?? ''} /></Field>
        <Button>{t('own.pauseNow')}</Button>
      </form>
    </details>
  )
}

function Ask({ offer, times, gone, asks, asking }: Pick<OfferPageProps, 'offer' | 'times' | 'gone' | 'asks' | 'asking'>) {
  const t = useT('mentoring')
  const tongue = useTongue()
  if (offer.mine) return null
  if (asking) return <NoteBar tone="leaf" className="mt-6" href={asking.pairId ? roomPath(asking.pairId) : requestPath(asking.requestId ?? 0)}>{t(asking.pairId ? 'asked.paired' : 'asked.open')}</NoteBar>
  if (offer.barred === 'closed' || offer.barred === 'full' || offer.barred === 'notFor' || offer.barred === 'away' || offer.barred === 'colleagues')
    return (
      <NoteBar tone="sea" className="mt-6">
        <b>{t(`barred.${offer.barred}`)}</b> {offer.barred === 'closed' && offer.pausedUntil ? t('own.until', { date: formatDate(day(offer.pausedUntil), { ...tongue, timeZone: 'UTC' }) }) : null}
        {offer.barred === 'full' && offer.form === 'GROUP' && asks ? <> <a className="link" href={askPath(offer.id)}>{t('barred.waitingList')}</a></> : null}
        {offer.barred === 'colleagues' ? null : <> <a className="link" href={directoryPath}>{t('barred.others')}</a>{asks ? <> · <a className="link" href={findForMePath}>{t('findForMe')}</a></> : null}</>}
      </NoteBar>
    )
  return times ? <ChooseTime offerId={offer.id} place={offer.place} times={times} gone={gone} /> : <p className="row mt-6" id="waktu"><ButtonLink look="primary" href={askPath(offer.id)}>{t('ask')}</ButtonLink></p>
}

/** What is offered, by whom, why it fits, what is known of them, and the way in. Its mentor sees it as others do, with what they may do above it. */
export function OfferPage({ offer, reasons, standing, testimonials, notes, competencies, units, times, gone, asks, asking, officer }: OfferPageProps) {
  const t = useT('mentoring')
  const { mentor } = offer
  const whom = [...offer.forGroups.map(group => t(`group.${group}`)), ...offer.forPositions, ...units.map(unit => unit.name)]
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, offer.mine ? { label: t('nav.offers'), href: ownOffersPath } : { label: t('find.title'), href: directoryPath }]} />
      <div className="two">
        <div>
          {offer.mine && <Own offer={offer} />}
          <div className="flex items-start gap-4">
            <Avatar name={mentor.name} photo={mentor.photo} size="large" />
            <div><h1>{offer.title}</h1><p className="muted mt-1.5"><a className="link" href={mentorPath(mentor.slug)}>{mentor.name}</a>{mentor.position && `, ${mentor.position}`}{mentor.unit && !mentor.position.includes(mentor.unit) && ` · ${mentor.unit}`}</p></div>
          </div>
          <p className="sm faint mt-4">{offerFacts(t, offer)}{offer.minutes > 0 && ` · ${t('facts.minutes', { count: offer.minutes })}`}{offer.place && ` · ${offer.place}`}</p>
          <div className="mt-4"><Paragraphs text={offer.about} /></div>
          {offer.expects && <section className="sec"><h2>{t('expects')}</h2><Paragraphs text={offer.expects} /></section>}
          <Ask offer={offer} times={times} gone={gone} asks={asks} asking={asking} />
          {officer && !offer.mine && offer.state !== 'DRAFT' && offer.state !== 'CLOSED' && <Pause offer={offer} />}
          <Testimonials testimonials={testimonials} />
        </div>
        <aside className="side">
          {reasons.length > 0 && <section className="card"><h2>{t('why')}</h2><Reasons reasons={reasons} competencies={competencies} stacked /></section>}
          <section><h2>{t('about')}</h2><TagList tags={offer.tags} competencies={competencies} />
            <p className="sm muted mt-2">{t('forWhom', { whom: whom.length > 0 ? whom.join(', ') : t('anyone') })}</p>
            <p className="sm muted mt-1">{t('languagesAre', { languages: offer.languages.map(one => t(`language.${one}`)).join(', ') })}</p>
          </section>
          <StandingTable standing={standing} seats={{ free: Math.max(0, offer.capacity - offer.taken), of: offer.capacity }} />
          <ReadFirst notes={notes} />
        </aside>
      </div>
    </>
  )
}

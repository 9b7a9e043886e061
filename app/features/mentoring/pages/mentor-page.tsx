import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { State, Tag } from '~/ui/marks'
import { Breadcrumbs } from '~/ui/navigation'
import { Avatar } from '~/ui/person'
import { ReadFirst, StandingTable, Testimonials } from '../components/standing-table'
import { offerFacts, Paragraphs, slotWord, tagWord } from '../components/words'
import type { TagWord } from '../directory.queries.server'
import type { MentorOffer, MentorView } from '../mentors.queries.server'
import { directoryPath, offerPath, profilePath } from '../paths'

const year = (day: string) => day.slice(0, 4)

function Offer({ offer }: { offer: MentorOffer }) {
  const t = useT('mentoring')
  const tongue = useTongue()
  return (
    <li className="py-4">
      <h3 className="text-base"><a className="hover:underline" href={offerPath(offer.id)}>{offer.title}</a></h3>
      <div className="row sm faint gap-x-4">
        <span>{offerFacts(t, offer)}</span>
        {!offer.open ? <State icon="clock">{offer.pausedUntil ? t('own.until', { date: formatDate(`${offer.pausedUntil}T12:00:00Z`, { ...tongue, timeZone: 'UTC' }) }) : t('paused')}</State> : offer.taken >= offer.capacity ? <State icon="users">{t('full.word')}</State> : null}
      </div>
    </li>
  )
}

/** A mentor: what they let others see of themselves, what they offer, what is known of how it went. */
export function MentorPage({ mentor, competencies }: { mentor: MentorView; competencies: readonly TagWord[] }) {
  const t = useT('mentoring')
  const tongue = useTongue()
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('title'), href: directoryPath }, { label: t('find.title'), href: directoryPath }]} />
      <div className="two">
        <div>
          <div className="flex items-start gap-4">
            <Avatar name={mentor.name} photo={mentor.photo} size="large" />
            <div>
              <h1>{mentor.fullName}</h1>
              <p className="muted mt-1.5">{mentor.position ? (mentor.since ? t('mentor.since', { position: mentor.position, year: year(mentor.since) }) : mentor.position) : mentor.organisation}{mentor.unit && ` · ${mentor.unit}`}</p>
              <p className="sm mt-1"><a className="link" href={`/orang/${mentor.slug}`}>{t('mentor.profile')}</a></p>
            </div>
          </div>
          {mentor.mine && <p className="row mt-4"><ButtonLink href={profilePath} icon="pencil" small>{t('mentor.change')}</ButtonLink></p>}
          {mentor.about && <div className="mt-5"><Paragraphs text={mentor.about} /></div>}
          <section className="sec"><h2>{t('mentor.offers')}</h2>
            {mentor.offers.length > 0 ? <ul className="list">{mentor.offers.map(offer => <Offer key={offer.id} offer={offer} />)}</ul> : <p className="muted">{t('mentor.noOffers')}</p>}
          </section>
          {mentor.helped.length > 0 && <section className="sec"><h2>{t('mentor.helped')}</h2><p className="row">{mentor.helped.map(one => <Tag key={one.tag} href={`/mentoring?tag=${one.tag}`}>{t('mentor.helpedWith', { tag: tagWord(one.tag, competencies, tongue.locale), count: one.count })}</Tag>)}</p></section>}
          {mentor.history.length > 0 && (
            <section className="sec"><h2>{t('mentor.history')}</h2>
              <ul className="plain">{mentor.history.map(one => <li key={`${one.from}${one.position}`}>{one.position}<span className="muted sm"> · {one.unit} · {one.to && year(one.to) !== year(one.from) ? `${year(one.from)}–${year(one.to)}` : year(one.from)}</span></li>)}</ul>
            </section>
          )}
          <Testimonials testimonials={mentor.testimonials} />
        </div>
        <aside className="side">
          {mentor.nextFreeAt !== null && mentor.offers[0] && <section className="card"><h2>{t('mentor.nextFree')}</h2><p><a className="link b" href={`${offerPath(mentor.offers[0].id)}#waktu`}>{slotWord(t, mentor.nextFreeAt, tongue)}</a></p></section>}
          <StandingTable standing={mentor.standing} />
          <section><h2>{t('mentor.languages')}</h2><p className="sm">{mentor.languages.map(one => t(`language.${one}`)).join(', ')}</p></section>
          <ReadFirst notes={mentor.notes} />
        </aside>
      </div>
    </>
  )
}

import { Fragment } from 'react'
import { formatNumber } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { TagList } from '../../components/words'
import type { CityMentoring } from '../../city.queries.server'
import type { TagWord } from '../../directory.queries.server'

/** What the city may know of its mentoring: sums, fields, and names of who agreed. */
export function CityPage({ city, competencies, member }: { city: CityMentoring; competencies: readonly TagWord[]; member: boolean }) {
  const t = useT('care')
  const { locale } = useTongue()
  const lines: [string, number][] = [['city.mentors', city.mentors], ['city.learners', city.learners], ['city.finished', city.finished], ['city.hours', city.hours]]
  return (
    <div className="text">
      <h1>{t('city.title')}</h1>
      <p className="lede mt-2">{t('city.lede')}</p>
      <dl className="dl mt-5">{lines.map(([key, value]) => <Fragment key={key}><dt>{t(key)}</dt><dd className="b">{formatNumber(value, locale)}</dd></Fragment>)}</dl>
      {city.fields.length > 0 ? <section className="sec" aria-labelledby="bidang"><h2 id="bidang" className="sech">{t('city.fields')}</h2><div className="mt-2"><TagList tags={city.fields.map(one => one.tag)} competencies={competencies} links={member} /></div></section> : null}
      {city.names.length > 0 ? <section className="sec" aria-labelledby="nama"><h2 id="nama" className="sech">{t('city.names')}</h2><p className="sm faint mt-1">{t('city.consent')}</p><ul className="plain mt-2">{city.names.map(one => <li key={one.slug}><a className="link" href={`/orang/${one.slug}`}>{one.name}</a>{one.position ? `, ${one.position}` : ''}</li>)}</ul></section> : null}
      {member ? <p className="mt-5"><ButtonLink href="/mentoring">{t('city.directory')}</ButtonLink></p> : null}
    </div>
  )
}

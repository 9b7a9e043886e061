import { Fragment, type ReactNode } from 'react'
import { formatDate } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { NoteBar, Tag } from '~/ui/marks'
import { Avatar } from '~/ui/person'
import type { Profile } from '../profile.queries.server'

export type ProfileView = Omit<Profile, 'positionSince'> & { positionSince: string | Date | null }

/** `acts` is what other rooms let the reader do with this person, `more` what they know of them. */
export function PersonPage({ person, acts, more }: { person: ProfileView; acts?: ReactNode; more?: ReactNode }) {
  const t = useT('people')
  const tongue = useTongue()
  const kind = person.kind === 'ASN' ? 'asn' : person.kind === 'PARTNER' ? 'partner' : 'citizen'
  const facts: [string, string][] = [
    [t('profile.organisation'), person.organisation], [t('profile.place'), person.place], [t('profile.grade'), person.grade],
    [t('profile.since'), person.positionSince ? formatDate(person.positionSince, tongue) : ''], [t('profile.email'), person.email ?? ''], [t('profile.number'), person.number ?? ''],
  ]
  const shown = facts.filter(([, value]) => value !== '')
  return (
    <div className="text">
      <div className="pagehead">
        <div className="row flex-nowrap items-start">
          <Avatar name={person.name} kind={kind} photo={person.photo} size="large" />
          <div>
            <h1>{person.salutation ? `${person.salutation} ` : ''}{person.fullName}</h1>
            <p>
              {t(`ui:kinds.${kind}`)}{person.position && <> · {person.position}</>}
              {person.unit && <> · {person.colleagueView && !person.closed ? <a className="link" href={`/unit/${encodeURIComponent(person.unit.code)}`}>{person.unit.name}</a> : person.unit.name}</>}
            </p>
          </div>
        </div>
        {acts}
        {person.own && <ButtonLink href="/profil">{t('profile.edit')}</ButtonLink>}
      </div>
      {person.closed && <NoteBar>{t('profile.closed')}</NoteBar>}
      {person.own && <NoteBar className="mb-4">{t('profile.openNow', { fields: (person.openFields ?? []).map(field => t(`profile.field.${field}`)).join(', ') || t('profile.openNothing') })}</NoteBar>}
      {person.about && <section className="sec"><h2>{t('profile.about')}</h2><p className="whitespace-pre-line">{person.about}</p></section>}
      {person.expertise.length > 0 && <section className="sec"><h2>{t('profile.expertise')}</h2><p className="row">{person.expertise.map(word => <Tag key={word}>{word}</Tag>)}</p></section>}
      {shown.length > 0 && (
        <section className="sec">
          <h2>{t(person.colleagueView ? 'profile.forColleagues' : 'profile.more')}</h2>
          <dl className="dl">{shown.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
        </section>
      )}
      {more}
      {!more && !person.about && person.expertise.length === 0 && !person.closed && <p className="muted mt-4">{t(person.own ? 'profile.emptyOwn' : 'profile.empty')}</p>}
    </div>
  )
}

import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/marks'
import { Breadcrumbs, Pager } from '~/ui/navigation'
import { Avatar, PersonLine } from '~/ui/person'
import type { UnitMember, UnitNode } from '../units.queries.server'

const indents = ['', 'pl-5', 'pl-10', 'pl-15', 'pl-20']
export const unitHref = (code: string) => `/unit/${encodeURIComponent(code)}`

export function UnitTreePage({ units }: { units: UnitNode[] }) {
  const t = useT('people')
  return (
    <div className="text">
      <div className="pagehead"><div><h1>{t('unit.title')}</h1><p>{t('unit.lede', { count: units.length })}</p></div></div>
      {units.length === 0 && <EmptyState title={t('unit.none')}>{t('unit.noneText')}</EmptyState>}
      <ul className="list">
        {units.map(unit => (
          <li key={unit.id} className={`py-2 ${indents[Math.min(unit.depth, 4)] ?? ''}`}>
            <a href={unitHref(unit.code)} className={unit.depth < 2 ? 'b' : undefined}>{unit.name}</a>
            <div className="sm muted">{t('unit.members', { count: unit.members })}{unit.head && <> · {t('unit.headIs', { name: unit.head.name })}</>}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}

export interface UnitPageProps {
  unit: {
    code: string
    name: string
    closed: boolean
    path: { code: string; name: string }[]
    children: { code: string; name: string }[]
    head: UnitMember | null
    members: UnitMember[]
    next: { name: string; id: number } | null
    total: number
  }
  adminHref: string | null
  /** what another room says of the unit: how quickly it answers */
  heard?: ReactNode
}

const Person = ({ person }: { person: UnitMember }) => (
  <div className="person row flex-nowrap"><Avatar name={person.name} photo={person.photo} /><PersonLine name={person.name} href={`/orang/${person.slug}`} detail={person.position} /></div>
)

export function UnitPage({ unit, adminHref, heard }: UnitPageProps) {
  const t = useT('people')
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('unit.title'), href: '/unit' }, ...unit.path.map(one => ({ label: one.name, href: unitHref(one.code) })), { label: unit.name }]} />
      <div className="pagehead"><div><h1>{unit.name}</h1><p>{t('unit.members', { count: unit.total })}</p>{heard}</div>{adminHref && <ButtonLink href={adminHref}>{t('unit.setHead')}</ButtonLink>}</div>
      <div className="two">
        <div>
          <section><h2>{t('unit.head')}</h2><div className="mt-2">{unit.head ? <Person person={unit.head} /> : <p className="muted">{t('unit.noHead')}</p>}</div></section>
          <section className="sec">
            <h2>{t('unit.people')}</h2>
            {unit.members.length === 0 ? <p className="muted">{t('unit.empty')}</p> : <ul className="list">{unit.members.map(person => <li key={person.id} className="py-2"><Person person={person} /></li>)}</ul>}
            <Pager label={t('ui:pages.label')} older={unit.next && { label: t('list.next'), href: `?nama=${encodeURIComponent(unit.next.name)}&sesudah=${unit.next.id}` }} />
          </section>
        </div>
        {unit.children.length > 0 && (
          <aside className="side"><section><h2>{t('unit.below')}</h2><ul className="plain">{unit.children.map(one => <li key={one.code} className="py-1"><a className="link" href={unitHref(one.code)}>{one.name}</a></li>)}</ul></section></aside>
        )}
      </div>
    </>
  )
}

import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Breadcrumbs, Segments } from '~/ui/navigation'

const parts = [['kesehatan', '/mentoring/program'], ['gelombang', '/mentoring/program/gelombang'], ['laporan', '/mentoring/program/laporan'], ['angka', '/mentoring/program/angka'], ['undangan', '/mentoring/program/undangan']] as const
export type ProgrammePart = (typeof parts)[number][0]

/** The head of every page of the programme's officers. */
export function ProgrammeHead({ part, title, lede, end, deeper }: { part: ProgrammePart; title: string; lede?: ReactNode; end?: ReactNode; deeper?: boolean }) {
  const t = useT('care')
  const own = parts.find(([name]) => name === part)
  return (
    <>
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('crumb.mentoring'), href: '/mentoring' }, { label: t('crumb.programme'), href: '/mentoring/program' }, ...(deeper && own ? [{ label: t(`part.${part}`), href: own[1] }] : []), { label: title }]} />
      <div className="pagehead"><div><h1>{title}</h1>{lede ? <p>{lede}</p> : null}</div>{end ? <div className="row">{end}</div> : null}</div>
      {deeper ? null : <Segments label={t('part.label')} items={parts.map(([name, href]) => ({ label: t(`part.${name}`), href, current: name === part }))} />}
    </>
  )
}

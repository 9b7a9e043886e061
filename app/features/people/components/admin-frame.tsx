import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Breadcrumbs, Segments } from '~/ui/navigation'

const places = [['people', '/admin/orang'], ['import', '/admin/impor'], ['invite', '/admin/undangan'], ['units', '/admin/unit'], ['categories', '/admin/kategori'], ['tags', '/admin/tag'], ['pseudonyms', '/admin/nama-samaran'], ['mail', '/admin/surat'], ['search', '/admin/pencarian']] as const

/** Pages of officers: one line of tabs, one heading. Mail and search are for administrators only. */
export function AdminFrame({ current, title, lede, act, back, administrator, children }: {
  current: (typeof places)[number][0]; title: string; lede?: ReactNode; act?: ReactNode
  /** the list this page belongs to */
  back?: { label: string; href: string }
  administrator: boolean; children: ReactNode
}) {
  const t = useT('people')
  return (
    <>
      <Segments label={t('admin.title')} items={places.filter(([place]) => !['mail', 'search', 'categories', 'tags'].includes(place) || administrator).map(([place, href]) => ({ label: t(`admin.tab.${place}`), href, current: place === current }))} />
      {back && <div className="mt-4"><Breadcrumbs label={t('ui:shell.crumbs')} items={[back, { label: title }]} /></div>}
      <div className={back ? 'pagehead' : 'pagehead mt-4'}><div><h1>{title}</h1>{lede && <p>{lede}</p>}</div>{act}</div>
      {children}
    </>
  )
}

import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Segments } from '~/ui/navigation'

const places = [['people', '/admin/orang'], ['import', '/admin/impor'], ['invite', '/admin/undangan'], ['units', '/admin/unit'], ['mail', '/admin/surat'], ['search', '/admin/pencarian']] as const

/** Pages of officers: one line of tabs, one heading. Mail and search are for administrators only. */
export function AdminFrame({ current, title, lede, act, administrator, children }: {
  current: (typeof places)[number][0]; title: string; lede?: ReactNode; act?: ReactNode; administrator: boolean; children: ReactNode
}) {
  const t = useT('people')
  return (
    <>
      <Segments label={t('admin.title')} items={places.filter(([place]) => (place !== 'mail' && place !== 'search') || administrator).map(([place, href]) => ({ label: t(`admin.tab.${place}`), href, current: place === current }))} />
      <div className="pagehead mt-4"><div><h1>{title}</h1>{lede && <p>{lede}</p>}</div>{act}</div>
      {children}
    </>
  )
}

import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Breadcrumbs, Segments, type Crumb } from '~/ui/navigation'

const places = [['queue', '/moderasi'], ['appeals', '/moderasi/banding'], ['log', '/moderasi/catatan'], ['rules', '/moderasi/aturan']] as const

/** Pages of moderators: one line of tabs, one heading. */
export function ModerationFrame({ current, title, lede, administrator, crumbs, act, children }: {
  current: (typeof places)[number][0]; title: string; lede?: ReactNode; administrator: boolean; crumbs?: Crumb[]; act?: ReactNode; children: ReactNode
}) {
  const t = useT('moderation')
  return (
    <>
      <Segments label={t('tabs.label')} items={places.filter(([place]) => place !== 'rules' || administrator).map(([place, href]) => ({ label: t(`tabs.${place}`), href, current: place === current }))} />
      {crumbs && <div className="mt-4"><Breadcrumbs label={t('ui:shell.crumbs')} items={crumbs} /></div>}
      <div className={crumbs ? 'pagehead' : 'pagehead mt-4'}><div><h1>{title}</h1>{lede && <p>{lede}</p>}</div>{act}</div>
      {children}
    </>
  )
}

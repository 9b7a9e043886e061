import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/i18n'
import { Breadcrumbs } from '~/ui/navigation'

/** A page below "Pengaturan": the way back, one heading, one form. */
export function AccountFrame({ title, lede, children }: { title: string; lede?: ReactNode; children: ReactNode }) {
  const t = useT('people')
  return (
    <div className="text">
      <Breadcrumbs label={t('ui:shell.crumbs')} items={[{ label: t('account.title'), href: '/akun' }, { label: title }]} />
      <h1>{title}</h1>
      {lede && <p className="lede mt-2">{lede}</p>}
      <div className="mt-6">{children}</div>
    </div>
  )
}

/** A narrow card for people who are not signed in: one form and nothing before it. */
export function DoorFrame({ title, lede, children }: { title: string; lede?: ReactNode; children: ReactNode }) {
  return (
    <div className="narrow card mt-4">
      <h1 className="text-xl">{title}</h1>
      {lede && <p className="muted mt-2 sm">{lede}</p>}
      <div className="mt-4">{children}</div>
    </div>
  )
}

import { AdminFrame } from '~/features/people/components/admin-frame'
import { useT } from '~/platform/i18n/i18n'
import { Pins, type PinsProps } from '../components/pins'

/** Which pages stand first for which words, beside the rest of what administrators keep. */
export function PinsPage(props: PinsProps) {
  const t = useT('search')
  return (
    <AdminFrame current="search" administrator title={t('pins.title')} lede={t('pins.lede')}>
      <div className="text"><p className="mb-4"><a className="link sm" href="/admin/pencarian">{t('admin.title')}</a></p><Pins {...props} /></div>
    </AdminFrame>
  )
}

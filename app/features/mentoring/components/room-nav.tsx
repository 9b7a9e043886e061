import { useT } from '~/platform/i18n/i18n'
import { Segments } from '~/ui/navigation'
import { directoryPath, hoursPath, ownOffersPath, profilePath, requestsPath } from '../paths'

/** What a person does in this room, above its own pages. */
export function RoomNav({ current }: { current: 'find' | 'requests' | 'offers' | 'hours' | 'profile' }) {
  const t = useT('mentoring')
  const items = [['find', directoryPath], ['requests', requestsPath], ['offers', ownOffersPath], ['hours', hoursPath], ['profile', profilePath]] as const
  return <Segments label={t('nav.label')} items={items.map(([key, href]) => ({ label: t(`nav.${key}`), href, current: key === current }))} />
}

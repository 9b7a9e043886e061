import { useT } from '~/platform/i18n/i18n'
import { State } from '~/ui/marks'
import type { SessionView } from '../../sessions-views'

/** How a session stands, in one word. */
export function SessionState({ session, now }: { session: SessionView; now: number }) {
  const t = useT('sessions')
  if (session.state === 'CANCELLED') return <State icon="circle-x" tone="red">{t('state.CANCELLED')}</State>
  if (session.state === 'DONE') return <State icon="circle-check" tone="leaf">{t('state.DONE')}</State>
  if (session.state === 'MISSED') return <State icon="circle-x">{t('state.MISSED')}</State>
  if (now < session.startsAt) return <State icon="calendar">{t('state.ahead')}</State>
  if (now < session.endsAt) return <span className="live">{t('state.now')}</span>
  const said = session.attendance.filter(one => one.attended !== null)
  const differ = said.some(one => one.attended) && said.some(one => !one.attended)
  return <State icon="clock">{t(differ ? 'state.differ' : 'state.waits')}</State>
}

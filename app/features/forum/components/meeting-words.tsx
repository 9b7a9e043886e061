import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { localOf, timeOfMinute, weekdayOfDay } from '~/platform/i18n/local-time'
import { State } from '~/ui/marks'
import type { RhythmName } from '../meetings-rhythm'
import { phaseOf, type MeetingTimes } from '../meetings-views'

/** "Rabu, 25 November 2026, 09.00 WIB · 60 menit" by the reader's clock. */
export function useWhen(): (times: MeetingTimes) => string {
  const t = useT('meetings')
  const tongue = useTongue()
  return ({ startsAt, endsAt }) => {
    const weekday = t(`weekday.${weekdayOfDay(localOf(startsAt, tongue.timeZone).day)}`)
    return `${weekday}, ${formatDateTime(startsAt, tongue)} · ${t('minutesLong', { count: Math.round((endsAt - startsAt) / 60_000) })}`
  }
}

/** "Setiap Rabu pukul 09.00", "Senin pertama setiap bulan". */
export function useRhythm(): (series: { rhythm: RhythmName; weekday: number; nth: number; startMinute: number }) => string {
  const t = useT('meetings')
  const { locale } = useTongue()
  return ({ rhythm, weekday, nth, startMinute }) => {
    const time = timeOfMinute(startMinute)
    return t(`rhythmLine.${rhythm}`, { weekday: t(`weekday.${weekday}`), nth: t(`nth.${nth}`), time: locale === 'id' ? time.replace(':', '.') : time })
  }
}

export function MeetingState({ times, now }: { times: MeetingTimes; now: number }) {
  const t = useT('meetings')
  const phase = phaseOf(times, now)
  if (phase === 'now') return <span className="live">{t('phase.now')}</span>
  if (phase === 'skipped') return <State icon="circle-x" tone="red">{t('phase.skipped')}</State>
  return <State icon={phase === 'over' ? 'circle-check' : 'calendar'}>{t(`phase.${phase}`)}</State>
}

/** "5 Desember 2026" of a day, whoever reads it where. */
export function useDay(): (day: string) => string {
  const tongue = useTongue()
  return day => formatDate(`${day}T12:00:00Z`, { ...tongue, timeZone: 'UTC' })
}

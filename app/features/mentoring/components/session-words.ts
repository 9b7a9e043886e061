import { formatDate, formatTime } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import { localOf, weekdayOfDay } from '~/platform/i18n/local-time'
import type { Slot } from '../slots'

const zoneNames: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }
export const zoneWord = (timeZone: string): string => zoneNames[timeZone] ?? timeZone

/** The reader's clock by its short name. */
export const useZone = (): string => zoneWord(useTongue().timeZone)

/** Words of a day ("2026-11-25"): "Rabu", "25 Nov", "25 November 2026". */
export function useDayWords(): { weekday: (day: string) => string; short: (day: string) => string; long: (day: string) => string } {
  const t = useT('sessions')
  const tongue = useTongue()
  const utc = { ...tongue, timeZone: 'UTC' }
  const long = (day: string) => formatDate(`${day}T12:00:00Z`, utc)
  return {
    weekday: day => t(`weekday.${weekdayOfDay(day)}`),
    short: day => {
      const [number, month] = long(day).split(' ')
      return `${number} ${month?.slice(0, 3)}`
    },
    long,
  }
}

/** "Rabu, 25 November 2026, 15.00–16.00 WIB" by the reader's clock. */
export function useSessionWhen(): (times: Slot) => string {
  const tongue = useTongue()
  const words = useDayWords()
  return ({ startsAt, endsAt }) => {
    const { day } = localOf(startsAt, tongue.timeZone)
    return `${words.weekday(day)}, ${words.long(day)}, ${formatTime(startsAt, tongue)}–${formatTime(endsAt, tongue)} ${zoneWord(tongue.timeZone)}`
  }
}

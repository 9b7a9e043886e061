import { formatMoment } from '~/platform/i18n/format'
import { useT, useTongue } from '~/platform/i18n/i18n'
import type { ReadMark } from '../../sessions-views'

/** Who has read up to the end, and when. For the people of the room alone. */
export function ReadMarks({ reads, lastNumber }: { reads: readonly ReadMark[]; lastNumber: number }) {
  const t = useT('sessions')
  const tongue = useTongue()
  const done = reads.filter(one => one.number >= lastNumber)
  if (done.length === 0) return null
  const [only] = done
  return (
    <p className="xs faint mt-2 mb-3">
      {done.length === 1 && only ? t('room.readBy', { name: only.name, time: formatMoment(only.at, tongue) }) : t('room.readByMany', { names: done.map(one => one.name).join(', ') })}
    </p>
  )
}

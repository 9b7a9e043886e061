import { createSeries } from '~/features/forum/series.server'
import { db } from '~/platform/db/db.server'
import type { Member } from '~/platform/viewer'
import { newKey } from './discussion'

export interface SeriesGiven {
  host: Member
  category: { slug: string }
  /** names or profile slugs, one per line */
  hosts?: string
  more?: Record<string, string>
}

/** The form of a series as a browser sends it. */
export const seriesForm = (category: string, more: Record<string, string> = {}): Record<string, string> => ({
  title: 'Forum loket hari Rabu', purpose: 'Bertukar cara melayani warga di loket.', category, rhythm: 'WEEKLY', weekday: '3', nth: '1', firstDay: '2026-01-01', time: '09:00', duration: '60',
  place: 'Aula', link: 'https://rapat.example/loket', agenda: 'Keluhan minggu ini\nCara yang berhasil', hosts: '', clientKey: newKey(), ...more,
})

/** Through the verb, with its next four meetings. @returns the series and ids of its meetings in order */
export async function makeSeries(given: SeriesGiven) {
  const made = await createSeries(given.host, seriesForm(given.category.slug, { hosts: given.hosts ?? '', ...given.more }))
  const meetings = await db.meeting.findMany({ where: { seriesId: made.id }, orderBy: { startsAt: 'asc' }, select: { topicId: true } })
  return { ...made, meetings: meetings.map(one => one.topicId) }
}

/** The meeting as if it had begun this many minutes from now (negative: ago). */
export async function setStart(topicId: number, minutes: number, length = 60): Promise<void> {
  const startsAt = new Date(Date.now() + minutes * 60_000)
  await db.meeting.update({ where: { topicId }, data: { startsAt, endsAt: new Date(startsAt.getTime() + length * 60_000) } })
}

import { openThread } from '~/features/discussion/threads.server'
import { contentOf } from '~/features/discussion/written.server'
import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { formatDate } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import { log } from '~/platform/log/log.server'
import type { Member } from '~/platform/viewer'
import './events'
import './meetings-events'
import { canHost } from './meetings-policy'
import { nextStarts } from './meetings-rhythm'
import { seriesColumns, seriesTables, setClock, type ReachedSeries } from './rows/meeting.server'
import { shelfOf } from './shelf'
import { slugOf } from './slug'

/** Meetings that stand ahead of time. */
export const AHEAD = 4

/** The title of a meeting: the series and the day, in the words of the house. */
export const titleOf = (series: Pick<ReachedSeries, 'title' | 'timeZone'>, startsAt: number): string =>
  `${series.title}, ${formatDate(startsAt, { locale: 'id', timeZone: series.timeZone, now: startsAt })}`

/** What opens the thread of a meeting: its purpose and the points every meeting has. Time and place stand above it and may change. */
export function openingOf(series: Pick<ReachedSeries, 'purpose' | 'agenda'>): string {
  const t = translator('id', 'meetings')
  const points = series.agenda.length > 0 ? `\n\n**${t('opening.agenda')}**\n\n${series.agenda.map((point, at) => `${at + 1}. ${point}`).join('\n')}` : ''
  return `${series.purpose}${points}\n\n${t('opening.invitation')}`
}

const unscoped = `select ${seriesColumns} from ${seriesTables} where s.id = $1 and s.ended_at is null and c.archived_at is null`

/** In whose name the next meetings are opened: the creator, else another host who still may. */
async function hostOf(series: ReachedSeries): Promise<Member | null> {
  const ids = [series.creatorId, ...series.hostIds.filter(id => id !== series.creatorId)]
  const people = await viewersOfPeopleUnscoped(ids)
  return ids.map(id => people.get(id)).find(person => person !== undefined && canHost(person, series)) ?? null
}

export async function openMeeting(tx: Tx, host: Member, series: ReachedSeries, startsAt: number, now: number): Promise<number> {
  const title = titleOf(series, startsAt)
  const { threadId } = await openThread(tx, host, {
    kind: 'topic', shelf: shelfOf(series.categoryId), audience: series.audience, answerable: false, label: 'MEETING', content: contentOf({ markdown: openingOf(series) }),
    clientKey: `meeting-${series.id}-${startsAt}`, draftPlace: `meeting:${series.id}`,
  })
  const endsAt = startsAt + series.duration * 60_000
  await tx.topic.create({ data: { id: threadId, categoryId: series.categoryId, kind: 'MEETING', title, slug: slugOf(title), tags: [], authorId: host.personId } })
  await tx.meeting.create({ data: { topicId: threadId, seriesId: series.id, slot: new Date(startsAt), startsAt: new Date(startsAt), endsAt: new Date(endsAt) } })
  const [kept] = await tx.$queryRaw<{ audience: string }[]>`update category set topic_count = topic_count + 1 where id = ${series.categoryId}::int returning audience`
  // the category went to other readers meanwhile: the next run opens it for those
  if (kept?.audience !== series.audience) throw new Conflict('generic')
  await setClock(tx, { id: threadId, startsAt, endsAt }, now)
  await recordEvent(tx, 'forum.topic.opened', { topicId: threadId, categoryId: series.categoryId, authorId: host.personId }, host.personId)
  await recordEvent(tx, 'forum.meeting.planned', { topicId: threadId, seriesId: series.id, categoryId: series.categoryId }, host.personId)
  return threadId
}

/**
 * Opens what is missing of the next meetings. The row of the series is locked, and a slot is taken once, by one that was skipped too: however
 * often and from wherever it is asked at once, no meeting is made twice. @returns ids of topics made now
 */
export async function planSeries(seriesId: number, now = Date.now()): Promise<number[]> {
  const [series] = await sql<ReachedSeries>('series-unscoped', unscoped, [seriesId])
  const host = series ? await hostOf(series) : null
  if (!series || !host) return []
  return transaction(async tx => {
    const open = await tx.$queryRaw<{ id: number }[]>`select id from series where id = ${seriesId}::int and ended_at is null for update`
    if (open.length === 0) return []
    const standing = await tx.meeting.count({ where: { seriesId, skippedAt: null, startsAt: { gt: new Date(now) } } })
    if (standing >= AHEAD) return []
    const taken = new Set((await tx.meeting.findMany({ where: { seriesId, slot: { gt: new Date(now) } }, select: { slot: true } })).map(row => row.slot.getTime()))
    const starts = nextStarts(series, now, AHEAD + taken.size).filter(at => !taken.has(at)).slice(0, AHEAD - standing)
    const made: number[] = []
    for (const at of starts) made.push(await openMeeting(tx, host, series, at, now))
    return made
  })
}

/** Nightly, and after every meeting: one series that fails does not keep the others waiting. */
export async function planAll(): Promise<void> {
  for (let after = 0; ;) {
    const rows = await sql<{ id: number }>('series-active', 'select id from series where ended_at is null and id > $1 order by id limit 200', [after])
    for (const { id } of rows)
      await planSeries(id).catch((error: unknown) => { log.warn({ err: (error as Error).message, series: id }, 'the next meetings were not made') })
    const last = rows.at(-1)
    if (rows.length < 200 || !last) return
    after = last.id
  }
}

import { viewersOfPeopleUnscoped } from '~/features/people/viewer.server'
import { checked } from '~/platform/checked'
import { brokenConstraint, sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { mayRead, type Member, type Viewer } from '~/platform/viewer'
import './events'
import './meetings-events'
import { planSeries, titleOf } from './meetings-plan.server'
import { canKeepSeries, canStartSeries } from './meetings-policy'
import { nextStarts } from './meetings-rhythm'
import { newSeriesSchema, seriesSchema, type SeriesForm } from './meetings.schema'
import { reachCategory } from './rows/reach.server'
import { asMember, reachSeries, refused, setClock, type ReachedSeries } from './rows/meeting.server'
import { slugOf } from './slug'

export interface MadeSeries {
  id: number
  slug: string
}

/** Named hosts are colleagues who may read the category: by the name as it stands in their profile, or by its address. @throws Invalid beside `hosts` */
async function hostsOf(typed: readonly string[], audience: string): Promise<number[]> {
  if (typed.length === 0) return []
  const words = typed.map(one => one.replace(/^.*\/orang\//, '').toLowerCase())
  const found = await sql<{ id: number; word: string }>('series-hosts-named', `select p.id, w.word from unnest($1::text[]) as w(word) join person p on (lower(p.name) = w.word or p.slug = w.word)
    where p.kind = 'ASN' and p.closed_at is null`, [words])
  const people = await viewersOfPeopleUnscoped(found.map(row => row.id))
  const ids = new Set<number>()
  for (const word of words) {
    const named = found.filter(row => row.word === word && people.has(row.id) && mayRead(people.get(row.id) as Member, audience))
    if (named.length !== 1) throw new Invalid({ hosts: [named.length === 0 ? 'meetings:errors.hostUnknown' : 'meetings:errors.hostMany'] })
    for (const { id } of named) ids.add(id)
  }
  return [...ids]
}

const columnsOf = (form: SeriesForm, categoryId: number) => ({
  slug: slugOf(form.title), title: form.title, purpose: form.purpose, categoryId, rhythm: form.rhythm, weekday: form.weekday, nth: form.nth, firstDay: new Date(`${form.firstDay}T00:00:00Z`),
  startMinute: form.time, duration: form.duration, place: form.place, link: form.link, agenda: form.agenda,
})

/**
 * Opens a series with its next meetings. A second arrival of one press gives the same series.
 * @param input the form as `newSeriesSchema` takes it
 * @throws NotFound for a hidden category, Conflict "archived", Forbidden, Invalid by field
 */
export async function createSeries(viewer: Viewer, input: unknown): Promise<MadeSeries> {
  const member = asMember(viewer)
  const form = checked(seriesSchema, input)
  const { clientKey } = newSeriesSchema.pick({ clientKey: true }).parse(input)
  const category = await reachCategory(member, form.category)
  if (category.archived) throw new Conflict('archived')
  if (!canStartSeries(member, category)) throw refused(member)
  const hosts = await hostsOf(form.hosts, category.audience)
  const byKey = () => sql<MadeSeries>('series-by-key', 'select id, slug from series where creator_id = $1 and client_key = $2', [member.personId, clientKey])
  const [earlier] = await byKey()
  if (earlier) return earlier
  try {
    const made = await transaction(async tx => {
      const row = await tx.series.create({
        data: { ...columnsOf(form, category.id), creatorId: member.personId, clientKey, hosts: { create: [...new Set([member.personId, ...hosts])].map(personId => ({ personId })) } },
        select: { id: true, slug: true },
      })
      await recordEvent(tx, 'forum.series.changed', { seriesId: row.id, categoryId: category.id }, member.personId)
      await recordEvent(tx, 'forum.series.opened', { seriesId: row.id, categoryId: category.id }, member.personId)
      return row
    })
    await planSeries(made.id)
    return made
  } catch (error) {
    if (!brokenConstraint(error)) throw error
    const [made] = await byKey()
    if (!made) throw new Conflict('generic')
    return made
  }
}

const rhythmOf = (one: Pick<ReachedSeries, 'rhythm' | 'weekday' | 'nth' | 'firstDay' | 'startMinute' | 'duration'>): string =>
  [one.rhythm, one.weekday, one.rhythm === 'MONTHLY' ? one.nth : 0, one.firstDay, one.startMinute, one.duration].join()

/** Meetings ahead take the days of the new rhythm, in their order: answers and points stay with them, and who answered is told. */
async function realign(tx: Tx, member: Member, series: ReachedSeries, moves: boolean, now: number): Promise<void> {
  const ahead = await tx.$queryRaw<{ id: number; startsAt: Date }[]>`
    select topic_id as id, starts_at as "startsAt" from meeting where series_id = ${series.id}::int and skipped_at is null and starts_at > ${new Date(now)}::timestamptz order by starts_at, topic_id for update`
  const ids = ahead.map(one => one.id)
  const taken = new Set((await tx.meeting.findMany({ where: { seriesId: series.id, topicId: { notIn: ids } }, select: { slot: true } })).map(row => row.slot.getTime()))
  const starts = moves ? nextStarts(series, now, ahead.length + taken.size).filter(at => !taken.has(at)) : ahead.map(one => one.startsAt.getTime())
  // out of each other's way first: the days of the new rhythm may be days of the old one
  if (moves) await tx.$executeRaw`update meeting set slot = slot - interval '1000 years' where topic_id = any(${ids}::int[])`
  for (const [place, { id, startsAt }] of ahead.entries()) {
    const at = starts[place] ?? startsAt.getTime()
    const title = titleOf(series, at)
    await tx.topic.update({ where: { id }, data: { title, slug: slugOf(title) } })
    await recordEvent(tx, 'forum.topic.edited', { topicId: id, categoryId: series.categoryId }, member.personId)
    if (!moves) continue
    const endsAt = at + series.duration * 60_000
    await tx.meeting.update({ where: { topicId: id }, data: { slot: new Date(at), startsAt: new Date(at), endsAt: new Date(endsAt), reason: '', dayToldAt: null, soonToldAt: null } })
    await setClock(tx, { id, startsAt: at, endsAt }, now)
    if (at !== startsAt.getTime()) await recordEvent(tx, 'forum.meeting.moved', { topicId: id, seriesId: series.id, categoryId: series.categoryId }, member.personId)
  }
}

/** Its category stays: the meetings that were belong to its readers. @throws NotFound, Forbidden, Invalid by field */
export async function editSeries(viewer: Viewer, seriesId: number, input: unknown): Promise<MadeSeries> {
  const member = asMember(viewer)
  const before = await reachSeries(member, seriesId)
  if (!canKeepSeries(member, before)) throw new Forbidden()
  const form = checked(seriesSchema, { ...(input as object), category: before.category })
  const hosts = await hostsOf(form.hosts, before.audience)
  const now = Date.now()
  const columns = columnsOf(form, before.categoryId)
  const after: ReachedSeries = { ...before, ...columns, firstDay: form.firstDay }
  await transaction(async tx => {
    const open = await tx.$queryRaw<{ id: number }[]>`select id from series where id = ${seriesId}::int and ended_at is null for update`
    if (open.length === 0) throw new Conflict('generic')
    await tx.series.update({ where: { id: seriesId }, data: columns })
    await tx.seriesHost.deleteMany({ where: { seriesId } })
    await tx.seriesHost.createMany({ data: [...new Set([before.creatorId, ...hosts])].map(personId => ({ seriesId, personId })) })
    const moves = rhythmOf(before) !== rhythmOf(after)
    if (moves || before.title !== after.title) await realign(tx, member, after, moves, now)
    await recordEvent(tx, 'forum.series.changed', { seriesId, categoryId: before.categoryId }, member.personId)
  })
  await planSeries(seriesId, now)
  return { id: seriesId, slug: columns.slug }
}

/** What is ahead is skipped, what was stays readable, open tasks stay open. Pressing twice ends it once. @throws NotFound, Forbidden */
export async function endSeries(viewer: Viewer, { seriesId }: { seriesId: number }): Promise<MadeSeries> {
  const member = asMember(viewer)
  const series = await reachSeries(member, seriesId)
  if (series.ended) return series
  if (!canKeepSeries(member, series)) throw new Forbidden()
  await transaction(async tx => {
    const ended = await tx.$executeRaw`update series set ended_at = now(), updated_at = now() where id = ${seriesId}::int and ended_at is null`
    if (ended === 0) return
    const ahead = await tx.$queryRaw<{ id: number }[]>`update meeting set skipped_at = now() where series_id = ${seriesId}::int and skipped_at is null and starts_at > now() returning topic_id as id`
    for (const { id } of ahead) await recordEvent(tx, 'forum.meeting.skipped', { topicId: id, seriesId, categoryId: series.categoryId }, member.personId)
    await recordEvent(tx, 'forum.series.changed', { seriesId, categoryId: series.categoryId }, member.personId)
  })
  return series
}

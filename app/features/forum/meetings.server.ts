import { judgeWords, putBefore } from '~/features/moderation/gate.server'
import { sql, transaction, type Tx } from '~/platform/db/db.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { recordEvent } from '~/platform/events/events.server'
import { momentOf } from '~/platform/i18n/local-time'
import type { Member, Viewer } from '~/platform/viewer'
import './events'
import './meetings-events'
import { planSeries, titleOf } from './meetings-plan.server'
import { canAnswer, canPropose, canSteer, canWithdraw } from './meetings-policy'
import type { ReplyName } from './meetings-views'
import { MAX_POINTS } from './meetings.schema'
import { asMember, reachMeeting, refused, setClock, type ReachedMeeting } from './rows/meeting.server'
import { shelfOf } from './shelf'
import { slugOf } from './slug'

export interface MeetingPlace {
  id: number
  slug: string
}

/** Points a person may propose for one meeting. */
const OWN_POINTS = 10

/** The meeting's row, ours until the transaction ends. Changed meanwhile: the caller's policy was asked of another state. */
async function hold(tx: Tx, meeting: ReachedMeeting): Promise<void> {
  const [row] = await tx.$queryRaw<{ same: boolean }[]>`
    select starts_at = ${new Date(meeting.startsAt)}::timestamptz and (skipped_at is not null) = ${meeting.skipped}::boolean as same from meeting where topic_id = ${meeting.id}::int for update`
  if (!row?.same) throw new Conflict('generic')
}

/** Come, maybe or not; null takes the answer back. The last press counts. @throws NotFound, Forbidden, Conflict when it is over or skipped */
export async function answerMeeting(viewer: Viewer, { topicId, reply }: { topicId: number; reply: ReplyName | null }): Promise<MeetingPlace> {
  const member = asMember(viewer)
  const meeting = await reachMeeting(member, topicId)
  if (!canAnswer(member, meeting, Date.now())) throw member.verified ? new Conflict('generic') : refused(member)
  await transaction(async tx => {
    await hold(tx, meeting)
    const key = { topicId_personId: { topicId, personId: member.personId } }
    const before = await tx.meetingAnswer.findUnique({ where: key, select: { reply: true } })
    if ((before?.reply ?? null) === reply) return
    if (reply === null) await tx.meetingAnswer.delete({ where: key })
    else await tx.meetingAnswer.upsert({ where: key, create: { topicId, personId: member.personId, reply }, update: { reply } })
    const by = (one: ReplyName) => (reply === one ? 1 : 0) - (before?.reply === one ? 1 : 0)
    await tx.meeting.update({ where: { topicId }, data: { comeCount: { increment: by('COME') }, maybeCount: { increment: by('MAYBE') }, notCount: { increment: by('NOT') } } })
    await recordEvent(tx, 'forum.meeting.answered', { topicId, categoryId: meeting.categoryId, personId: member.personId, comes: reply === 'COME' || reply === 'MAYBE' }, member.personId)
  })
  return meeting
}

const changed = (tx: Tx, member: Member, meeting: ReachedMeeting) => recordEvent(tx, 'forum.meeting.changed', { topicId: meeting.id, categoryId: meeting.categoryId }, member.personId)

/** A second arrival of one press adds nothing; what runs into a word rule waits for a moderator. @throws NotFound, Forbidden, Conflict once it began, Invalid beside `text` when there are too many */
export async function proposePoint(viewer: Viewer, { topicId, text, clientKey }: { topicId: number; text: string; clientKey: string }): Promise<MeetingPlace> {
  const member = asMember(viewer)
  const meeting = await reachMeeting(member, topicId)
  if (!canPropose(member, meeting, Date.now())) throw Date.now() >= meeting.startsAt || meeting.skipped || meeting.locked ? new Conflict('generic') : refused(member)
  const waits = await judgeWords({ author: member, shelf: shelfOf(meeting.categoryId), audience: meeting.audience, text, html: '' })
  await transaction(async tx => {
    await hold(tx, meeting)
    const points = await tx.agendaPoint.findMany({ where: { topicId }, select: { authorId: true, clientKey: true, position: true } })
    const own = points.filter(point => point.authorId === member.personId)
    if (own.some(point => point.clientKey === clientKey)) return
    if (points.length >= MAX_POINTS || own.length >= OWN_POINTS) throw new Invalid({ text: ['meetings:errors.points'] })
    const position = points.reduce((last, point) => Math.max(last, point.position), 0) + 1
    const { id } = await tx.agendaPoint.create({ data: { topicId, text, position, authorId: member.personId, clientKey, state: waits ? 'WAITING' : 'SHOWN' }, select: { id: true } })
    if (waits) await putBefore(tx, { kind: 'point', thingId: id, shelf: shelfOf(meeting.categoryId), audience: meeting.audience, title: meeting.title }, waits, member.personId)
    else await changed(tx, member, meeting)
  })
  return meeting
}

async function reachPoint(viewer: Member, pointId: number): Promise<{ meeting: ReachedMeeting; authorId: number }> {
  const [point] = await sql<{ topic_id: number; author_id: number }>('agenda-point', 'select topic_id, author_id from agenda_point where id = $1', [pointId])
  if (!point) throw new NotFound('point')
  return { meeting: await reachMeeting(viewer, point.topic_id), authorId: point.author_id }
}

/** @throws NotFound, Forbidden; also once the meeting began */
export async function withdrawPoint(viewer: Viewer, { pointId }: { pointId: number }): Promise<MeetingPlace> {
  const member = asMember(viewer)
  const { meeting, authorId } = await reachPoint(member, pointId)
  if (!canWithdraw(member, meeting, { authorId }, Date.now())) throw new Forbidden()
  await transaction(async tx => {
    await hold(tx, meeting)
    const gone = await tx.agendaPoint.deleteMany({ where: { id: pointId } })
    if (gone.count > 0) await changed(tx, member, meeting)
  })
  return meeting
}

/** One place up or down; at the end it stays where it is. For hosts. @throws NotFound, Forbidden */
export async function shiftPoint(viewer: Viewer, { pointId, by }: { pointId: number; by: 1 | -1 }): Promise<MeetingPlace> {
  const member = asMember(viewer)
  const { meeting } = await reachPoint(member, pointId)
  if (!canSteer(member, meeting, Date.now())) throw new Forbidden()
  await transaction(async tx => {
    await hold(tx, meeting)
    const ids = (await tx.agendaPoint.findMany({ where: { topicId: meeting.id }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true } })).map(point => point.id)
    const from = ids.indexOf(pointId)
    const other = ids[from + by]
    if (from < 0 || other === undefined) return
    ids[from + by] = pointId
    ids[from] = other
    await tx.$executeRaw`update agenda_point p set position = o.place from unnest(${ids}::int[]) with ordinality as o(id, place) where p.id = o.id`
    await changed(tx, member, meeting)
  })
  return meeting
}

export interface MoveMeeting {
  topicId: number
  /** by the clock of the series */
  day: string
  minute: number
  reason: string
}

/** Another day or hour for this one; it stays as long as it was. Who answered is told. @throws NotFound, Forbidden, Conflict, Invalid beside `day` */
export async function moveMeeting(viewer: Viewer, { topicId, day, minute, reason }: MoveMeeting): Promise<MeetingPlace> {
  const member = asMember(viewer)
  const meeting = await reachMeeting(member, topicId)
  const now = Date.now()
  if (!canSteer(member, meeting, now)) throw new Forbidden()
  const startsAt = momentOf(day, minute, meeting.timeZone)
  if (startsAt <= now || startsAt > now + 400 * 86_400_000) throw new Invalid({ day: ['meetings:errors.past'] })
  if (startsAt === meeting.startsAt) return meeting
  const endsAt = startsAt + meeting.endsAt - meeting.startsAt
  const title = titleOf({ title: meeting.seriesTitle, timeZone: meeting.timeZone }, startsAt)
  const slug = slugOf(title)
  await transaction(async tx => {
    await hold(tx, meeting)
    await tx.meeting.update({ where: { topicId }, data: { startsAt: new Date(startsAt), endsAt: new Date(endsAt), reason, dayToldAt: null, soonToldAt: null } })
    await tx.topic.update({ where: { id: topicId }, data: { title, slug } })
    await setClock(tx, { id: topicId, startsAt, endsAt }, now)
    await recordEvent(tx, 'forum.topic.edited', { topicId, categoryId: meeting.categoryId }, member.personId)
    await recordEvent(tx, 'forum.meeting.moved', { topicId, seriesId: meeting.seriesId, categoryId: meeting.categoryId }, member.personId)
  })
  return { id: topicId, slug }
}

/** Not this time; its thread stays. Another is made at the end of the row. Pressing twice skips once. @throws NotFound, Forbidden */
export async function skipMeeting(viewer: Viewer, { topicId, reason }: { topicId: number; reason: string }): Promise<MeetingPlace> {
  const member = asMember(viewer)
  const meeting = await reachMeeting(member, topicId)
  if (meeting.skipped) return meeting
  if (!canSteer(member, meeting, Date.now())) throw new Forbidden()
  await transaction(async tx => {
    const skipped = await tx.meeting.updateMany({ where: { topicId, skippedAt: null, startsAt: { gt: new Date() } }, data: { skippedAt: new Date(), reason } })
    if (skipped.count === 0) return
    await recordEvent(tx, 'forum.meeting.skipped', { topicId, seriesId: meeting.seriesId, categoryId: meeting.categoryId }, member.personId)
  })
  await planSeries(meeting.seriesId)
  return meeting
}

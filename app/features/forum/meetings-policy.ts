import { isMember, isSilenced, mayRead, type Viewer } from '~/platform/viewer'
import { canOpenTopic } from './policy'

interface SeriesState {
  /** of its category */
  audience: string
  /** who opened it and whom they named */
  hostIds: readonly number[]
  ended: boolean
}

/** Of its topic; the rest is its series'. Times are milliseconds. */
interface MeetingState extends SeriesState {
  startsAt: number
  endsAt: number
  skipped: boolean
  locked: boolean
}

const takesPart = (viewer: Viewer, { audience }: Pick<SeriesState, 'audience'>): boolean => isMember(viewer) && viewer.verified && mayRead(viewer, audience)

/** An ASN who may open topics in the category. */
export const canStartSeries = (viewer: Viewer, category: { audience: string; openAudience: string; archived: boolean }): boolean =>
  viewer.kind === 'ASN' && canOpenTopic(viewer, category)

/** A named host, while they read and may write. Ended or not: what was met about can still be written down. */
export const canHost = (viewer: Viewer, series: SeriesState): boolean =>
  viewer.kind === 'ASN' && takesPart(viewer, series) && !isSilenced(viewer) && viewer.personId !== null && series.hostIds.includes(viewer.personId)

export const canKeepSeries = (viewer: Viewer, series: SeriesState): boolean => !series.ended && canHost(viewer, series)

/** Come, maybe, not: whoever reads it, until it is over. */
export const canAnswer = (viewer: Viewer, meeting: MeetingState, now: number): boolean => takesPart(viewer, meeting) && !meeting.skipped && now < meeting.endsAt

/** Until it begins. */
const isAhead = (meeting: MeetingState, now: number): boolean => !meeting.skipped && now < meeting.startsAt

export const canPropose = (viewer: Viewer, meeting: MeetingState, now: number): boolean =>
  takesPart(viewer, meeting) && !isSilenced(viewer) && !meeting.locked && isAhead(meeting, now)

/** Another time, or not at all this time; the order of its points. */
export const canSteer = (viewer: Viewer, meeting: MeetingState, now: number): boolean => isAhead(meeting, now) && canHost(viewer, meeting)

/** One's own point, or any for the host. */
export const canWithdraw = (viewer: Viewer, meeting: MeetingState, point: { authorId: number }, now: number): boolean =>
  isAhead(meeting, now) && takesPart(viewer, meeting) && (point.authorId === viewer.personId || canHost(viewer, meeting))

/** From its beginning on, for good. */
export const canWriteMinutes = (viewer: Viewer, meeting: MeetingState, now: number): boolean => !meeting.skipped && now >= meeting.startsAt && canHost(viewer, meeting)

/** Done, or open again: the person it was given to, and the hosts. */
export const canFinishTask = (viewer: Viewer, task: { assigneeId: number }, series: SeriesState): boolean =>
  takesPart(viewer, series) && (task.assigneeId === viewer.personId || canHost(viewer, series))

/** Who comes is a list of names among colleagues; others see how many. */
export const seesWhoComes = (viewer: Viewer): boolean => viewer.kind === 'ASN'

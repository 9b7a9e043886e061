import { isSilenced, type Viewer } from '~/platform/viewer'
import { mayWorkInPair, roleInPair, type PairFacts } from './pairs-policy'

export interface SessionFacts {
  state: string
  /** milliseconds */
  startsAt: number
  endsAt: number
}

type PairOfSession = PairFacts & { form: string }

/** Sessions are booked while the work goes on. Of a group's calendar the mentor decides; written advice has none. */
export const canBook = (viewer: Viewer, pair: PairOfSession): boolean =>
  mayWorkInPair(viewer, pair) && pair.state !== 'CLOSING' && pair.form !== 'WRITTEN' && (pair.form !== 'GROUP' || roleInPair(viewer, pair) === 'MENTOR')

/** Another time or none at all, until it begins. */
export const canChangeSession = (viewer: Viewer, pair: PairOfSession, session: SessionFacts, now: number): boolean =>
  session.state === 'BOOKED' && now < session.startsAt && mayWorkInPair(viewer, pair) && (pair.form !== 'GROUP' || roleInPair(viewer, pair) === 'MENTOR')

/** Topic and agenda are everybody's who comes, until it is over. */
export const canPrepare = (viewer: Viewer, pair: PairOfSession, session: SessionFacts, now: number): boolean =>
  session.state === 'BOOKED' && now < session.endsAt && mayWorkInPair(viewer, pair)

/** Whoever had the time says whether they were there, from its beginning on; also once the pair has ended, and as often as they like. */
export const canConfirm = (viewer: Viewer, pair: PairOfSession, session: SessionFacts, now: number): boolean =>
  ['BOOKED', 'DONE', 'MISSED'].includes(session.state) && now >= session.startsAt && roleInPair(viewer, pair) !== null && !isSilenced(viewer)

/** The list of who was there, of a group. */
export const canList = (viewer: Viewer, pair: PairOfSession, session: SessionFacts, now: number): boolean =>
  canConfirm(viewer, pair, session, now) && pair.form === 'GROUP' && roleInPair(viewer, pair) === 'MENTOR'

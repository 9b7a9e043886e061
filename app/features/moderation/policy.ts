import { hasRole, isMember, isSelf, mayRead, type Viewer } from '~/platform/viewer'
import { harsh, personal, type Act } from './words'

/** Days within which an author may object to a decision. */
export const APPEAL_DAYS = 30
/** Minutes a case belongs to the moderator who took it. */
export const CLAIM_MINUTES = 15

export interface Place {
  audience: string
  /** key of the list; '' or absent where a thing stands in none */
  shelf?: string
}

/** Moderators of the whole house. */
export const moderatesAll = (viewer: Viewer): boolean => isMember(viewer) && hasRole(viewer, 'MODERATOR', 'ADMINISTRATOR')

/** Only what one may read; moderators of lists only in theirs. */
export const mayModerate = (viewer: Viewer, place: Place): boolean =>
  isMember(viewer) && mayRead(viewer, place.audience) && (moderatesAll(viewer) || (Boolean(place.shelf) && viewer.moderates.includes(place.shelf ?? '')))

/** Whether there is a queue for this person at all. */
export const moderatesSomething = (viewer: Viewer): boolean => isMember(viewer) && (moderatesAll(viewer) || viewer.moderates.length > 0)

/** Anyone signed in, about what stands and is not their own. */
export const canFlag = (viewer: Viewer, thing: Place & { authorId: number; state: string }): boolean =>
  isMember(viewer) && viewer.verified && mayRead(viewer, thing.audience) && thing.state === 'standing' && !isSelf(viewer, thing.authorId)

export interface CaseState extends Place {
  authorId: number
  closed: boolean
  claimedById: number | null
  /** milliseconds */
  claimedUntil: number
}

export const claimedByOther = (viewer: Viewer, one: CaseState, now = Date.now()): boolean =>
  one.claimedById !== null && one.claimedById !== viewer.personId && one.claimedUntil > now

/** Nobody decides about what they wrote themselves. */
export const canTake = (viewer: Viewer, one: CaseState, now = Date.now()): boolean =>
  mayModerate(viewer, one) && !one.closed && !isSelf(viewer, one.authorId) && !claimedByOther(viewer, one, now)

/** To silence or suspend reaches every list: for moderators of the house, and about moderators for administrators. */
export const canSanction = (viewer: Viewer, target: { id: number; roles: readonly string[] }): boolean =>
  moderatesAll(viewer) && !isSelf(viewer, target.id)
  && (hasRole(viewer, 'ADMINISTRATOR') || !target.roles.some(role => role === 'MODERATOR' || role === 'ADMINISTRATOR'))

export interface DecisionState extends Place {
  act: Act
  byId: number
  authorId: number
  /** milliseconds */
  at: number
  undone: boolean
  appealed: boolean
  /** the appeal has its answer */
  judged: boolean
}

/** Once, by whom it concerns, within `APPEAL_DAYS`. `personId` also of somebody suspended, who is a stranger everywhere else. */
export const canAppeal = (personId: number | null, one: DecisionState, now = Date.now()): boolean =>
  personId !== null && one.authorId === personId && harsh.includes(one.act) && !one.undone && !one.appealed && now - one.at <= APPEAL_DAYS * 86_400_000

const reaches = (viewer: Viewer, one: DecisionState): boolean => mayModerate(viewer, one) && (!personal.includes(one.act) || moderatesAll(viewer))

/** By somebody else than who decided, and than whom it concerns. */
export const canJudge = (viewer: Viewer, one: DecisionState): boolean =>
  reaches(viewer, one) && one.appealed && !one.judged && !one.undone && one.byId !== viewer.personId && !isSelf(viewer, one.authorId)

/** Any moderator of the place, who decided too: a mistake is put right at once. An open appeal is judged instead. */
export const canUndo = (viewer: Viewer, one: DecisionState): boolean =>
  reaches(viewer, one) && harsh.includes(one.act) && !one.undone && !isSelf(viewer, one.authorId) && (!one.appealed || one.judged)

/** Rules, templates and moderators of lists. */
export const canKeepRules = (viewer: Viewer): boolean => isMember(viewer) && hasRole(viewer, 'ADMINISTRATOR')

/** What is known of a writer when something of theirs arrives. */
export interface Writer {
  kind: string
  /** milliseconds since the account was made */
  age: number
  /** posts of theirs that stand; counted to ten */
  accepted: number
}

/** An account is no new one after `days` with `posts` that stand, and in any case after `longDays`. */
export const SETTLED = { days: 7, posts: 3, longDays: 45 }
/** Standing posts after which somebody is no newcomer of a list that holds first posts. */
export const NEWCOMER_POSTS = 2

/** Civil servants are known by their personnel file; others become known by time and by what stood. */
export const isEstablished = (writer: Writer): boolean =>
  writer.kind === 'ASN' || writer.age >= SETTLED.longDays * 86_400_000 || (writer.age >= SETTLED.days * 86_400_000 && writer.accepted >= SETTLED.posts)

export const isNewcomer = (writer: Writer): boolean => writer.kind !== 'ASN' && writer.accepted < NEWCOMER_POSTS

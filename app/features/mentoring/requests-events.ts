import type { PairStateName } from './pairs-table'
import type { RequestAct, RequestStateName } from './requests-table'

/** The facts of requests and pairs. Reasons, goals and words of people stay in their rows. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    /** sent, or something of the table happened to it; `mentorId` is null for "find someone for me" */
    'mentoring.request.acted': { requestId: number; offerId: number | null; mentorId: number | null; learnerId: number; act: RequestAct | 'send' | 'nudge'; state: RequestStateName }
    /** a request went unanswered, and its offer rests until the mentor opens it again */
    'mentoring.offer.paused': { offerId: number; mentorId: number; requestId: number }
    'mentoring.pair.opened': { pairId: number; offerId: number; mentorId: number; learnerIds: number[] }
    /** proposed, confirmed, or in force */
    'mentoring.agreement.changed': { pairId: number; revision: number; what: 'PROPOSED' | 'CONFIRMED' | 'HOLDS' }
    'mentoring.goal.changed': { pairId: number; goalId: number }
    'mentoring.member.changed': { pairId: number; personId: number; what: 'JOINED' | 'WAITING' | 'MOVED_UP' | 'LEFT' | 'DROPPED' }
    'mentoring.pair.changed': { pairId: number; state: PairStateName; was: PairStateName }
    'mentoring.review.given': { pairId: number; fromId: number; aboutId: number }
    /** for the evidence ledger: what each of its people has done, as their certificate says */
    'mentoring.pair.finished': { pairId: number; mentorId: number; learnerIds: number[]; form: string; sessions: number; minutes: number; tags: string[]; goalsAchieved: number; goals: number }
  }
}

export {}

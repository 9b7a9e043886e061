import type { Act, Origin } from './words'

/** The facts this room records. Payloads carry ids; who needs the words reads them. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'moderation.case.opened': { caseId: number; kind: string; thingId: number; shelf: string; origin: Origin }
    /** by whom is the event's actor, who is told to nobody but moderators */
    'moderation.flag.made': { caseId: number; kind: string; thingId: number }
    'moderation.case.decided': { caseId: number; decisionId: number; kind: string; thingId: number; act: Act; authorId: number }
    'moderation.decision.undone': { decisionId: number; act: Act; kind: string; thingId: number; authorId: number }
    'moderation.appeal.made': { decisionId: number; authorId: number }
    'moderation.appeal.judged': { decisionId: number; upheld: boolean; authorId: number }
    'moderation.rules.changed': { what: 'rules' | 'shelves' | 'templates' | 'moderators' }
  }
}

export {}

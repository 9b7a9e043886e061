/** The facts this room records. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'recognition.badge.earned': { personId: number; badge: string }
    /** a post that earned it was deleted, and what is left does not */
    'recognition.badge.gone': { personId: number; badge: string }
    'recognition.answer.invited': { threadId: number; personId: number; invitationId: number }
  }
}

export {}

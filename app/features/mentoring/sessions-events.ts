/** The facts of sessions, notes and steps. Words of people stay in their rows. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'mentoring.session.booked': { sessionId: number; pairId: number }
    /** another time; the calendar entry goes along */
    'mentoring.session.moved': { sessionId: number; pairId: number }
    'mentoring.session.cancelled': { sessionId: number; pairId: number }
    /** its topic, agenda or place */
    'mentoring.session.changed': { sessionId: number; pairId: number }
    /** a day before, an hour before */
    'mentoring.session.near': { sessionId: number; pairId: number; when: 'DAY' | 'HOUR' }
    /** its time is over: everybody is asked whether they were there */
    'mentoring.session.over': { sessionId: number; pairId: number }
    /** somebody said whether they were there, and for how long */
    'mentoring.session.attended': { sessionId: number; pairId: number; personId: number; state: 'BOOKED' | 'DONE' | 'MISSED' }
    'mentoring.note.shared': { noteId: number; pairId: number }
    'mentoring.step.changed': { stepId: number; pairId: number; done: boolean }
  }
}

export {}

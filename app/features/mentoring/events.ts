/** The facts of offers and mentors. Ids and small words only. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    /** made, changed, paused, opened, closed; `fresh` when it opened for the first time */
    'mentoring.offer.changed': { offerId: number; mentorId: number; fresh: boolean }
    /** a retired senior or a partner's expert may take part from now on */
    'mentoring.guest.invited': { personId: number }
  }
}

export {}

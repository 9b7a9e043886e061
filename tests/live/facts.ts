/** A fact of the tests' own, so that they need no room. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'tests.thing.happened': { thing: number }
  }
}

export {}

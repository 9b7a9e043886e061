/** The facts this room records. Payloads carry ids only. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    /** two officers opened a name; `personId` is the name, `postId` what it was asked about */
    'people.pseudonym.opened': { unmaskingId: number; personId: number; postId: number }
    /** name, unit, position, picture or what is public of a person changed; also when a person is new */
    'people.person.changed': { personId: number }
    /** the account was closed: no sign-in, sessions ended, open connections must go */
    'people.person.closed': { personId: number }
    /** roles, unit, groups or headship changed: rights must be asked again at once */
    'people.access.changed': { personId: number }
    /** one session ended by signing out, revoking or a new password */
    'people.session.ended': { personId: number; sessionId: number }
    'people.unit.changed': { unitId: number }
  }
}

export {}

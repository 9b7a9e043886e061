/** The facts of care: reports and waves. What people wrote stays in the rows. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'mentoring.report.made': { reportId: number }
    /** an officer decided what follows */
    'mentoring.report.closed': { reportId: number }
    /** an officer read the room because of a report: its people are told */
    'mentoring.room.entered': { reportId: number; pairId: number }
    /** an officer reminds the silent: of a request, or of a pair */
    'mentoring.care.nudged': { what: 'REQUEST' | 'PAIR'; id: number }
    'mentoring.wave.applied': { waveId: number; requestId: number }
    'mentoring.wave.written': { waveId: number; messageId: number }
    /** a day of the wave has come */
    'mentoring.wave.due': { waveId: number; day: 'OPEN' | 'PAIRING' | 'MID_CHECK' | 'CLOSING' }
    'mentoring.pairing.ended': { pairingId: number }
  }
}

export {}

/** When a meeting is, in milliseconds since 1970, UTC. */
export interface MeetingTimes {
  startsAt: number
  endsAt: number
  skipped?: true
}

/** `ahead` before its start, `now` while it runs, `over` afterwards */
export type MeetingPhase = 'ahead' | 'now' | 'over' | 'skipped'
export const phaseOf = ({ startsAt, endsAt, skipped }: { startsAt: number; endsAt: number; skipped?: boolean }, now: number): MeetingPhase =>
  skipped ? 'skipped' : now < startsAt ? 'ahead' : now < endsAt ? 'now' : 'over'

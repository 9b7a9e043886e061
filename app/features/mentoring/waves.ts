/** The days of a wave, "2026-11-22", by the city's clock. */
export interface WaveDays {
  opensOn: string
  closesOn: string
  pairingOn: string
  midCheckOn: string
  endsOn: string
}

export const phases = ['BEFORE', 'OPEN', 'CLOSED', 'PAIRED', 'CHECKED', 'ENDED'] as const
export type Phase = (typeof phases)[number]

/** Where a wave stands on a day. Applications are taken on both the first and the last day of their window. */
export function phaseOf(wave: WaveDays, today: string): Phase {
  if (today < wave.opensOn) return 'BEFORE'
  if (today <= wave.closesOn) return 'OPEN'
  if (today < wave.pairingOn) return 'CLOSED'
  if (today < wave.midCheckOn) return 'PAIRED'
  return today < wave.endsOn ? 'CHECKED' : 'ENDED'
}

export const dueDays = ['OPEN', 'PAIRING', 'MID_CHECK', 'CLOSING'] as const
export type DueDay = (typeof dueDays)[number]

/** The days that have come and were not told of yet. */
export function dueOf(wave: WaveDays & { told: readonly string[] }, today: string): DueDay[] {
  const on: Record<DueDay, string> = { OPEN: wave.opensOn, PAIRING: wave.pairingOn, MID_CHECK: wave.midCheckOn, CLOSING: wave.endsOn }
  return dueDays.filter(day => on[day] <= today && !wave.told.includes(day))
}

/** The day in the city: WIB. */
export const cityToday = (now = Date.now()): string => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10)

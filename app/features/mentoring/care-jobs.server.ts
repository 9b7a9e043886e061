import type { JobContribution } from '~/platform/jobs/jobs.server'
import { pairEverybody } from './pairings.server'
import { tellWaveDays } from './waves.server'

export const careJobs: JobContribution = {
  tasks: {
    pair_everybody: async ({ pairingId }: { pairingId: number }) => { await pairEverybody(pairingId) },
    tell_wave_days: async () => { await tellWaveDays() },
  },
  // 00.20 in the city
  cron: ['20 17 * * * tell_wave_days'],
}

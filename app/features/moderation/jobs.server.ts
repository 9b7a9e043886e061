import type { JobContribution } from '~/platform/jobs/jobs.server'
import { writeLetter } from './letters.server'

export const moderationJobs: JobContribution = { tasks: { moderation_letter: writeLetter } }

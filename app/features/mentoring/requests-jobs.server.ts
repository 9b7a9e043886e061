import type { JobContribution } from '~/platform/jobs/jobs.server'
import { turnPairs } from './pairs-clock.server'
import { turnRequests } from './requests-clock.server'

/** Reminders and requests that go back, every quarter of an hour; terms of pairs that are over, at five past each hour. */
export const requestJobs: JobContribution = {
  tasks: { mentoring_requests: () => turnRequests(), mentoring_terms: () => turnPairs() },
  cron: ['*/15 * * * * mentoring_requests', '5 * * * * mentoring_terms'],
}

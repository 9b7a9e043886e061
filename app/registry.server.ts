import { uploadJobs } from '~/features/uploads/jobs.server'
import type { Consumer } from '~/platform/events/events.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'

/** The one list of rooms and what each gives to live, jobs, search and notices. It only lists. */
export const jobs: readonly JobContribution[] = [uploadJobs]
export const consumers: readonly Consumer[] = []

import type { JobContribution } from '~/platform/jobs/jobs.server'
import { remindOfTasks, turnMeetings } from './meetings-clock.server'
import { planAll } from './meetings-plan.server'

/** Each meeting asks for its clock at its own moments; the cron line is for what was missed. Plans at 01.10, reminds of tasks at 07.05 WIB. */
export const meetingJobs: JobContribution = {
  tasks: { plan_meetings: planAll, meeting_clock: () => turnMeetings(), remind_tasks: () => remindOfTasks() },
  cron: ['10 18 * * * plan_meetings', '*/10 * * * * meeting_clock', '5 0 * * * remind_tasks'],
}

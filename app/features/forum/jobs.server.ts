import type { JobContribution } from '~/platform/jobs/jobs.server'
import { closeConsultation } from './consultations.server'
import { measureAnswerTimes } from './heard.server'
import { publishPlanned } from './plans.server'
import { closePoll } from './polls.server'

export const forumJobs: JobContribution = {
  tasks: {
    close_poll: async ({ pollId }: { pollId: number }) => { await closePoll(pollId) },
    close_consultation: async ({ topicId }: { topicId: number }) => { await closeConsultation(topicId) },
    publish_topic: async ({ topicId }: { topicId: number }) => { await publishPlanned(topicId) },
    measure_answer_times: async () => { await measureAnswerTimes() },
  },
  cron: ['23 * * * * measure_answer_times'],
}

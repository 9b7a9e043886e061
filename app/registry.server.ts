import { discussionNotices } from '~/features/discussion/notices.server'
import { discussionLive } from '~/features/discussion/live.server'
import { forumLive } from '~/features/forum/live.server'
import { topicPlace } from '~/features/forum/places.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { noticeJobs } from '~/features/notifications/jobs.server'
import { noticesLive, ringBells } from '~/features/notifications/live.server'
import { peopleLive } from '~/features/people/live.server'
import { uploadJobs } from '~/features/uploads/jobs.server'
import type { CommandContribution } from '~/platform/command'
import type { Consumer } from '~/platform/events/events.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import type { LiveContribution } from '~/platform/live/contract.server'

/** The one list of rooms and what each gives to live, jobs, search and notices. It only lists. */
export const jobs: readonly JobContribution[] = [uploadJobs, noticeJobs]
export const consumers: readonly Consumer[] = [noticesConsumer([discussionNotices({ topic: topicPlace })], ringBells)]
export const live: readonly LiveContribution[] = [peopleLive, discussionLive, forumLive, noticesLive]
export const commands: readonly CommandContribution[] = []

import { bookmarkJobs } from '~/features/discussion/bookmarks.server'
import { discussionNotices } from '~/features/discussion/notices.server'
import { moderatedPosts } from '~/features/discussion/moderated.server'
import { moderatedHeld } from '~/features/discussion/held.server'
import { discussionLive } from '~/features/discussion/live.server'
import { heardConsumer } from '~/features/forum/heard.server'
import { forumJobs } from '~/features/forum/jobs.server'
import { forumLive } from '~/features/forum/live.server'
import { meetingJobs } from '~/features/forum/meetings-jobs.server'
import { meetingLive } from '~/features/forum/meetings-live.server'
import { meetingNotices } from '~/features/forum/meetings-notices.server'
import { categoryShelves, topicOwner } from '~/features/forum/moderated.server'
import { forumNotices } from '~/features/forum/notices.server'
import { topicPlaces } from '~/features/forum/places.server'
import { openHeldTopic } from '~/features/forum/topics.server'
import { postSearch, topicSearch } from '~/features/forum/search.server'
import { tagJobs } from '~/features/forum/tags.server'
import type { Moderated, Shelves } from '~/features/moderation/contract'
import { moderationJobs } from '~/features/moderation/jobs.server'
import { moderationLive } from '~/features/moderation/live.server'
import { moderationNotices } from '~/features/moderation/notices.server'
import { noticesConsumer } from '~/features/notifications/consumer.server'
import { noticeJobs } from '~/features/notifications/jobs.server'
import { ownNotices } from '~/features/notifications/own.server'
import { noticesLive, ringBells } from '~/features/notifications/live.server'
import { peopleCommands } from '~/features/people/commands.server'
import { peopleJobs } from '~/features/people/jobs.server'
import { peopleLive } from '~/features/people/live.server'
import { peopleSearch } from '~/features/people/search.server'
import { searchCommands } from '~/features/search/commands.server'
import { searchJobs } from '~/features/search/jobs.server'
import { searchConsumer } from '~/features/search/sources.server'
import { uploadJobs } from '~/features/uploads/jobs.server'
import type { CommandContribution } from '~/platform/command'
import type { Consumer } from '~/platform/events/events.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import type { LiveContribution } from '~/platform/live/contract.server'
import { mailJobs } from '~/platform/mail/deliver.server'
import type { SearchSource } from '~/platform/search/source.server'

/** The one list of rooms and what each gives to live, jobs, search and notices. It only lists. */
export const sources: readonly SearchSource[] = [topicSearch, postSearch, peopleSearch]
export const jobs: readonly JobContribution[] = [peopleJobs, mailJobs, uploadJobs, noticeJobs, forumJobs, tagJobs, bookmarkJobs, meetingJobs, moderationJobs, searchJobs(sources)]
export const consumers: readonly Consumer[] = [noticesConsumer([discussionNotices({ topic: topicPlaces }), forumNotices, meetingNotices, moderationNotices, ownNotices], ringBells), searchConsumer(sources), heardConsumer]
export const live: readonly LiveContribution[] = [peopleLive, discussionLive, forumLive, meetingLive, noticesLive, moderationLive]
export const commands: readonly CommandContribution[] = [...peopleCommands, ...searchCommands(sources)]
export const moderated: readonly Moderated[] = [moderatedPosts({ topic: topicOwner }), moderatedHeld({ topic: openHeldTopic })]
export const shelves: readonly Shelves[] = [categoryShelves]

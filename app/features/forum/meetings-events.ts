/** The facts of regular discussions. A meeting's topic has its own `forum.topic.opened` and `forum.topic.edited` besides. */
declare module '~/platform/events/events.server' {
  interface EventMap {
    'forum.series.opened': { seriesId: number; categoryId: number }
    'forum.series.changed': { seriesId: number; categoryId: number }
    'forum.meeting.planned': { topicId: number; seriesId: number; categoryId: number }
    'forum.meeting.moved': { topicId: number; seriesId: number; categoryId: number }
    'forum.meeting.skipped': { topicId: number; seriesId: number; categoryId: number }
    /** points or their order */
    'forum.meeting.changed': { topicId: number; categoryId: number }
    'forum.meeting.answered': { topicId: number; categoryId: number; personId: number; comes: boolean }
    /** a day before, a quarter of an hour before */
    'forum.meeting.near': { topicId: number; when: 'DAY' | 'SOON' }
    'forum.meeting.turned': { topicId: number; categoryId: number; now: boolean }
    'forum.minutes.saved': { topicId: number; seriesId: number; categoryId: number; first: boolean }
    'forum.task.given': { taskId: number; topicId: number; personId: number }
    'forum.task.due': { taskId: number; topicId: number; personId: number }
    'forum.task.finished': { taskId: number; topicId: number; categoryId: number; done: boolean }
  }
}

export {}

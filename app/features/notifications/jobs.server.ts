import { db } from '~/platform/db/db.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'

const DAY = 86_400_000

/** Read notices stay 90 days, unread ones a year. @returns how many went */
export async function cleanNotices(now = Date.now()): Promise<number> {
  const { count } = await db.notice.deleteMany({
    where: { OR: [{ readAt: { lt: new Date(now - 90 * DAY) } }, { createdAt: { lt: new Date(now - 365 * DAY) } }] },
  })
  return count
}

export const noticeJobs: JobContribution = {
  tasks: { clean_notices: async () => { await cleanNotices() } },
  cron: ['41 19 * * * clean_notices'],
}

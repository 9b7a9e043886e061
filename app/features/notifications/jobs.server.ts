import { z } from 'zod'
import { db } from '~/platform/db/db.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import { mailNow, sendLetter, takeDigests } from './letters.server'
import { pushOne, pushTo } from './push.server'

const DAY = 86_400_000

/** Read notices stay 90 days, unread ones a year, letters a month. @returns how many notices went */
export async function cleanNotices(now = Date.now()): Promise<number> {
  await db.noticeLetter.deleteMany({ where: { createdAt: { lt: new Date(now - 30 * DAY) } } })
  const { count } = await db.notice.deleteMany({
    where: { OR: [{ readAt: { lt: new Date(now - 90 * DAY) } }, { createdAt: { lt: new Date(now - 365 * DAY) } }] },
  })
  return count
}

const ofPerson = z.object({ personId: z.number().int() })
const ofDevice = z.object({ deviceId: z.number().int(), personId: z.number().int(), ids: z.array(z.string().regex(/^\d{1,18}$/)) })
const ofLetter = z.object({ letterId: z.uuid() })

export const noticeJobs: JobContribution = {
  tasks: {
    clean_notices: async () => { await cleanNotices() },
    notice_mail: (payload: unknown) => mailNow(ofPerson.parse(payload).personId),
    notice_letter: async (payload: unknown) => { await sendLetter(ofLetter.parse(payload).letterId) },
    notice_push: (payload: unknown) => pushTo(ofPerson.parse(payload).personId),
    notice_push_one: async (payload: unknown) => { await pushOne(ofDevice.parse(payload)) },
    notice_digests: async () => { await takeDigests() },
  },
  cron: ['41 19 * * * clean_notices', '*/15 * * * * notice_digests ?max=1'],
}

import { db, transaction } from '~/platform/db/db.server'
import { clearArrivals, removeFile } from '~/platform/files/files.server'
import type { JobContribution } from '~/platform/jobs/jobs.server'
import { log } from '~/platform/log/log.server'
import { cleanIncoming } from './pieces.server'

const DAY = 86_400_000

/** Removes files nobody attached within 24 hours, and those without a use for 30 days. @returns how many went */
export async function cleanUploads(now = Date.now()): Promise<number> {
  const old = await db.upload.findMany({
    where: { uses: { none: {} }, OR: [{ attachedAt: null, createdAt: { lt: new Date(now - DAY) } }, { attachedAt: { not: null }, removedAt: { lt: new Date(now - 30 * DAY) } }] },
    select: { id: true, storageKey: true, viewKey: true }, take: 500, orderBy: { id: 'asc' },
  })
  let gone = 0
  for (const upload of old) {
    // The row goes first and only while unused: a post saved at this moment either keeps the file or learns that it is unknown.
    const { count } = await transaction(tx => tx.upload.deleteMany({ where: { id: upload.id, uses: { none: {} } } }))
    if (count === 0) continue
    await removeFile(upload.storageKey)
    if (upload.viewKey) await removeFile(upload.viewKey)
    gone += 1
  }
  if (gone > 0) log.info({ gone }, 'unused uploads removed')
  return gone
}

export const uploadJobs: JobContribution = {
  tasks: {
    clean_uploads: async () => {
      await cleanUploads()
      await cleanIncoming()
      await clearArrivals(Date.now() - DAY)
    },
  },
  cron: ['17 * * * * clean_uploads'],
}

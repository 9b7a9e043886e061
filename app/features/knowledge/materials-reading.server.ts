import { getUploadUnscoped } from '~/features/uploads/uploads.queries.server'
import { markPlain } from '~/features/uploads/uploads.server'
import { db, transaction } from '~/platform/db/db.server'
import { recordEvent } from '~/platform/events/events.server'
import { openFile } from '~/platform/files/files.server'
import './events'
import type { Limits } from './children/start.server'
import { readText } from './reading/run.server'

/**
 * Reads the words of one version in a process of its own and keeps them by page. What cannot be read stays a plain download.
 * Running it again changes nothing. @throws Unavailable when storage does not answer: the job comes again
 */
export async function readMaterial({ materialId, version }: { materialId: number; version: number }, limits?: Limits): Promise<void> {
  const row = await db.materialVersion.findUnique({ where: { materialId_version: { materialId, version } }, select: { format: true, upload: true, reading: true } })
  if (!row?.upload || row.reading !== 'WAITING') return
  const upload = await getUploadUnscoped(row.upload)
  const { outcome, pages, texts } = await readText(row.format, await openFile(upload.storageKey), limits)
  await transaction(async tx => {
    const changed = await tx.materialVersion.updateMany({ where: { materialId, version, reading: 'WAITING' }, data: { reading: outcome, pages: Math.max(pages, texts.at(-1)?.page ?? 0) } })
    if (changed.count === 0) return
    if (texts.length > 0) await tx.materialPage.createMany({ data: texts.map(one => ({ materialId, version, ...one })) })
    if (outcome === 'BROKEN' || outcome === 'HEAVY') await markPlain(tx, upload.slug)
    await recordEvent(tx, 'knowledge.material.changed', { materialId, public: true, what: 'read' }, null)
  })
}

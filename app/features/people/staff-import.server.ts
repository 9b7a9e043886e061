import { createHash, randomUUID } from 'node:crypto'
import { db, transaction } from '~/platform/db/db.server'
import { AppError, Conflict, Forbidden, Invalid, NotFound } from '~/platform/errors'
import { putFile, readFile, removeFile } from '~/platform/files/files.server'
import { enqueue } from '~/platform/jobs/jobs.server'
import { log } from '~/platform/log/log.server'
import type { Member } from '~/platform/viewer'
import { applyPlan } from './import/apply.server'
import { columnTitle, matchHeaders } from './import/columns'
import type { Outcome } from './import/outcomes'
import { planImport, type PlannedRow } from './import/plan'
import { readSheet } from './import/read-sheet.server'
import { readKnown, type Known } from './import/state.server'
import { canImportStaff } from './policy'

/** Largest file taken, in bytes. */
export const staffFileLimit = 15 * 1024 * 1024

export interface ImportSummary {
  counts: Partial<Record<Outcome, number>>
  /** headers of the file that are not read */
  ignored: string[]
  /** rows with something to look at, errors among them */
  doubts: number
}

/**
 * Takes a file of staff and begins its dry run. Nothing about any person changes.
 * @throws Forbidden, Invalid beside `file` when it cannot be read as a staff file
 */
export async function beginStaffImport(viewer: Member, input: { fileName: string; bytes: Uint8Array }): Promise<{ importId: number }> {
  if (!canImportStaff(viewer)) throw new Forbidden('officersOnly')
  if (input.bytes.byteLength === 0) throw new Invalid({ file: ['people:errors.sheet.empty'] })
  if (input.bytes.byteLength > staffFileLimit) throw new Invalid({ file: ['people:errors.sheet.size'] })
  const storageKey = `staff-imports/${randomUUID()}`
  await putFile(storageKey, input.bytes, 'application/octet-stream')
  return transaction(async tx => {
    const made = await tx.staffImport.create({
      data: { fileName: input.fileName.slice(0, 200), fileHash: createHash('sha256').update(input.bytes).digest('hex'), storageKey, startedBy: viewer.personId }, select: { id: true },
    })
    await enqueue(tx, 'staff_import_check', { importId: made.id }, { queue: 'staff_import', maxAttempts: 3 })
    return { importId: made.id }
  })
}

/** Writes what the dry run showed, against what is known by then. A second click finds it begun. @throws Forbidden, NotFound, Conflict */
export async function applyStaffImport(viewer: Member, input: { importId: number }): Promise<void> {
  if (!canImportStaff(viewer)) throw new Forbidden('officersOnly')
  await transaction(async tx => {
    const { count } = await tx.staffImport.updateMany({ where: { id: input.importId, state: 'CHECKED' }, data: { state: 'APPLYING', doneRows: 0, startedBy: viewer.personId } })
    if (count === 0) {
      if (!(await tx.staffImport.findUnique({ where: { id: input.importId }, select: { id: true } }))) throw new NotFound('import')
      throw new Conflict('importState')
    }
    await enqueue(tx, 'staff_import_apply', { importId: input.importId }, { queue: 'staff_import', maxAttempts: 3 })
  })
}

/** Reads and plans a file. @throws Invalid with locale keys */
export async function planStaffFile(bytes: Uint8Array): Promise<{ planned: PlannedRow[]; summary: ImportSummary; known: Known }> {
  const sheet = await readSheet(bytes)
  const headers = matchHeaders(sheet.header)
  if (headers.missing.length > 0) throw new Invalid({ form: ['people:errors.sheet.columns'], columns: headers.missing.map(columnTitle) })
  const known = await readKnown()
  const planned = planImport(headers, sheet.rows, known)
  const counts: ImportSummary['counts'] = {}
  for (const { outcome } of planned) counts[outcome] = (counts[outcome] ?? 0) + 1
  return { planned, known, summary: { counts, ignored: headers.ignored, doubts: planned.filter(one => one.problems.length > 0).length } }
}

const rowsPerWrite = 1_000

async function writeRows(importId: number, planned: readonly PlannedRow[], progress: (done: number) => Promise<unknown>): Promise<void> {
  await db.staffImportRow.deleteMany({ where: { importId } })
  for (let at = 0; at < planned.length; at += rowsPerWrite) {
    const part = planned.slice(at, at + rowsPerWrite)
    await db.staffImportRow.createMany({
      data: part.map(({ row, name, outcome, problems, changes }) => ({ importId, row, name, outcome, problems: problems.map(problem => ({ ...problem })), changes })),
    })
    await progress(at + part.length)
  }
}

/** What went wrong, as locale key and its words; a defect is logged and said to be ours. */
function reasonOf(error: unknown, importId: number): string {
  if (error instanceof Invalid) return JSON.stringify({ key: error.fields.form?.[0] ?? 'people:errors.sheet.csv', columns: error.fields.columns ?? [] })
  if (!(error instanceof AppError)) log.error({ err: error, importId }, 'staff import failed')
  return JSON.stringify({ key: 'people:errors.sheet.ours', columns: [] })
}

/** The dry run. Runs in the worker; may run twice. */
export async function checkStaffImport({ importId }: { importId: number }): Promise<void> {
  const found = await db.staffImport.findUnique({ where: { id: importId } })
  if (!found || found.state !== 'CHECKING') return
  try {
    const { planned, summary } = await planStaffFile(await readFile(found.storageKey))
    await db.staffImport.update({ where: { id: importId }, data: { totalRows: planned.length, doneRows: 0 } })
    await writeRows(importId, planned, done => db.staffImport.update({ where: { id: importId }, data: { doneRows: done } }))
    await db.staffImport.update({ where: { id: importId }, data: { state: 'CHECKED', summary: { ...summary } } })
  } catch (error) {
    await db.staffImport.update({ where: { id: importId }, data: { state: 'FAILED', error: reasonOf(error, importId), finishedAt: new Date(), storageKey: '' } })
    await removeFile(found.storageKey).catch(() => undefined)
  }
}

/** The real run. Plans anew, so that it writes what is true now; may run twice, the second time finding everything done. */
export async function runStaffImport({ importId }: { importId: number }): Promise<void> {
  const found = await db.staffImport.findUnique({ where: { id: importId } })
  if (!found || found.state !== 'APPLYING') return
  try {
    const { planned, summary, known } = await planStaffFile(await readFile(found.storageKey))
    const earlier = found.doneRows > 0 ? (found.summary as unknown as ImportSummary) : summary
    await db.staffImport.update({ where: { id: importId }, data: { totalRows: planned.length, summary: { ...earlier } } })
    if (found.doneRows === 0) await writeRows(importId, planned, () => Promise.resolve())
    await applyPlan(planned, known.slugs, found.startedBy, async done => { await db.staffImport.update({ where: { id: importId }, data: { doneRows: done } }) })
    await db.staffImport.update({ where: { id: importId }, data: { state: 'APPLIED', finishedAt: new Date(), storageKey: '' } })
    // The file holds more than we need; it goes as soon as it was used.
    await removeFile(found.storageKey).catch(() => undefined)
  } catch (error) {
    await db.staffImport.update({ where: { id: importId }, data: { state: 'FAILED', error: reasonOf(error, importId), finishedAt: new Date() } })
  }
}

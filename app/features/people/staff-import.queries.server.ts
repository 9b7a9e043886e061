import { db } from '~/platform/db/db.server'
import { Forbidden, NotFound } from '~/platform/errors'
import type { Viewer } from '~/platform/viewer'
import { columnNames, columnTitle, type Column } from './import/columns'
import { outcomes, type Outcome } from './import/outcomes'
import type { Problem } from './import/read-row'
import { canImportStaff } from './policy'
import type { ImportSummary } from './staff-import.server'

export type ImportState = 'CHECKING' | 'CHECKED' | 'APPLYING' | 'APPLIED' | 'FAILED'

/** The columns the import reads, by their first names. */
export const readColumns: string[] = (Object.keys(columnNames) as Column[]).map(columnTitle)

/** A filter as it stands in an address; anything else filters nothing. */
export const outcomeAsked = (value: string | null): Outcome | 'doubts' | '' => ([...outcomes, 'doubts'] as const).find(one => one === value) ?? ''

/** @throws Forbidden */
export async function listStaffImports(viewer: Viewer) {
  if (!canImportStaff(viewer)) throw new Forbidden('officersOnly')
  return db.staffImport.findMany({ orderBy: { id: 'desc' }, take: 30, select: { id: true, fileName: true, state: true, totalRows: true, createdAt: true, finishedAt: true } })
}

export interface ImportRowView {
  row: number
  name: string
  outcome: Outcome
  problems: { title: string | null; code: string; level: 'error' | 'doubt'; value: string; near: string[] }[]
  changes: { field: string; before: string; after: string }[]
}

const pageSize = 100

/** One import with one page of its rows. `only` = one outcome, or 'doubts' for every row with something to look at. @throws Forbidden, NotFound */
export async function getStaffImport(viewer: Viewer, importId: number, filter: { only: Outcome | 'doubts' | ''; after: number }) {
  if (!canImportStaff(viewer)) throw new Forbidden('officersOnly')
  const found = await db.staffImport.findUnique({ where: { id: importId } })
  if (!found) throw new NotFound('import')
  const rows = await db.staffImportRow.findMany({
    where: { importId, row: { gt: filter.after }, ...(filter.only === 'doubts' ? { NOT: { problems: { equals: [] } } } : filter.only ? { outcome: filter.only } : {}) },
    orderBy: { row: 'asc' }, take: pageSize + 1,
  })
  const summary = found.summary as unknown as Partial<ImportSummary>
  const failure = found.error ? (JSON.parse(found.error) as { key: string; columns: string[] }) : null
  return {
    id: found.id, fileName: found.fileName, state: found.state as ImportState, totalRows: found.totalRows, doneRows: found.doneRows, createdAt: found.createdAt,
    finishedAt: found.finishedAt, failure, counts: summary.counts ?? {}, ignored: summary.ignored ?? [], doubts: summary.doubts ?? 0,
    rows: rows.slice(0, pageSize).map((one): ImportRowView => ({
      row: one.row, name: one.name, outcome: one.outcome as Outcome,
      problems: (one.problems as unknown as Problem[]).map(problem => ({
        title: problem.column ? columnTitle(problem.column as Column) : null, code: problem.code, level: problem.level, value: problem.value ?? '', near: problem.near ?? [],
      })),
      changes: Object.entries(one.changes as Record<string, [string, string]>).map(([field, [before, after]]) => ({ field, before, after })),
    })),
    next: rows.length > pageSize ? (rows[pageSize - 1]?.row ?? null) : null,
  }
}

export type Cell = string | number

/** A table of a report: one sheet of a workbook, one part of a PDF. */
export interface Table {
  name: string
  columns: string[]
  rows: Cell[][]
  /** number of the column whose cells carry a bar, from 1 */
  bar?: number
  /** the third column is a share of this many */
  shareOf?: number
}

import type { SheetChart } from './chart-parts.server'
import type { Table } from './table'

const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** An .xlsx: one sheet for each table; beside a table of figures stands its chart, and the figures carry bars in their cells. */
export async function sheetOf(tables: readonly Table[]): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.creator = 'Balai'
  const charts: SheetChart[] = []
  for (const table of tables) {
    const name = sheetName(table.name)
    const sheet = book.addWorksheet(name)
    sheet.addRow(table.columns).font = { bold: true }
    for (const row of table.rows) sheet.addRow(row)
    table.columns.forEach((_name, at) => {
      const column = sheet.getColumn(at + 1)
      const longest = Math.max(...[table.columns, ...table.rows].map(row => String(row[at] ?? '').length))
      column.width = Math.min(60, Math.max(10, longest + 2))
      column.alignment = { wrapText: true, vertical: 'top' }
    })
    sheet.views = [{ state: 'frozen', ySplit: 1 }]
    const column = table.bar
    if (column && typeof table.rows[0]?.[column - 1] === 'number') {
      const letter = sheet.getColumn(column).letter
      charts.push({
        sheet: book.worksheets.length, name, title: `${table.columns[0]}: ${table.columns[column - 1]?.toLowerCase()}`, column: letter, columns: table.columns.length,
        labels: table.rows.map(row => String(row[0])), values: table.rows.map(row => Number(row[column - 1])),
      })
      sheet.addConditionalFormatting({
        ref: `${letter}2:${letter}${table.rows.length + 1}`,
        rules: [{ type: 'dataBar', priority: 1, gradient: false, cfvo: [{ type: 'num', value: 0 }, { type: 'max' }], color: { argb: 'FF0F6E63' } } as never],
      })
    }
    if (table.shareOf !== undefined) sheet.getColumn(3).numFmt = '0 %'
  }
  const made = Buffer.from(await book.xlsx.writeBuffer())
  if (charts.length === 0) return made
  const { withCharts } = await import('./chart-parts.server')
  return withCharts(made, charts)
}

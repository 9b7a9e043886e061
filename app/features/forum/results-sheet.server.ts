import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { translator } from '~/platform/i18n/words'
import type { Viewer } from '~/platform/viewer'
import type { ConsultationResults } from './results.queries.server'
import type { SheetChart } from './rows/chart-parts.server'

type Cell = string | number
interface Table {
  name: string
  columns: string[]
  rows: Cell[][]
  /** number of the column whose cells carry a bar, from 1 */
  bar?: number
}

/** The tables of the results in one language: what the spreadsheet holds and the PDF prints. */
export function resultTables(results: ConsultationResults, viewer: Viewer): Table[] {
  const t = translator(viewer.locale, 'kinds')
  const tongue = { locale: viewer.locale, timeZone: viewer.timeZone, now: Date.now() }
  const { topic, more, participants, verdicts, answers, summary, voters } = results
  const { consultation, poll } = more
  const state = (name: string) => t(`forum:official.state.${name}`)
  const about: Cell[][] = [
    [t('results.title'), topic.title], [t('results.opened'), formatDate(topic.createdAt, tongue)], [t('results.closes'), topic.closesAt ? formatDateTime(topic.closesAt, tongue) : ''],
    [t('consultation.responsible').replace(/:$/, ''), consultation.unit], [t('consultation.summary'), summary], [t('results.made'), formatDateTime(tongue.now, tongue)],
  ]
  return [
    { name: t('results.about'), columns: [t('results.what'), t('results.value')], rows: about },
    { name: t('results.answers'), columns: [t('results.date'), t('verdict.result'), t('heard.unit'), t('results.signer'), t('official.text')], rows: answers.map(one => [formatDate(one.at, tongue), state(one.state), one.unit, [one.name, one.position].filter(Boolean).join(', '), one.text]) },
    { name: t('results.proposals'), columns: [t('verdict.number'), t('results.author'), t('verdict.result'), t('verdict.note'), t('verdict.proposal')], rows: verdicts.map(one => [one.number, one.author, state(one.state), one.note, one.text]) },
    { name: t('results.participants'), columns: [t('results.kind'), t('poll.people'), t('results.responses')], rows: participants.map(one => [t(`forum:personKind.${one.kind}`), one.people, one.responses]), bar: 2 },
    ...(poll ? [{
      name: t('results.poll'), columns: [poll.question, t('poll.people'), t('poll.share')], bar: 2,
      rows: poll.hidden ? [[t(poll.hidden === 'few' ? 'poll.hiddenFew' : 'poll.hiddenAfterVote'), '', '']] : poll.options.map((option): Cell[] => [option.label, option.votes ?? 0, poll.voters ? Math.round(((option.votes ?? 0) / poll.voters) * 100) / 100 : 0]),
    }] : []),
    ...(voters.length ? [{ name: t('results.voters'), columns: [t('results.author'), t('poll.answer')], rows: voters.map(one => [one.name, one.choices]) }] : []),
  ]
}

const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** An .xlsx of the results: one sheet for each table; beside a table of figures stands its chart, and the figures carry bars in their cells. */
export async function resultsSheet(results: ConsultationResults, viewer: Viewer): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  book.creator = 'Balai'
  const charts: SheetChart[] = []
  for (const table of resultTables(results, viewer)) {
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
    if (table.columns.length === 3 && table.bar && results.more.poll && table.columns[0] === results.more.poll.question) sheet.getColumn(3).numFmt = '0 %'
  }
  const made = Buffer.from(await book.xlsx.writeBuffer())
  if (charts.length === 0) return made
  const { withCharts } = await import('./rows/chart-parts.server')
  return withCharts(made, charts)
}

import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { Invalid } from '~/platform/errors'

/** A cell as the file has it. */
export type Cell = string | number | Date | null

/** More rows than any city has staff: a file beyond it is a mistake or an attack. */
export const mostRows = 20_000
const mostColumns = 200

const tooMany = () => new Invalid('people:errors.sheet.rows')

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const line = (text.split(/\r?\n/).find(one => one.trim() !== '') ?? '').replace(/"[^"]*"/g, '')
  return [';', '\t', ','].map(sign => ({ sign, count: line.split(sign).length })).sort((a, b) => b.count - a.count)[0]?.sign ?? ','
}

async function* readCsv(bytes: Uint8Array): AsyncGenerator<Cell[]> {
  const text = decoded(bytes).replace(/^\uFEFF/, '').replaceAll('\0', '')
  const parser = Readable.from([text]).pipe(parse({ delimiter: delimiterOf(text), relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: false, maxRecordSize: 100_000 }))
  try {
    for await (const row of parser as AsyncIterable<string[]>) yield row.slice(0, mostColumns)
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Invalid('people:errors.sheet.csv')
  }
}

/** What exceljs gives for links, formulas and rich text, as the reader of the file sees it. */
function plainCell(value: unknown): Cell {
  if (value === null || value === undefined || value instanceof Date || typeof value === 'number') return value ?? null
  if (typeof value === 'string') return value.replaceAll('\0', '')
  if (typeof value !== 'object') return String(value)
  if ('richText' in value && Array.isArray(value.richText)) return value.richText.map((part: { text?: unknown }) => String(part.text ?? '')).join('')
  if ('result' in value) return plainCell(value.result)
  if ('text' in value) return plainCell(value.text)
  return null
}

async function* readXlsx(bytes: Uint8Array): AsyncGenerator<Cell[]> {
  const { default: exceljs } = await import('exceljs')
  const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), { worksheets: 'emit', sharedStrings: 'cache', hyperlinks: 'ignore', styles: 'cache', entries: 'ignore' })
  try {
    for await (const sheet of reader) {
      let expected = 1
      for await (const row of sheet) {
        for (; expected < row.number && expected <= mostRows; expected += 1) yield []
        expected = row.number + 1
        const values = row.values as unknown[]
        yield values.slice(1, mostColumns + 1).map(plainCell)
      }
      return
    }
  } catch (error) {
    if (error instanceof Invalid) throw error
    throw new Invalid('people:errors.sheet.xlsx')
  }
}

/** What the archive says it unpacks to, in bytes: a small file that swells to gigabytes is refused before it is opened. */
function unpackedSize(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > view.length) return Infinity
  let at = view.readUInt32LE(end + 16)
  let total = 0
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) return Infinity
    total += view.readUInt32LE(at + 24)
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return total
}

export interface Sheet {
  /** as `row 1` */
  header: Cell[]
  /** place in the file, counted from 1 as spreadsheets do; empty lines left out */
  rows: { row: number; cells: Cell[] }[]
}

/**
 * Reads a CSV file (comma, semicolon or tab; UTF-8 with or without mark, UTF-16 or Windows) or the first sheet of an .xlsx file.
 * @throws Invalid on the form when it is neither, empty or longer than 20,000 rows
 */
export async function readSheet(bytes: Uint8Array): Promise<Sheet> {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new Invalid('people:errors.sheet.xls')
  if (zip && unpackedSize(bytes) > 300_000_000) throw new Invalid('people:errors.sheet.xlsx')
  let header: Cell[] | null = null
  const rows: Sheet['rows'] = []
  let at = 0
  for await (const cells of zip ? readXlsx(bytes) : readCsv(bytes)) {
    at += 1
    if (at > mostRows + 1) throw tooMany()
    if (cells.every(cell => cell === null || String(cell).trim() === '')) continue
    if (header === null) header = cells
    else rows.push({ row: at, cells })
  }
  if (header === null) throw new Invalid('people:errors.sheet.empty')
  return { header, rows }
}

import type { PDFDocument, PDFFont, PDFPage } from 'pdf-lib'
import type { Locale } from '~/platform/viewer'
import type { Table } from './table'

const SIZE: [number, number] = [595.28, 841.89]
const LEFT = 54
const WIDTH = SIZE[0] - 2 * LEFT
const FOOT = 56

/** The standard fonts of PDF know Western letters; anything else stands as a question mark rather than stopping the whole file. */
export const printable = (text: string): string =>
  text.normalize('NFC').replace(/[\u2010\u2011]/g, '-').replace(/[\u00a0\u2007\u202f]/g, ' ').replace(/[^\n\x20-\x7e\xa1-\xff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]/gu, '?')

/** Lines no wider than `width`; a word longer than a line is cut. */
export function wrap(text: string, widthOf: (words: string) => number, width: number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(' ')) {
      let rest = word
      while (rest !== '') {
        const joined = line === '' ? rest : `${line} ${rest}`
        if (widthOf(joined) <= width) {
          line = joined
          break
        }
        if (line !== '') {
          lines.push(line)
          line = ''
          continue
        }
        let fits = rest.length - 1
        while (fits > 1 && widthOf(rest.slice(0, fits)) > width) fits -= 1
        lines.push(rest.slice(0, fits))
        rest = rest.slice(fits)
      }
    }
    lines.push(line)
  }
  return lines
}

interface Pen {
  text: (words: string, options?: { size?: number; bold?: boolean; indent?: number; after?: number }) => void
  bar: (label: string, value: number, most: number, words: string) => void
  /** goes to the next page unless so much of this one is left */
  together: (points: number) => void
  gap: (points: number) => void
}

function penFor(pdf: PDFDocument, fonts: { plain: PDFFont; bold: PDFFont }, colour: { ink: never; sea: never; line: never; gold: never }): Pen {
  let page: PDFPage = pdf.addPage(SIZE)
  let y = SIZE[1] - 56
  page.drawRectangle({ x: LEFT, y: y + 18, width: WIDTH, height: 3, color: colour.gold })
  const room = (points: number) => {
    if (y - points >= FOOT) return
    page = pdf.addPage(SIZE)
    y = SIZE[1] - 56
  }
  return {
    text(words, { size = 10, bold = false, indent = 0, after = 3 } = {}) {
      const font = bold ? fonts.bold : fonts.plain
      for (const line of wrap(printable(words), part => font.widthOfTextAtSize(part, size), WIDTH - indent)) {
        room(size * 1.4)
        y -= size * 1.4
        page.drawText(line, { x: LEFT + indent, y, size, font, color: colour.ink })
      }
      y -= after
    },
    bar(label, value, most, words) {
      room(30)
      y -= 13
      page.drawText(printable(label).slice(0, 90), { x: LEFT, y, size: 9.5, font: fonts.plain, color: colour.ink })
      const wide = fonts.bold.widthOfTextAtSize(words, 9.5)
      page.drawText(words, { x: LEFT + WIDTH - wide, y, size: 9.5, font: fonts.bold, color: colour.ink })
      y -= 11
      page.drawRectangle({ x: LEFT, y, width: WIDTH, height: 6, color: colour.line })
      if (value > 0) page.drawRectangle({ x: LEFT, y, width: Math.max(1, (WIDTH * value) / Math.max(1, most)), height: 6, color: colour.sea })
      y -= 6
    },
    gap(points) {
      y -= points
    },
    together: points => room(Math.min(points, SIZE[1] - 56 - FOOT)),
  }
}

/** An A4 PDF: each table as words, its figures as bars from zero with their numbers beside them. */
export async function pdfOf({ title, locale, tables }: { title: string; locale: Locale; tables: readonly Table[] }): Promise<Buffer> {
  const { PDFDocument: Document, rgb, StandardFonts } = await import('pdf-lib')
  const pdf = await Document.create()
  pdf.setTitle(title)
  pdf.setLanguage(locale)
  const fonts = { plain: await pdf.embedFont(StandardFonts.Helvetica), bold: await pdf.embedFont(StandardFonts.HelveticaBold) }
  const colour = { ink: rgb(0.1, 0.16, 0.17), sea: rgb(0.06, 0.43, 0.39), line: rgb(0.89, 0.9, 0.88), gold: rgb(0.68, 0.51, 0.16) } as unknown as Record<'ink' | 'sea' | 'line' | 'gold', never>
  const pen = penFor(pdf, fonts, colour)
  pen.text(title, { size: 18, bold: true, after: 8 })
  for (const table of tables) {
    if (table.rows.length === 0) continue
    const chart = table.bar !== undefined && typeof table.rows[0]?.[1] === 'number'
    pen.gap(8)
    // a heading keeps what follows it, a chart stays in one piece
    pen.together(chart ? 50 + table.rows.length * 30 : 60)
    pen.text(table.name, { size: 13, bold: true, after: 4 })
    if (chart) {
      const [about = '', first = '', second = ''] = table.columns
      const shares = table.shareOf !== undefined
      const most = table.shareOf ?? Math.max(...table.rows.map(row => Number(row[1])))
      pen.text(about, { size: 9.5, after: 2 })
      for (const row of table.rows)
        pen.bar(String(row[0]), Number(row[1]), most, [`${row[1]} ${first.toLowerCase()}`, shares ? `${Math.round(Number(row[2]) * 100)} %` : second ? `${row[2]} ${second.toLowerCase()}` : ''].filter(Boolean).join(' · '))
      continue
    }
    for (const row of table.rows) {
      if (row.length === 2) pen.text(`${row[0]}: ${row[1]}`)
      else {
        pen.text(row.slice(0, 4).filter(cell => cell !== '').join(' · '), { bold: true, after: 1 })
        if (row[4]) pen.text(String(row[4]), { indent: 10, after: 5 })
      }
    }
  }
  const pages = pdf.getPages()
  for (const [at, page] of pages.entries()) page.drawText(printable(`${title} · ${at + 1}/${pages.length}`), { x: LEFT, y: 32, size: 8, font: fonts.plain, color: colour.ink })
  return Buffer.from(await pdf.save())
}

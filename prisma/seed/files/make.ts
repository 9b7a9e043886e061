import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { makePptx } from './pptx'

export { makePptx }

const INK = rgb(0.11, 0.17, 0.15)

/** Each page: a heading and its lines, which are broken where they do not fit. */
export async function makePdf(title: string, pages: readonly { heading: string; lines: readonly string[] }[], date: Date): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setLanguage('id-ID')
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  const [plain, bold] = [await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold)]
  for (const [index, { heading, lines }] of pages.entries()) {
    const page = pdf.addPage([595.28, 841.89])
    page.drawText(title, { x: 60, y: 800, size: 9, font: plain, color: INK })
    page.drawText(heading, { x: 60, y: 750, size: 18, font: bold, color: INK })
    let y = 715
    for (const line of lines) {
      let row = ''
      for (const word of `${line} `.split(' ')) {
        const longer = row ? `${row} ${word}` : word
        if (word && plain.widthOfTextAtSize(longer, 11) <= 475) { row = longer; continue }
        page.drawText(row, { x: 60, y, size: 11, font: plain, color: INK })
        y -= 16
        row = word
      }
      y -= 8
    }
    page.drawText(String(index + 1), { x: 530, y: 40, size: 9, font: plain, color: INK })
  }
  return pdf.save()
}

/** Pages that are pictures alone, as a scanner makes them: bars where the lines of a letter would be. */
export async function makeScan(pages: number, date: Date): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setCreationDate(date)
  pdf.setModificationDate(date)
  for (let number = 0; number < pages; number += 1) {
    const lines = Array.from({ length: 34 }, (_, line) => `<rect x="90" y="${150 + line * 26}" width="${430 + ((line * 7919 + number * 104729) % 190)}" height="9" fill="#555"/>`).join('')
    const drawn = await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123"><rect width="794" height="1123" fill="#efece4"/><circle cx="620" cy="1010" r="60" fill="none" stroke="#39507a" stroke-width="6"/>${lines}</svg>`))
      .rotate(0.6, { background: '#d9d4c7' }).greyscale().jpeg({ quality: 60 }).toBuffer()
    const page = pdf.addPage([595.28, 841.89])
    page.drawImage(await pdf.embedJpg(drawn), { x: 0, y: 0, width: 595.28, height: 841.89 })
  }
  return pdf.save()
}

export const makeDocx = (title: string, parts: readonly { heading: string; lines: readonly string[] }[]): Promise<Uint8Array> => Packer.toBuffer(new Document({
  title, creator: 'Balai',
  sections: [{
    children: [
      new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
      ...parts.flatMap(({ heading, lines }) => [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] }), ...lines.map(line => new Paragraph({ children: [new TextRun(line)], bullet: { level: 0 } }))]),
    ],
  }],
}))

export async function makeXlsx(sheets: readonly { name: string; rows: readonly (readonly (string | number)[])[] }[], date: Date): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.created = date
  book.modified = date
  for (const { name, rows } of sheets) {
    const sheet = book.addWorksheet(name)
    rows.forEach(row => sheet.addRow([...row]))
    sheet.getRow(1).font = { bold: true }
    for (let column = 1; column <= sheet.columnCount; column += 1) sheet.getColumn(column).width = 24
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A way through the counters as boxes and arrows. */
export const makeDrawing = (): Promise<Uint8Array> => {
  const boxes = Array.from({ length: 4 }, (_, step) => `<rect x="${60 + step * 280}" y="170" width="200" height="140" rx="12" fill="${['#14694f', '#1f7a8c', '#b7892f', '#14694f'][step]}"/>`
    + `<circle cx="${160 + step * 280}" cy="225" r="26" fill="#fffdf7"/><rect x="${110 + step * 280}" y="268" width="100" height="12" rx="6" fill="#fffdf7"/>${step < 3 ? `<path d="M${268 + step * 280} 240 h56 m-16 -14 l16 14 l-16 14" fill="none" stroke="#1c2b26" stroke-width="6"/>` : ''}`).join('')
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="480"><rect width="1200" height="480" fill="#fffdf7"/>${boxes}<rect x="60" y="380" width="1040" height="10" rx="5" fill="#d9d4c7"/></svg>`)).png().toBuffer()
}

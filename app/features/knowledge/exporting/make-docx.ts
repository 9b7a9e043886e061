import {
  AlignmentType, Bookmark, BorderStyle, Document, ExternalHyperlink, HeadingLevel, ImageRun, InternalHyperlink, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild,
} from 'docx'
import { anchorOf, type Block, type Book, type Chapter, type Run } from './book.ts'

/** Widest a picture stands on the page, in pixels at 96 an inch. */
const WIDEST = 600
type Part = Paragraph | Table

function words(runs: readonly Run[], more: { bold?: boolean } = {}): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const style = { bold: run.bold ?? more.bold, italics: run.italic, strike: run.strike, font: run.code ? 'Consolas' : undefined, style: run.link ? 'Hyperlink' : undefined }
    const lines = run.text.split('\n').map((text, at) => new TextRun({ ...style, text, break: at > 0 ? 1 : undefined }))
    if (!run.link) return lines
    return run.link.startsWith('#') ? [new InternalHyperlink({ anchor: run.link.slice(1), children: lines })] : [new ExternalHyperlink({ link: run.link, children: lines })]
  })
}

/** Numbered lists count anew: each is an instance of its own. */
let instance = 0

function parts(blocks: readonly Block[], book: Book, level = 0): Part[] {
  return blocks.flatMap((block): Part[] => {
    if (block.is === 'heading') return [new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, children: words(block.runs) })]
    if (block.is === 'paragraph') return [new Paragraph({ spacing: { after: 140 }, indent: level ? { left: 720 * level } : undefined, children: words(block.runs) })]
    if (block.is === 'quote') return [new Paragraph({ spacing: { after: 140 }, indent: { left: 480 }, border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '14694F' } }, children: words(block.runs) })]
    if (block.is === 'code') return [new Paragraph({ spacing: { after: 140 }, children: words([{ text: block.text, code: true }]) })]
    if (block.is === 'rule') return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'AAAAAA' } } })]
    if (block.is === 'picture') {
      const found = book.pictures[block.slug]
      if (!found) return [new Paragraph({ children: [new TextRun({ text: `[${block.alt || book.words.picture}]`, italics: true })] })]
      const scale = Math.min(1, WIDEST / found.width)
      return [new Paragraph({
        spacing: { after: 140 },
        children: [new ImageRun({ type: 'jpg', data: Buffer.from(found.data, 'base64'), transformation: { width: Math.round(found.width * scale), height: Math.round(found.height * scale) }, altText: { name: block.alt, title: block.alt, description: block.alt } })],
      })]
    }
    if (block.is === 'table')
      return [new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: block.rows.map(row => new TableRow({ tableHeader: row.every(cell => cell.head), children: row.map(cell => new TableCell({ children: [new Paragraph({ children: words(cell.runs, { bold: cell.head }) })] })) })),
      }), new Paragraph({})]
    const own = (instance += 1)
    return block.items.flatMap(item => [
      new Paragraph({
        ...(block.numbered ? { numbering: { reference: 'angka', level: Math.min(level, 8), instance: own } } : { bullet: { level: Math.min(level, 8) } }),
        children: [...(item.ticked === null ? [] : [new TextRun(item.ticked ? '☑ ' : '☐ ')]), ...words(item.runs)],
      }),
      ...parts(item.inside, book, level + 1),
    ])
  })
}

function chapter(one: Chapter, book: Book, first: boolean): Part[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: !first, children: [new Bookmark({ id: anchorOf(one.id), children: [new TextRun(one.title)] })] }),
    ...one.facts.map(text => new Paragraph({ children: [new TextRun({ text, color: '5A6660', size: 18 })] })),
    ...(one.summary ? [new Paragraph({ spacing: { before: 160, after: 160 }, children: [new TextRun({ text: one.summary, italics: true })] })] : []),
    ...one.service.flatMap(({ label, text }) => [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun(label)] }), new Paragraph({ children: words([{ text }]) })]),
    ...parts(one.blocks, book),
  ]
}

export const makeDocx = (book: Book): Promise<Uint8Array> => Packer.toBuffer(new Document({
  title: book.title, creator: 'Balai', description: book.about,
  numbering: { config: [{ reference: 'angka', levels: Array.from({ length: 9 }, (_, level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 720 * (level + 1), hanging: 360 } } } })) }] },
  sections: [{
    children: [
      ...(book.chapters.length > 1 ? [
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(book.title)] }), new Paragraph({ children: [new TextRun({ text: book.about, color: '5A6660' })] }),
        new Paragraph({ spacing: { before: 300 }, children: [new TextRun({ text: book.words.contents, bold: true, size: 28 })] }),
        ...book.chapters.map(one => new Paragraph({ children: [new InternalHyperlink({ anchor: anchorOf(one.id), children: [new TextRun({ text: one.title, style: 'Hyperlink' })] })] })),
      ] : []),
      ...book.chapters.flatMap((one, at) => chapter(one, book, at === 0 && book.chapters.length === 1)),
    ],
  }],
}))

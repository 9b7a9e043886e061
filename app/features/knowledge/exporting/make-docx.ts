import {
  AlignmentType, Bookmark, BorderStyle, Document, ExternalHyperlink, HeadingLevel, ImageRun, InternalHyperlink, LevelFormat, Packer, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild,
} from 'docx'
import { anchorOf, type Block, type Book, type Chapter, type Run } from './book.ts'

/** Widest a picture stands on the page, in pixels at 96 an inch. */
const WIDEST = 600
type Part = Paragraph | Table
const EDGES = { note: '5A6660', tip: '2C6B3F', important: '14594F', warning: 'A3261D' }
/** Name of the paragraph style of a callout's lines, by which an import knows it again. */
const STYLES = { note: 'Balai Catatan', tip: 'Balai Kiat', important: 'Balai Penting', warning: 'Balai Peringatan' }
type Callout = keyof typeof EDGES
const styleOf = (callout: Callout): string => STYLES[callout].replace(' ', '')
interface Around { level: number; callout?: Callout }

function words(runs: readonly Run[], more: { bold?: boolean } = {}): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const style = { bold: run.bold ?? more.bold, italics: run.italic, strike: run.strike, font: run.code ? 'Consolas' : undefined, style: run.link ? 'Hyperlink' : undefined }
    const lines = run.text.split('\n').map((text, at) => new TextRun({ ...style, text, break: at > 0 ? 1 : undefined }))
    if (!run.link) return lines
    return run.link.startsWith('#') ? [new InternalHyperlink({ anchor: run.link.slice(1), children: lines })] : [new ExternalHyperlink({ link: run.link, children: lines })]
  })
}

/** The edge and ground of a callout, on each of its lines: they join into one box. */
const boxOf = (callout: Callout) => ({
  indent: { left: 240, right: 240 }, border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: EDGES[callout] } }, shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F7F5EF' },
})

/** Numbered lists count anew: each is an instance of its own. */
let instance = 0

function parts(blocks: readonly Block[], book: Book, around: Around = { level: 0 }): Part[] {
  const { level, callout } = around
  const box = callout ? boxOf(callout) : null
  return blocks.flatMap((block): Part[] => {
    if (block.is === 'heading') return [new Paragraph({ heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3, ...box, children: words(block.runs) })]
    if (block.is === 'paragraph') return [callout ? new Paragraph({ style: styleOf(callout), ...box, children: words(block.runs) }) : new Paragraph({ spacing: { after: 140 }, indent: level ? { left: 720 * level } : undefined, children: words(block.runs) })]
    if (block.is === 'callout') return [new Paragraph({ style: styleOf(block.kind), ...boxOf(block.kind), keepNext: true, children: [new TextRun({ text: book.words.callouts[block.kind], bold: true, color: EDGES[block.kind] })] }), ...parts(block.inside, book, { ...around, callout: block.kind }), new Paragraph({ spacing: { after: 60 } })]
    if (block.is === 'fold') return [...(block.runs.length > 0 ? [new Paragraph({ spacing: { before: 120, after: 80 }, keepNext: true, ...box, children: words(block.runs, { bold: true }) })] : []), ...parts(block.inside, book, { ...around, level: callout ? level : level + 1 })]
    if (block.is === 'quote') return [new Paragraph({ spacing: { after: 140 }, indent: { left: 480 }, border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: '14694F' } }, children: words(block.runs) })]
    if (block.is === 'code') return [new Paragraph({ spacing: { after: 140 }, ...box, children: words([{ text: block.text, code: true }]) })]
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
        ...(box && { border: box.border, shading: box.shading }),
        children: [...(item.ticked === null ? [] : [new TextRun(item.ticked ? '☑ ' : '☐ ')]), ...words(item.runs)],
      }),
      ...parts(item.inside, book, { ...around, level: level + 1 }),
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
  styles: { paragraphStyles: Object.values(STYLES).map(name => ({ id: name.replace(' ', ''), name, basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 80 } } })) },
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

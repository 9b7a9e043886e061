import path from 'node:path'
import pdfmake from 'pdfmake'
import { anchorOf, type Block, type Book, type Chapter, type Run } from './book.ts'

type Node = Record<string, unknown>

const WIDEST = 475
const LINK = '#0b5a7a'
const MUTED = '#5a6660'
const EDGES = { note: '#5a6660', tip: '#2c6b3f', important: '#14594f', warning: '#a3261d' }

/** Letters no font of the house has (pictures among the letters) would print as empty boxes. */
const plain = (text: string): string => text.replace(/\p{Extended_Pictographic}\ufe0f?|[\u{1f3fb}-\u{1f3ff}\u200d\ufe0f]/gu, letter => (/[\u00a9\u00ae\u2122]/.test(letter) ? letter : ''))

const words = (runs: readonly Run[]): Node[] => runs.map(run => ({
  text: plain(run.text), bold: run.bold, italics: run.italic, decoration: run.strike ? 'lineThrough' : run.link ? 'underline' : undefined, ...(run.code && { background: '#eeece4' }),
  ...(run.link && { color: LINK, ...(run.link.startsWith('#') ? { linkToDestination: run.link.slice(1) } : { link: run.link }) }),
}))

function nodes(blocks: readonly Block[], book: Book): Node[] {
  return blocks.map((block): Node => {
    if (block.is === 'heading') return { text: words(block.runs), style: block.level === 2 ? 'h2' : 'h3', headlineLevel: block.level, ...(block.level === 2 && { tocItem: true, tocMargin: [book.chapters.length > 1 ? 14 : 0, 1, 0, 1] }) }
    if (block.is === 'paragraph') return { text: words(block.runs), margin: [0, 0, 0, 8] }
    if (block.is === 'quote') return { table: { widths: ['*'], body: [[{ text: words(block.runs), color: MUTED }]] }, layout: { hLineWidth: () => 0, vLineWidth: (at: number) => (at === 0 ? 2 : 0), vLineColor: () => '#14694f', paddingLeft: () => 10 }, margin: [0, 0, 0, 8] }
    if (block.is === 'code') return { table: { widths: ['*'], body: [[{ text: plain(block.text), fontSize: 9, preserveLeadingSpaces: true, fillColor: '#f3f1ea' }]] }, layout: 'noBorders', margin: [0, 0, 0, 8] }
    if (block.is === 'rule') return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDEST, y2: 0, lineWidth: 0.5, lineColor: '#aaaaaa' }], margin: [0, 6, 0, 12] }
    if (block.is === 'picture') {
      const found = book.pictures[block.slug]
      return found ? { image: `data:image/jpeg;base64,${found.data}`, fit: [Math.min(WIDEST, found.width * 0.75), 600], margin: [0, 2, 0, 10] } : { text: `[${plain(block.alt) || book.words.picture}]`, italics: true, color: MUTED, margin: [0, 0, 0, 8] }
    }
    if (block.is === 'table') {
      const columns = Math.max(1, ...block.rows.map(row => row.length))
      const body = block.rows.map(row => Array.from({ length: columns }, (_, at): Node => ({ text: words(row[at]?.runs ?? []), bold: row[at]?.head, ...(row[at]?.head && { fillColor: '#f3f1ea' }) })))
      const heads = block.rows.findIndex(row => !row.every(cell => cell.head))
      return body.length === 0 ? { text: '' } : { table: { widths: Array.from({ length: columns }, () => '*'), headerRows: Math.max(0, Math.min(heads, body.length - 1)), body }, layout: 'lightHorizontalLines', fontSize: 9.5, margin: [0, 2, 0, 10] }
    }
    if (block.is === 'callout') {
      const colour = EDGES[block.kind]
      const inside = [{ text: book.words.callouts[block.kind], bold: true, color: colour, margin: [0, 0, 0, 3] }, ...nodes(block.inside, book)]
      return { table: { widths: ['*'], body: [[{ stack: inside, fillColor: '#f7f5ef' }]] }, layout: { hLineWidth: () => 0, vLineWidth: (at: number) => (at === 0 ? 3 : 0), vLineColor: () => colour, paddingLeft: () => 10, paddingRight: () => 10, paddingTop: () => 6, paddingBottom: () => 0 }, margin: [0, 2, 0, 10] }
    }
    if (block.is === 'fold') return { stack: [...(block.runs.length > 0 ? [{ text: words(block.runs), bold: true, margin: [0, 4, 0, 4] }] : []), { stack: nodes(block.inside, book), margin: [12, 0, 0, 0] }] }
    const items = block.items.map(item => ({ stack: [{ text: [...(item.ticked === null ? [] : [{ text: item.ticked ? '[x] ' : '[  ] ' }]), ...words(item.runs)] }, ...nodes(item.inside, book)], margin: [0, 0, 0, 3] }))
    return { [block.numbered ? 'ol' : 'ul']: items, ...(block.numbered && { start: block.start }), margin: [0, 0, 0, 8] }
  })
}

function chapter(one: Chapter, book: Book, first: boolean): Node[] {
  return [
    { text: plain(one.title), style: 'h1', id: anchorOf(one.id), ...(book.chapters.length > 1 && { tocItem: true, tocStyle: { bold: true } }), ...(!first && { pageBreak: 'before' }) },
    ...one.facts.map(text => ({ text: plain(text), color: MUTED, fontSize: 9 })),
    ...(one.summary ? [{ text: plain(one.summary), style: 'lede' }] : [{ text: '', margin: [0, 0, 0, 8] }]),
    ...(book.chapters.length === 1 && one.blocks.filter(block => block.is === 'heading' && block.level === 2).length > 1 ? [{ toc: { title: { text: book.words.contents, bold: true, margin: [0, 4, 0, 4] } }, margin: [0, 0, 0, 12] }] : []),
    ...one.service.flatMap(({ label, text }) => [{ text: label, style: 'h3' }, { text: plain(text), margin: [0, 0, 0, 6] }]),
    ...nodes(one.blocks, book),
  ]
}

export function makePdf(book: Book): Promise<Buffer> {
  const font = (name: string) => path.resolve(import.meta.dirname, '../../../../node_modules/pdfmake/fonts/Roboto', `Roboto-${name}.ttf`)
  const fonts = { Roboto: { normal: font('Regular'), bold: font('Medium'), italics: font('Italic'), bolditalics: font('MediumItalic') } }
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(asked => Object.values(fonts.Roboto).includes(asked))
  const many = book.chapters.length > 1
  return pdfmake.createPdf({
    info: { title: book.title, creator: 'Balai', creationDate: new Date(book.at) }, lang: 'id-ID', pageSize: 'A4', pageMargins: [60, 60, 60, 60],
    defaultStyle: { fontSize: 10.5, lineHeight: 1.3 },
    styles: { title: { fontSize: 24, bold: true, margin: [0, 120, 0, 8] }, h1: { fontSize: 19, bold: true, margin: [0, 0, 0, 6] }, h2: { fontSize: 14, bold: true, margin: [0, 10, 0, 4] }, h3: { fontSize: 11.5, bold: true, margin: [0, 6, 0, 3] }, lede: { fontSize: 12, color: MUTED, margin: [0, 6, 0, 12] } },
    footer: (page: number, all: number) => ({ columns: [{ text: plain(book.title), color: MUTED, fontSize: 8 }, { text: `${page} / ${all}`, alignment: 'right', color: MUTED, fontSize: 8 }], margin: [60, 20, 60, 0] }),
    // a heading does not stay alone at the foot of a page
    pageBreakBefore: (node: { headlineLevel?: number }, { getFollowingNodesOnPage }: { getFollowingNodesOnPage: () => unknown[] }) => node.headlineLevel !== undefined && getFollowingNodesOnPage().length === 0,
    content: [
      ...(many ? [{ text: plain(book.title), style: 'title' }, { text: plain(book.about), color: MUTED }, { toc: { title: { text: book.words.contents, style: 'h2' } }, pageBreak: 'before' }] : []),
      ...book.chapters.flatMap((one, at) => chapter(one, book, at === 0 && !many)),
    ],
  }).getBuffer()
}

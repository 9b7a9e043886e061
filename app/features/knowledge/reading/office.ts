import { openArchive, type Archive } from './archive.ts'
import { Unreadable } from './bounds.ts'
import { attribute, tokens } from './xml.ts'

/** Pages of a text document: breaks its writer set, and those Word noted when it last laid it out. */
export async function readDocx(data: Uint8Array): Promise<string[]> {
  const xml = await part(await openArchive(data), 'word/document.xml')
  const pages = ['']
  let open = 0
  let laidOut = false
  const add = (text: string) => { pages[pages.length - 1] += text }
  const turn = () => { if (pages.at(-1)?.trim()) pages.push('') }
  for (const token of tokens(xml)) {
    if ('words' in token) {
      if (open > 0) add(token.words)
    } else if ('close' in token) {
      if (token.close === 'w:t') open = Math.max(0, open - 1)
      else if (token.close === 'w:p' || token.close === 'w:tr') add('\n')
      else if (token.close === 'w:tc') add('\t')
    } else if (token.open === 'w:t' && !token.empty) open += 1
    else if (token.open === 'w:tab') add('\t')
    else if (token.open === 'w:lastRenderedPageBreak') {
      laidOut = true
      turn()
    } else if (token.open === 'w:br') {
      if (attribute(token.attributes, 'w:type') === 'page') {
        if (!laidOut) turn()
      } else add('\n')
    }
  }
  return pages
}

/** One page a slide, with the notes of who speaks. */
export async function readPptx(data: Uint8Array): Promise<string[]> {
  const archive = await openArchive(data)
  const order = numbered(archive, /^ppt\/slides\/slide(\d+)\.xml$/)
  if (order.length === 0) throw new Unreadable('BROKEN')
  const pages: string[] = []
  for (const { name, number } of order) {
    const slide = wordsOf(await part(archive, name), 'a:t', 'a:p')
    const notes = await archive.text(`ppt/notesSlides/notesSlide${number}.xml`)
    pages.push(notes ? `${slide}\n${wordsOf(notes, 'a:t', 'a:p')}` : slide)
  }
  return pages
}

/** One page a sheet: its name, then a line for each row. */
export async function readXlsx(data: Uint8Array): Promise<string[]> {
  const archive = await openArchive(data)
  const book = await part(archive, 'xl/workbook.xml')
  const words = sharedStrings(await archive.text('xl/sharedStrings.xml'))
  const names = [...tokens(book)].flatMap(token => ('open' in token && token.open === 'sheet' ? [attribute(token.attributes, 'name') ?? ''] : []))
  const pages: string[] = []
  for (const [index, { name }] of numbered(archive, /^xl\/worksheets\/sheet(\d+)\.xml$/).entries()) pages.push(`${names[index] ?? ''}\n${cellsOf(await part(archive, name), words)}`)
  if (pages.length === 0) throw new Unreadable('BROKEN')
  return pages
}

/** OpenDocument: text, or one page a table of a spreadsheet. */
export async function readOdf(data: Uint8Array): Promise<string[]> {
  const pages = ['']
  for (const token of tokens(await part(await openArchive(data), 'content.xml'))) {
    if ('words' in token) pages[pages.length - 1] += token.words
    else if ('close' in token) {
      if (/^(text:(p|h)|table:table-row)$/.test(token.close)) pages[pages.length - 1] += '\n'
      else if (token.close === 'table:table-cell') pages[pages.length - 1] += '\t'
    } else if (token.open === 'table:table' && pages.at(-1)?.trim()) pages.push(`${attribute(token.attributes, 'table:name') ?? ''}\n`)
    else if (/^text:(s|tab|line-break)$/.test(token.open)) pages[pages.length - 1] += ' '
  }
  return pages
}

async function part(archive: Archive, name: string): Promise<string> {
  const found = await archive.text(name)
  if (found === null) throw new Unreadable('BROKEN')
  return found
}

const numbered = (archive: Archive, pattern: RegExp) =>
  archive.names.flatMap(name => { const found = pattern.exec(name); return found ? [{ name, number: Number(found[1]) }] : [] }).sort((a, b) => a.number - b.number)

/** What stands in elements of one name, a line for each end of another. */
function wordsOf(xml: string, holder: string, line: string): string {
  let inside = 0
  let text = ''
  for (const token of tokens(xml)) {
    if ('words' in token) text += inside > 0 ? token.words : ''
    else if ('close' in token) {
      if (token.close === holder) inside = Math.max(0, inside - 1)
      else if (token.close === line) text += '\n'
    } else if (token.open === holder && !token.empty) inside += 1
  }
  return text
}

function sharedStrings(xml: string | null): string[] {
  const all: string[] = []
  let inside = 0
  for (const token of xml === null ? [] : tokens(xml)) {
    if ('words' in token) {
      if (inside > 0) all[all.length - 1] += token.words
    } else if ('close' in token) inside -= token.close === 't' ? 1 : 0
    else if (token.open === 'si') all.push('')
    else if (token.open === 't' && !token.empty && all.length > 0) inside += 1
  }
  return all
}

function cellsOf(xml: string, words: readonly string[]): string {
  let text = ''
  let kind = ''
  let value = ''
  let inside = 0
  for (const token of tokens(xml)) {
    if ('words' in token) value += inside > 0 ? token.words : ''
    else if ('close' in token) {
      if (token.close === 'v' || token.close === 't') inside = Math.max(0, inside - 1)
      else if (token.close === 'c') text += `${kind === 's' ? (words[Number(value)] ?? '') : value}\t`
      else if (token.close === 'row') text += '\n'
    } else if (token.open === 'c') {
      kind = attribute(token.attributes, 't') ?? ''
      value = ''
    } else if ((token.open === 'v' || token.open === 't') && !token.empty) inside += 1
  }
  return text
}

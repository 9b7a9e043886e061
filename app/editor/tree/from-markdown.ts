import { MAX_BOXES, codeParts, foldTitle, paragraph, plainWords } from './doc'
import type { Block, CalloutKind, Cite, Doc, Inline, List, ListItem, ListKind, TableRow } from './doc'
import { inlineFromMarkdown } from './markdown-inline'

/**
 * Markdown to the stored tree: headings, paragraphs (a line end is a line break), quotations, lists, check lists, tables, code, rules.
 * The first line of a quotation may name its source: `> [Nama di #2](/forum/t/12/-/2)`; `> [!TIP]` makes it a callout. Of HTML only a folded part
 * is known, with `<details>`, `<summary>words</summary>` and `</details>` on lines of their own. The result is still to be validated.
 */
export function fromMarkdown(markdown: string): Doc {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n').map(line => line.replace(/^[ \t]+/, lead => lead.replaceAll('\t', '    ')))
  return { root: { type: 'root', version: 1, children: blocksFrom(lines, 0) } }
}

/** `boxes`: callouts and folded parts around, at most MAX_BOXES, so that this calls itself no deeper. */
function blocksFrom(lines: string[], boxes: number): Block[] {
  const blocks: Block[] = []
  const folds = foldsIn(lines)
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (line.trim() === '' || folds.get(at) === at) at++
    else at = fence(lines, at, blocks) ?? heading(line, at, blocks) ?? rule(line, at, blocks) ?? fold(lines, at, blocks, folds, boxes) ?? callout(lines, at, blocks, boxes)
      ?? quote(lines, at, blocks) ?? list(lines, at, blocks, folds) ?? table(lines, at, blocks) ?? plain(lines, at, blocks, folds)
  }
  return blocks
}

const foldMark = /^ {0,3}<details>\s*(?:<summary>(.*)<\/summary>)?\s*$/
const summaryMark = /^\s*<summary>(.*)<\/summary>\s*$/
/** The title on the line or on the next one that is not empty, and where what is inside begins. */
function foldOpens(lines: string[], at: number): { title: string; from: number } | null {
  const open = foldMark.exec(lines[at] ?? '')
  if (!open) return null
  if (open[1] !== undefined) return { title: open[1], from: at + 1 }
  const title = summaryMark.exec(lines[at + 1] ?? '')?.[1]
  return title === undefined ? null : { title, from: at + 2 }
}

/** Where each folded part that is also closed ends; the closing line stands for itself. One pass, whatever is typed. */
function foldsIn(lines: string[]): Map<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  let fenced = ''
  lines.forEach((line, at) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fenced !== '') {
      if (mark?.startsWith(fenced) && line.trim() === mark) fenced = ''
    } else if (mark && fenceMark.test(line)) fenced = mark
    else if (line.includes('<details>') && foldOpens(lines, at)) open.push(at)
    else if (/^ {0,3}<\/details>\s*$/.test(line)) {
      const start = open.pop()
      if (start !== undefined) ends.set(start, at).set(at, at)
    }
  })
  return ends
}

function fold(lines: string[], at: number, blocks: Block[], folds: Map<number, number>, boxes: number): number | null {
  const end = folds.get(at)
  const opens = end === undefined ? null : foldOpens(lines, at)
  if (end === undefined || !opens) return null
  const title = plainWords(inlineFromMarkdown(opens.title.trim()))
  if (boxes < MAX_BOXES) {
    const inside = blocksFrom(lines.slice(opens.from, end), boxes + 1)
    blocks.push({ type: 'fold', version: 1, children: [foldTitle(title), ...(inside.length > 0 ? inside : [paragraph([])])] })
    return end + 1
  }
  // too deep: its title and what is in it stand on their own
  if (title.length > 0) blocks.push(paragraph(title))
  return opens.from
}

/** GitHub's five, and the words a reader here would use. */
const calloutNames: Readonly<Record<string, CalloutKind>> = {
  note: 'note', catatan: 'note', info: 'note', tip: 'tip', kiat: 'tip', important: 'important', penting: 'important', warning: 'warning', caution: 'warning', peringatan: 'warning', awas: 'warning',
}
export const calloutNamed = (name: string): CalloutKind | undefined => (Object.hasOwn(calloutNames, name.toLowerCase()) ? calloutNames[name.toLowerCase()] : undefined)
const calloutMark = /^ {0,3}> ?\[!([a-z]{2,12})\]\s*$/i

function callout(lines: string[], at: number, blocks: Block[], boxes: number): number | null {
  const kind = calloutNamed(calloutMark.exec(lines[at] ?? '')?.[1] ?? '')
  if (!kind) return null
  if (boxes >= MAX_BOXES) return quote(lines, at + 1, blocks) ?? at + 1
  const inner: string[] = []
  let end = at + 1
  for (; /^ {0,3}>/.test(lines[end] ?? ''); end++) inner.push((lines[end] ?? '').replace(/^ {0,3}> ?/, ''))
  const inside = blocksFrom(inner, boxes + 1)
  if (inside.length > 0) blocks.push({ type: 'callout', version: 1, kind, children: inside })
  return end
}

/** The same for words that are still being typed: the space after the last one stays. */
export function fromTyping(markdown: string): Doc {
  const doc = fromMarkdown(markdown)
  const last = doc.root.children.at(-1)
  const words = last?.type === 'paragraph' ? last.children.at(-1) : undefined
  if (words?.type === 'text' && /\S $/.test(markdown)) words.text += ' '
  return doc
}

const fenceMark = /^ {0,3}(`{3,}|~{3,}) *([a-z0-9+#-]{0,20})[^`]*$/i
function fence(lines: string[], at: number, blocks: Block[]): number | null {
  const open = fenceMark.exec(lines[at] ?? '')
  if (!open) return null
  const mark = open[1] ?? '```'
  let end = at + 1
  const closes = (line: string): boolean => line.trim().length >= mark.length && line.trim() === (mark[0] ?? '`').repeat(line.trim().length)
  while (end < lines.length && !closes(lines[end] ?? '')) end++
  const code = lines.slice(at + 1, end).join('\n')
  blocks.push({ type: 'code', version: 1, language: open[2] ? open[2] : null, children: codeParts(code) })
  return end + 1
}

function heading(line: string, at: number, blocks: Block[]): number | null {
  const match = /^ {0,3}(#{1,6}) +/.exec(line)
  if (!match) return null
  blocks.push({ type: 'heading', version: 1, tag: (match[1] ?? '').length <= 2 ? 'h2' : 'h3', children: inlineFromMarkdown(line.slice(match[0].length).trim()) })
  return at + 1
}

const isRule = (line: string): boolean => {
  const signs = line.replaceAll(' ', '')
  return signs.length >= 3 && '-*_'.includes(signs[0] ?? 'x') && signs === (signs[0] ?? '').repeat(signs.length)
}
function rule(line: string, at: number, blocks: Block[]): number | null {
  if (!isRule(line)) return null
  blocks.push({ type: 'horizontalrule', version: 1 })
  return at + 1
}

const citeLine = /^\[((?:[^\]\\]|\\.){1,240}) di #(\d{1,9})\]\(\/forum\/t\/(\d{1,9})\/-\/\d{1,9}\)$/
function quote(lines: string[], at: number, blocks: Block[]): number | null {
  const inner: string[] = []
  let end = at
  for (; /^ {0,3}>/.test(lines[end] ?? ''); end++) inner.push((lines[end] ?? '').replace(/^ {0,3}(?:> ?)+/, ''))
  if (end === at) return null
  const source = citeLine.exec(inner[0] ?? '')
  const cite: Cite | null = source ? { name: (source[1] ?? '').replace(/\\(.)/g, '$1'), number: Number(source[2]), threadId: Number(source[3]) } : null
  blocks.push({ type: 'post-quote', version: 1, cite, children: inlineFromMarkdown(inner.slice(cite ? 1 : 0).join('\n').trim()) })
  return end
}

const itemMark = /^( *)([-*+]|\d{1,9}[.)])(?: +|$)(.*)$/
const kindOf = (sign: string, rest: string): ListKind => (/^\d/.test(sign) ? 'number' : /^\[[ xX]\](?: |$)/.test(rest) ? 'check' : 'bullet')
interface OpenList { indent: number; list: List; words: string[] | null; item: ListItem | null }

/** Keeps its own stack of open lists, so nesting costs no call depth. */
function list(lines: string[], at: number, blocks: Block[], folds: Map<number, number>): number | null {
  if (!itemMark.test(lines[at] ?? '') || isRule(lines[at] ?? '')) return null
  const open: OpenList[] = []
  let end = at
  let gap = false
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    if (line.trim() === '') {
      gap = true
      continue
    }
    const mark = isRule(line) ? null : itemMark.exec(line)
    if (!mark) {
      if (gap && !line.startsWith('  ')) break
      if (!gap && startsBlock(lines, end, folds)) break
      open.at(-1)?.words?.push(line.trim())
      gap = false
      continue
    }
    gap = false
    if (!listItem(mark, open, blocks)) break
  }
  while (open.length > 0) settle(open.pop())
  return end
}

/** @returns false when the item begins another top list */
function listItem(mark: RegExpExecArray, open: OpenList[], blocks: Block[]): boolean {
  const indent = (mark[1] ?? '').length
  const sign = mark[2] ?? '-'
  const rest = mark[3] ?? ''
  const kind = kindOf(sign, rest)
  while (open.length > 1 && indent < (open.at(-1)?.indent ?? 0)) settle(open.pop())
  let top = open.at(-1)
  if (top && indent >= top.indent + 2) top = undefined
  else if (top && top.list.listType !== kind) {
    if (open.length === 1) return false
    settle(open.pop())
    top = undefined
  }
  if (!top) {
    const made: List = { type: 'list', version: 1, listType: kind, tag: kind === 'number' ? 'ol' : 'ul', start: kind === 'number' ? Number.parseInt(sign, 10) : 1, children: [] }
    const parent = open.at(-1)
    if (parent) {
      flush(parent)
      parent.list.children.push({ type: 'listitem', version: 1, value: parent.list.children.length + 1, children: [made] })
    } else blocks.push(made)
    open.push(top = { indent, list: made, words: null, item: null })
  }
  flush(top)
  top.item = { type: 'listitem', version: 1, value: top.list.children.length + 1, children: [] }
  if (kind === 'check') top.item.checked = /^\[[xX]\]/.test(rest)
  top.list.children.push(top.item)
  top.words = [kind === 'check' ? rest.slice(4) : rest]
  return true
}

const settle = (open: OpenList | undefined): void => { if (open) flush(open) }
function flush(open: OpenList): void {
  if (open.item && open.words) open.item.children = inlineFromMarkdown(open.words.join('\n').trim())
  open.words = null
  open.item = null
}

function cells(line: string): string[] {
  const found: string[] = ['']
  const inner = line.trim().replace(/^\|/, '')
  for (let at = 0; at < inner.length; at++) {
    const ch = inner[at] ?? ''
    const last = found.length - 1
    if (ch === '\\' && at + 1 < inner.length) found[last] += inner[++at] === '|' ? '|' : `\\${inner[at]}`
    else if (ch === '|') found.push('')
    else found[last] += ch
  }
  if (found.length > 1 && found.at(-1)?.trim() === '') found.pop()
  return found.map(cell => cell.trim())
}

const isDivider = (line: string | undefined): boolean => line !== undefined && line.includes('-') && line.includes('|') && cells(line).every(cell => /^:?-+:?$/.test(cell))
function table(lines: string[], at: number, blocks: Block[]): number | null {
  const bare = isDivider(lines[at])
  if (!bare && !((lines[at] ?? '').includes('|') && isDivider(lines[at + 1]))) return null
  const width = cells(lines[bare ? at : at + 1] ?? '').length
  const rows: TableRow[] = []
  const row = (line: string, head: boolean): void => {
    const found = cells(line)
    rows.push({ type: 'tablerow', version: 1, children: Array.from({ length: width }, (_, column) => ({ type: 'tablecell', version: 1, headerState: head ? 1 : 0, colSpan: 1, rowSpan: 1, children: [paragraph(inlineFromMarkdown(found[column] ?? ''))] })) })
  }
  if (!bare) row(lines[at] ?? '', true)
  let end = at + (bare ? 1 : 2)
  for (; end < lines.length && (lines[end] ?? '').includes('|'); end++) row(lines[end] ?? '', false)
  if (rows.length > 0) blocks.push({ type: 'table', version: 1, children: rows })
  return end
}

function startsBlock(lines: string[], at: number, folds: Map<number, number>): boolean {
  const line = lines[at] ?? ''
  return folds.has(at) || fenceMark.test(line) || /^ {0,3}(#{1,6} |>)/.test(line) || isRule(line) || itemMark.test(line) || (line.includes('|') && (isDivider(line) || isDivider(lines[at + 1])))
}

function plain(lines: string[], at: number, blocks: Block[], folds: Map<number, number>): number {
  let end = at + 1
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !startsBlock(lines, end, folds)) end++
  const inner: Inline[] = inlineFromMarkdown(lines.slice(at, end).map(line => line.trim()).join('\n'))
  if (inner.length > 0) blocks.push(paragraph(inner))
  return end
}

import { BOLD, CODE, ITALIC, STRIKE, citeAddress, citeWords, foldInside } from './doc'
import type { Block, Doc, Inline, List, Table, TextPart } from './doc'
import { personAddress, uploadAddress } from './safe-url'
import { codeText } from './to-html'

/**
 * The tree as Markdown that `fromMarkdown` reads back as the same tree. Not expressible and therefore lost: merged cells,
 * row headings and blocks inside table cells.
 */
export const toMarkdown = (doc: Doc): string => blocksMarkdown(doc.root.children)

const blocksMarkdown = (blocks: Block[]): string => blocks.map(blockMarkdown).filter(block => block !== '').join('\n\n')

function blockMarkdown(block: Block, at: number, all: Block[]): string {
  switch (block.type) {
    case 'paragraph': return block.children.length === 0 ? '' : lines(block.children).join('\n')
    case 'heading': return `${block.tag === 'h2' ? '##' : '###'} ${oneLine(block.children)}`
    case 'post-quote': return [...(block.cite ? [`[${escapeText(citeWords(block.cite))}](${citeAddress(block.cite)})`] : []), ...lines(block.children).map(line => (line === '\\' ? '' : line))].map(line => `> ${line}`.trimEnd()).join('\n')
    case 'code': return codeMarkdown(codeText(block), block.language)
    case 'horizontalrule': return '---'
    case 'list': return separator(all[at - 1], block) + listLines(block, '').join('\n')
    case 'table': return tableMarkdown(block)
    case 'callout': return `[!${block.kind.toUpperCase()}]\n${blocksMarkdown(block.children)}`.trimEnd().split('\n').map(line => (line === '' ? '>' : `> ${line}`)).join('\n')
    case 'fold': return `<details>\n<summary>${oneLine(block.children[0].children)}</summary>\n\n${[blocksMarkdown(foldInside(block)), '</details>'].filter(part => part !== '').join('\n\n')}`
  }
}

/** Two lists of one kind in a row would be read as one. */
const separator = (before: Block | undefined, list: List): string => (before?.type === 'list' && before.listType === list.listType ? '<!-- -->\n\n' : '')

function codeMarkdown(code: string, language: string | null): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(run => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language ?? ''}\n${code === '' ? '' : `${code}\n`}${fence}`
}

function listLines(list: List, indent: string): string[] {
  return list.children.flatMap(item => {
    const nested = item.children[0]
    const pad = list.listType === 'number' ? '   ' : '  '
    if (nested?.type === 'list') return listLines(nested, indent + pad)
    const sign = list.listType === 'number' ? `${item.value}. ` : list.listType === 'check' ? `- [${item.checked ? 'x' : ' '}] ` : '- '
    return [`${indent}${sign}${lines(item.children as Inline[]).join(`\n${indent}  ${pad}`)}`.trimEnd()]
  })
}

function tableMarkdown(table: Table): string {
  const width = Math.max(1, ...table.children.map(row => row.children.length))
  const rows = table.children.map(row => {
    const cells = row.children.map(cell => cell.children.map(block => ('children' in block && !('listType' in block) && !holdsBlocks(block) ? oneLine(block.children) : oneLine([textOf(block)]))).join('<br>').replaceAll('|', '\\|'))
    return `| ${[...cells, ...Array<string>(width - cells.length).fill('')].join(' | ')} |`
  })
  const divider = `|${' --- |'.repeat(width)}`
  const head = table.children[0]?.children.every(cell => cell.headerState & 1)
  return head ? [rows[0], divider, ...rows.slice(1)].join('\n') : [divider, ...rows].join('\n')
}

const holdsBlocks = (block: Block) => block.type === 'table' || block.type === 'callout' || block.type === 'fold'

function textOf(block: Block): TextPart {
  const inner = block.type === 'list' ? block.children.flatMap(item => item.children.flatMap(child => (child.type === 'text' ? [child.text] : []))).join(', ') : ''
  return { type: 'text', version: 1, text: inner, format: 0 }
}

const oneLine = (parts: readonly Inline[]): string => inlineMarkdown(parts).replaceAll('\n', '<br>').trim()

/** Lines of a paragraph, each safe at its beginning; an empty one is a lone backslash. */
function lines(parts: readonly Inline[]): string[] {
  return inlineMarkdown(parts).split('\n').map(line => line.trim())
    .map(line => (line === '' ? '\\' : /^[|:\- ]+$/.test(line) ? `\\${line}` : line.replace(/^(#{1,6}(?= |$)|>|[-+](?= |$)|={1,}$)/, '\\$1').replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')))
}

const marks: [number, string][] = [[BOLD, '**'], [ITALIC, '*'], [STRIKE, '~~']]

/** Formats open and close as late as they can; where an end and a beginning meet, an empty comment keeps them apart. */
function inlineMarkdown(parts: readonly Inline[]): string {
  let out = ''
  let open: number[] = []
  const sign = (bit: number): string => marks.find(([one]) => one === bit)?.[1] ?? ''
  const become = (wanted: number, ahead: readonly Inline[]): void => {
    const keep = open.findIndex(bit => !(wanted & bit))
    const closing = keep < 0 ? [] : open.slice(keep).reverse()
    open = keep < 0 ? open : open.slice(0, keep)
    // spaces belong outside: "**bold **" would not be read as bold
    const trail = closing.length > 0 ? /\s*$/.exec(out)?.[0] ?? '' : ''
    if (closing.length > 0) out = out.slice(0, out.length - trail.length) + closing.map(sign).join('') + trail
    const opening = marks.map(([bit]) => bit).filter(bit => wanted & bit && !open.includes(bit)).sort((a, b) => lasts(b, ahead) - lasts(a, ahead))
    if (opening.length === 0) return
    if (closing.length > 0 && trail === '' || /[*~]$/.test(out)) out += '<!-- -->'
    // "***" whose halves end apart would let a later star close the wrong half
    const apart = new Set(opening.map(bit => lasts(bit, ahead))).size > 1
    out += opening.map(sign).join(apart ? '<!-- -->' : '')
    open = [...open, ...opening]
  }
  parts.forEach((part, at) => {
    if (part.type === 'linebreak') out += '\n'
    else if (part.type !== 'text') {
      become(0, [])
      out += partMarkdown(part)
    } else {
      const lead = part.format & CODE ? '' : /^\s*/.exec(part.text)?.[0] ?? ''
      const rest = part.text.slice(lead.length)
      if (rest === '') return void (out += part.text)
      const now = part.format & (BOLD | ITALIC | STRIKE)
      if (open.some(bit => !(now & bit)) || lead === '') become(open.reduce((bits, bit) => bits | bit, 0) & now, [])
      out += lead
      become(now, parts.slice(at))
      out += part.format & CODE ? codeSpan(rest) : escapeText(rest)
    }
  })
  become(0, [])
  return out
}

function lasts(bit: number, ahead: readonly Inline[]): number {
  const end = ahead.findIndex(part => part.type !== 'linebreak' && !(part.type === 'text' && part.format & bit))
  return end < 0 ? ahead.length : end
}

function partMarkdown(part: Exclude<Inline, TextPart | { type: 'linebreak' }>): string {
  if (part.type === 'mention') return `[@${escapeText(part.name)}](${personAddress(part.slug)} "${part.personId}")`
  if (part.type === 'image') return `![${escapeText(part.alt)}](${uploadAddress(part.slug)}${part.width && part.height ? ` "${part.width}x${part.height}"` : ''})`
  const only = part.children.length === 1 ? part.children[0] : undefined
  if (only?.type === 'text' && only.format === 0 && only.text === part.url && /^[a-z]+:/.test(part.url)) return `<${part.url}>`
  return `[${inlineMarkdown(part.children)}](${part.url.replace(/[()<>\\]/g, '\\$&')})`
}

function codeSpan(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(run => run[0].length))
  const fence = '`'.repeat(longest + 1)
  return /^`|`$|^ .* $/.test(code) ? `${fence} ${code} ${fence}` : `${fence}${code}${fence}`
}

const escapeText = (value: string): string => value
  .replace(/[\\`*~[\]<]|_/g, (sign, at: number) => (sign === '_' && /[\p{L}\p{N}]/u.test(value[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(value[at + 1] ?? '') ? sign : `\\${sign}`))
  .replace(/\b(https?):(?=\/\/)/gi, '$1\\:')

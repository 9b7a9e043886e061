import { BOLD, CODE, ITALIC, STRIKE, UNTITLED, calloutWords, citeAddress, citeWords, foldInside } from './doc'
import type { Block, CodeBlock, Doc, Inline, LinkPart, List, ListItem, Quote, Table, TableCell, TextPart } from './doc'
import { personAddress, uploadAddress } from './safe-url'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (value: string): string => value.replace(/[&<>]/g, sign => escapes[sign] ?? sign)
const escapeAttribute = (value: string): string => value.replace(/[&<>"]/g, sign => escapes[sign] ?? sign)

/** HTML of a validated tree, written directly: no DOM, no wrappers, the same words always give the same bytes. */
export const toHtml = (doc: Doc): string => blocksHtml(doc.root.children)

const blocksHtml = (blocks: Block[]): string => blocks.map(blockHtml).join('')

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph': return wrapped('p', lineHtml(block.children))
    case 'heading': return wrapped(block.tag, lineHtml(block.children))
    case 'post-quote': return quoteHtml(block)
    case 'code': return `<pre><code>${escapeText(codeText(block))}</code></pre>`
    case 'horizontalrule': return '<hr />'
    case 'list': return listHtml(block)
    case 'table': return tableHtml(block)
    case 'callout': {
      const inner = blocksHtml(block.children)
      return inner === '' ? '' : `<aside class="callout ${block.kind}" role="note"><p class="kind">${calloutWords[block.kind]}</p>${inner}</aside>`
    }
    case 'fold': {
      const [title, inner] = [lineHtml(block.children[0].children), blocksHtml(foldInside(block))]
      return title + inner === '' ? '' : `<details><summary>${title || UNTITLED}</summary>${inner}</details>`
    }
  }
}

/** Nothing at all for a line without content: spacing is the style sheet's business. */
const wrapped = (tag: string, inner: string): string => (inner === '' ? '' : `<${tag}>${inner}</${tag}>`)

export const codeText = (block: CodeBlock): string => block.children.map(part => (part.type === 'linebreak' ? '\n' : part.text)).join('')

function quoteHtml(quote: Quote): string {
  const source = quote.cite ? `<cite><a href="${escapeAttribute(citeAddress(quote.cite))}">${escapeText(citeWords(quote.cite))}</a></cite>` : ''
  const inner = source + quoteParagraphs(quote).map(part => wrapped('p', lineHtml(part))).join('')
  return wrapped('blockquote', inner)
}

/** Two line breaks in a row divide the paragraphs of a quotation. */
function quoteParagraphs(quote: Quote): Inline[][] {
  const found: Inline[][] = [[]]
  quote.children.forEach((part, at) => {
    if (part.type === 'linebreak' && quote.children[at + 1]?.type === 'linebreak') found.push([])
    else if (part.type !== 'linebreak' || (found.at(-1)?.length ?? 0) > 0) found.at(-1)?.push(part)
  })
  return found
}

function lineHtml(parts: readonly Inline[]): string {
  let from = 0
  let to = parts.length
  while (from < to && isBlank(parts[from])) from++
  while (to > from && isBlank(parts[to - 1])) to--
  let html = ''
  for (let at = from; at < to; at++) html += inlineHtml(parts[at] as Inline)
  return html
}

const isBlank = (part: Inline | undefined): boolean => part?.type === 'linebreak' || (part?.type === 'text' && part.text.trim() === '')

function inlineHtml(part: Inline): string {
  switch (part.type) {
    case 'text': return textHtml(part)
    case 'linebreak': return '<br />'
    case 'mention': return `<a class="at" href="${escapeAttribute(personAddress(part.slug))}">@${escapeText(part.name)}</a>`
    case 'image': {
      const size = part.width && part.height ? ` width="${part.width}" height="${part.height}"` : ''
      return `<img src="${escapeAttribute(uploadAddress(part.slug))}" alt="${escapeAttribute(part.alt)}"${size} loading="lazy" decoding="async" />`
    }
    case 'link': return linkHtml(part)
  }
}

function linkHtml(link: LinkPart): string {
  const inner = link.children.map(inlineHtml).join('')
  const rel = /^https?:/.test(link.url) ? ' rel="nofollow ugc noopener"' : ''
  return inner === '' ? '' : `<a href="${escapeAttribute(link.url)}"${rel}>${inner}</a>`
}

function textHtml({ text, format }: TextPart): string {
  let html = escapeText(text)
  if (format & CODE) html = `<code>${html}</code>`
  if (format & STRIKE) html = `<s>${html}</s>`
  if (format & ITALIC) html = `<em>${html}</em>`
  if (format & BOLD) html = `<strong>${html}</strong>`
  return html
}

function listHtml(list: List): string {
  const open = list.listType === 'check' ? '<ul class="checklist">' : list.listType === 'number' ? (list.start === 1 ? '<ol>' : `<ol start="${list.start}">`) : '<ul>'
  let html = open
  let itemOpen = false
  for (const item of list.children) {
    const nested = item.children[0]?.type === 'list' ? item.children[0] : null
    if (nested && itemOpen) html += listHtml(nested)
    else {
      if (itemOpen) html += '</li>'
      html += itemHtml(item, list, nested)
      itemOpen = true
    }
  }
  return `${html}${itemOpen ? '</li>' : ''}</${list.tag}>`
}

/** The tick is a character, so it is read aloud, printed and copied without any style. */
function itemHtml(item: ListItem, list: List, nested: List | null): string {
  if (nested) return `<li>${listHtml(nested)}`
  const inner = lineHtml(item.children as Inline[])
  if (list.listType !== 'check') return `<li>${inner}`
  return `<li${item.checked ? ' class="done"' : ''}><span class="tick">${item.checked ? '☑' : '☐'}</span> ${inner}`
}

function tableHtml(table: Table): string {
  const heads = table.children[0]?.children.every(cell => cell.headerState & 1) && table.children.length > 1 ? 1 : 0
  const rows = table.children.map(row => `<tr>${row.children.map(cellHtml).join('')}</tr>`)
  const head = heads ? `<thead>${rows[0]}</thead>` : ''
  return `<div class="scroll" tabindex="0"><table>${head}<tbody>${rows.slice(heads).join('')}</tbody></table></div>`
}

/** An empty heading would be announced as one: it is a plain cell. */
function cellHtml(cell: TableCell): string {
  const only = cell.children.length === 1 ? cell.children[0] : undefined
  const inner = only?.type === 'paragraph' ? lineHtml(only.children) : blocksHtml(cell.children)
  const heads = cell.headerState > 0 && inner !== ''
  const scope = heads ? ` scope="${cell.headerState & 1 ? 'col' : 'row'}"` : ''
  const spans = (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '') + (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '')
  const tag = heads ? 'th' : 'td'
  return `<${tag}${scope}${spans}>${inner}</${tag}>`
}

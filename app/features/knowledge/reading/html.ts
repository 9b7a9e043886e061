import { parseDocument } from 'htmlparser2'
import type { Imported, Loss } from './imported.ts'

type Parsed = ReturnType<typeof parseDocument>['children'][number]
interface Element { name: string; attribs: Record<string, string>; children: Parsed[] }
type Tree = Record<string, unknown>

const BOLD = 1
const ITALIC = 2
const STRIKE = 4
const CODE = 16
const formats: Record<string, number> = { b: BOLD, strong: BOLD, i: ITALIC, em: ITALIC, cite: ITALIC, s: STRIKE, del: STRIKE, strike: STRIKE, code: CODE, kbd: CODE, samp: CODE, tt: CODE }
const plainer = new Set(['u', 'ins', 'mark', 'font', 'sub', 'sup', 'small', 'big'])
const around = new Set(['html', 'body', 'main', 'article', 'section', 'div', 'header', 'footer', 'aside', 'nav', 'figure', 'figcaption', 'details', 'summary', 'center', 'address', 'dl', 'dt', 'dd', 'fieldset', 'p', 'form'])
const gone: Record<string, Loss> = { script: 'scripts', style: 'scripts', noscript: 'scripts', iframe: 'embedded', object: 'embedded', embed: 'embedded', video: 'embedded', audio: 'embedded', canvas: 'embedded', svg: 'embedded', math: 'embedded', button: 'embedded', select: 'embedded', textarea: 'embedded', template: 'scripts' }
const silent = new Set(['head', 'meta', 'link', 'base', 'title', 'colgroup', 'col'])

/** What pages and manuals call a callout, in the classes of its element or in the word over it. */
const callouts: Readonly<Record<string, string>> = {
  note: 'note', info: 'note', catatan: 'note', tip: 'tip', hint: 'tip', kiat: 'tip', important: 'important', penting: 'important', warning: 'warning', caution: 'warning', danger: 'warning', attention: 'warning', peringatan: 'warning',
}
const calloutOf = (words: string): string | null => words.toLowerCase().split(/[^a-z]+/).flatMap(word => (Object.hasOwn(callouts, word) ? [callouts[word] ?? ''] : []))[0] ?? null

const elementOf = (node: Parsed): Element | null => ('name' in node && 'attribs' in node ? (node as unknown as Element) : null)
const isText = (node: Parsed): boolean => String(node.type) === 'text'
const wordsIn = (node: Parsed): string => ('data' in node && isText(node) ? node.data : 'children' in node ? node.children.map(wordsIn).join('') : '')
const lineBreak = (): Tree => ({ type: 'linebreak', version: 1 })
const tidy = (inline: readonly Tree[]): Tree[] => {
  const list = [...inline]
  const blank = (node: Tree | undefined) => node?.type === 'linebreak' || (node?.type === 'text' && String(node.text).trim() === '')
  while (blank(list[0])) list.shift()
  while (blank(list.at(-1))) list.pop()
  const [first, last] = [list[0], list.at(-1)]
  if (first?.type === 'text') first.text = String(first.text).trimStart()
  if (last?.type === 'text') last.text = String(last.text).trimEnd()
  return list
}

/** Reads an HTML page into the editor's tree. What has no place in it is counted, never kept. */
export function readHtml(html: string): Imported {
  const made: Imported = { title: '', doc: null, markdown: '', pictures: [], lost: {} }
  const lose = (what: Loss) => { made.lost[what] = (made.lost[what] ?? 0) + 1 }

  const picture = ({ attribs }: Element): Tree[] => {
    const data = /^data:image\/[\w.+-]+;base64,([\w+/=\s]+)$/i.exec(attribs.src ?? '')?.[1]
    if (data === undefined) { lose('pictures'); return [] }
    made.pictures.push({ path: '', data: data.replace(/\s+/g, '') })
    return [{ type: 'image', version: 1, picture: made.pictures.length - 1, alt: (attribs.alt ?? '').slice(0, 300) }]
  }

  function inline(nodes: readonly Parsed[], format = 0): Tree[] {
    return nodes.flatMap((node): Tree[] => {
      if (isText(node)) {
        const text = (node as unknown as { data: string }).data.replace(/\s+/g, ' ')
        return text ? [{ type: 'text', version: 1, text, format }] : []
      }
      const element = elementOf(node)
      if (!element || silent.has(element.name)) return []
      const { name, attribs, children } = element
      if (gone[name]) { lose(gone[name]); return [] }
      if (name === 'br') return [lineBreak()]
      if (name === 'img') return picture(element)
      if (name === 'input') { if (attribs.type !== 'checkbox') lose('embedded'); return [] }
      if (plainer.has(name)) lose('formatting')
      const inside = inline(children, format | (formats[name] ?? 0))
      if (name === 'a' && attribs.href && inside.length > 0) {
        if (/^(https?:|mailto:|tel:|\/(?!\/))/i.test(attribs.href)) return [{ type: 'link', version: 1, url: attribs.href, children: inside }]
        // places within the page itself have no address here
        if (!attribs.href.startsWith('#')) lose('links')
      }
      if (/^(p|div|li|tr|h[1-6]|blockquote|pre|table|ul|ol)$/.test(name)) return [lineBreak(), ...inside, lineBreak()]
      return inside
    })
  }

  function list({ name, attribs, children }: Element): Tree {
    const items: Tree[] = []
    const ticks = children.some(child => hasTick(child))
    const kind = ticks ? 'check' : name === 'ol' ? 'number' : 'bullet'
    for (const child of children) {
      const element = elementOf(child)
      if (!element) continue
      if (element.name === 'ul' || element.name === 'ol') { items.push({ type: 'listitem', version: 1, value: items.length + 1, children: [list(element)] }); continue }
      const deeper = element.children.filter(one => /^(ul|ol)$/.test(elementOf(one)?.name ?? ''))
      if (element.children.some(one => /^(table|pre|blockquote|h[1-6])$/.test(elementOf(one)?.name ?? ''))) lose('inList')
      const words = tidy(inline(element.children.filter(one => !deeper.includes(one))))
      if (words.length > 0 || deeper.length === 0) items.push({ type: 'listitem', version: 1, value: items.length + 1, ...(ticks && { checked: hasTick(child, true) }), children: words })
      for (const one of deeper) items.push({ type: 'listitem', version: 1, value: items.length + 1, children: [list(elementOf(one) as Element)] })
    }
    return { type: 'list', version: 1, listType: kind, tag: kind === 'number' ? 'ol' : 'ul', start: Number(attribs.start) || 1, children: items }
  }

  function rowsOf(nodes: readonly Parsed[]): Tree[] {
    return nodes.flatMap((node): Tree[] => {
      const element = elementOf(node)
      if (!element) return []
      if (element.name !== 'tr') return element.name === 'table' ? [] : rowsOf(element.children)
      const cells = element.children.flatMap(child => {
        const cell = elementOf(child)
        if (!cell || !/^t[dh]$/.test(cell.name)) return []
        const span = (name: string) => Math.min(50, Math.max(1, Number(cell.attribs[name]) || 1))
        const inside = blocks(cell.children)
        return [{ type: 'tablecell', version: 1, headerState: cell.name === 'th' ? 1 : 0, colSpan: span('colspan'), rowSpan: span('rowspan'), children: inside.length > 0 ? inside : [{ type: 'paragraph', version: 1, children: [] }] }]
      })
      return cells.length > 0 ? [{ type: 'tablerow', version: 1, children: cells }] : []
    })
  }

  /** The title of a folded part, and what is in it. */
  function fold({ children }: Element): Tree[] {
    const titled = children.find(child => elementOf(child)?.name === 'summary')
    const title = titled ? tidy(inline([titled])) : []
    const inside = blocks(children.filter(child => child !== titled))
    return title.length + inside.length > 0 ? [{ type: 'fold', version: 1, children: [{ type: 'fold-title', version: 1, children: title }, ...inside] }] : []
  }

  function callout({ attribs, children }: Element): Tree[] {
    const first = children.find(child => elementOf(child))
    // the word over it stands there by itself
    const said = first && /^\s*\p{L}+\s*$/u.test(wordsIn(first)) && calloutOf(wordsIn(first)) !== null
    const inside = blocks(said ? children.filter(child => child !== first) : children)
    return inside.length > 0 ? [{ type: 'callout', version: 1, kind: calloutOf(attribs.class ?? '') ?? 'note', children: inside }] : []
  }

  function blocks(nodes: readonly Parsed[]): Tree[] {
    const out: Tree[] = []
    let line: Parsed[] = []
    const flush = () => {
      const words = tidy(inline(line))
      line = []
      if (words.length > 0) out.push({ type: 'paragraph', version: 1, children: words })
    }
    for (const node of nodes) {
      const element = elementOf(node)
      const name = element?.name ?? ''
      const heading = /^h([1-6])$/.exec(name)?.[1]
      if (!element || !(around.has(name) || heading || /^(ul|ol|pre|blockquote|table|hr)$/.test(name))) { line.push(node); continue }
      flush()
      if (heading) {
        const level = Number(heading)
        const words = tidy(inline(element.children))
        if (level === 1 && made.title === '') made.title = wordsIn(node).replace(/\s+/g, ' ').trim()
        else if (words.length > 0) {
          if (level > 3) lose('levels')
          out.push({ type: 'heading', version: 1, tag: level <= 2 ? 'h2' : 'h3', children: words })
        }
      } else if (name === 'ul' || name === 'ol') out.push(list(element))
      else if (name === 'hr') out.push({ type: 'horizontalrule', version: 1 })
      else if (name === 'pre') out.push({ type: 'code', version: 1, language: null, children: wordsIn(node).replace(/\n$/, '').split('\n').flatMap((text, at) => [...(at > 0 ? [lineBreak()] : []), ...(text ? [{ type: 'text', version: 1, text, format: 0 }] : [])]) })
      else if (name === 'blockquote') {
        const words = tidy(inline(element.children))
        if (words.length > 0) out.push({ type: 'post-quote', version: 1, cite: null, children: words })
      } else if (name === 'table') {
        const rows = rowsOf(element.children)
        if (rows.length > 0) out.push({ type: 'table', version: 1, children: rows })
      } else if (name === 'details') out.push(...fold(element))
      else if (name === 'aside' || /\b(markdown-alert|admonition)\b(?!-title)/.test(element.attribs.class ?? '')) out.push(...callout(element))
      else out.push(...blocks(element.children))
    }
    flush()
    return out
  }

  const document = parseDocument(html, { decodeEntities: true, lowerCaseTags: true })
  const children = blocks(document.children)
  const named = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]
  if (!made.title && named) made.title = wordsIn(parseDocument(named).children[0] ?? (document as unknown as Parsed)).replace(/\s+/g, ' ').trim()
  made.doc = { root: { type: 'root', version: 1, children } }
  return made
}

/** Whether an item begins with a box to tick, and whether it is ticked. */
function hasTick(node: Parsed, ticked = false): boolean {
  const element = elementOf(node)
  if (!element) return false
  if (element.name === 'input' && element.attribs.type === 'checkbox') return !ticked || 'checked' in element.attribs
  return /^(li|p|label|span)$/.test(element.name) && element.children.some(child => hasTick(child, ticked))
}

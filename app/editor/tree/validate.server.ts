import { Invalid } from '~/platform/errors'
import { cleanLine, cleanText, isVisible } from './clean-text'
import { FORMATS, MAX_BOXES, MAX_DEPTH, MAX_NODES, MAX_TEXT, calloutKinds, codeParts, foldTitle, lineBreak, paragraph, plainWords, text } from './doc'
import type { Block, Callout, Cite, Doc, FoldTitle, Inline, List, ListItem, ListKind, TableCell, TableRow } from './doc'
import { isPersonSlug, isUploadSlug, safeUrl } from './safe-url'

export type Refusal = 'tooLong' | 'empty' | 'tooDeep' | 'unknownNode' | 'invalid'
/** Refusals stand beside the field that shows the text: `markdown`. */
export const refuse = (reason: Refusal): Invalid => new Invalid({ markdown: [`editor:errors.${reason}`] })

type Untrusted = Record<string, unknown>
type AnyNode = Inline | Block | ListItem | TableRow | TableCell
/** What may stand in the place being filled. `words` is a link's inside, `code` a code block's. */
type Context = 'blocks' | 'inline' | 'words' | 'code' | 'list' | 'item' | 'table' | 'row'
interface Frame {
  from: unknown[]; at: number; into: AnyNode[]; context: Context; implicit: Inline[] | null; done: (() => void) | null
  /** callouts and folded parts around */
  boxes: number
  /** of the folded part being filled, while it has none */
  title: FoldTitle | null
}

const CODE_NODE = 'code'
const carriers = new Set(['paragraph', 'heading', 'quote', 'post-quote', 'fold-title', CODE_NODE])
const parts = new Set(['listitem', 'tablerow', 'tablecell'])
/** Every type of node there may be. */
export const known: ReadonlySet<string> = new Set([...carriers, ...parts, 'text', 'code-highlight', 'linebreak', 'tab', 'link', 'autolink', 'image', 'mention', 'list', 'table', 'horizontalrule', 'callout', 'fold'])

const isObject = (value: unknown): value is Untrusted => typeof value === 'object' && value !== null && !Array.isArray(value)
const own = (node: Untrusted, key: string): unknown => (Object.hasOwn(node, key) ? node[key] : undefined)
function within(value: unknown, low: number, high: number, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high ? value : otherwise
}
function children(node: Untrusted): unknown[] {
  const list = own(node, 'children')
  if (list === undefined) return []
  if (!Array.isArray(list)) throw refuse('invalid')
  return list
}
function words(value: unknown): string {
  if (typeof value !== 'string') throw refuse('invalid')
  if (value.length > MAX_TEXT) throw refuse('tooLong')
  return cleanText(value)
}

/**
 * Rebuilds an untrusted Lexical tree from known nodes and their known fields; nothing of the given objects is kept.
 * Walks with its own stack: a tree of any depth costs a refusal, never a crash. Blocks that stray into a line and words that
 * stray between blocks are put right; formats, styles and addresses that are not ours are dropped.
 * @throws Invalid with a key of `editor:errors`
 */
export function validDoc(input: unknown): Doc {
  const root = isObject(input) ? own(input, 'root') : undefined
  if (!isObject(root) || own(root, 'type') !== 'root') throw refuse('invalid')
  const blocks: Block[] = []
  const stack: Frame[] = [{ from: children(root), at: 0, into: blocks, context: 'blocks', implicit: null, done: null, boxes: 0, title: null }]
  const count = { nodes: 0, bytes: 0, seen: false }
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    if (frame.at >= frame.from.length) {
      stack.pop()
      frame.done?.()
      continue
    }
    const node = frame.from[frame.at++]
    if (++count.nodes > MAX_NODES) throw refuse('tooLong')
    if (!isObject(node)) throw refuse('invalid')
    const next = place(node, frame, count)
    if (next) {
      if (stack.length >= MAX_DEPTH) throw refuse('tooDeep')
      stack.push(next)
    }
  }
  if (!count.seen) throw refuse('empty')
  return { root: { type: 'root', version: 1, children: blocks } }
}

interface Count { nodes: number; bytes: number; seen: boolean }

function spend(count: Count, value: string): void {
  count.bytes += Buffer.byteLength(value)
  if (count.bytes > MAX_TEXT) throw refuse('tooLong')
  if (!count.seen) count.seen = isVisible(value)
}

/** Puts one node into the frame's place; answers with the frame of its children, if it has a place for any. */
function place(node: Untrusted, frame: Frame, count: Count): Frame | null {
  const type = own(node, 'type')
  if (typeof type !== 'string' || !known.has(type)) throw refuse('unknownNode')
  const { context, into } = frame
  const inside: Inside = (target, inner, done = null, boxes = frame.boxes) => ({ from: children(node), at: 0, into: target, context: inner, implicit: null, done, boxes, title: null })
  if (context === 'list') {
    if (type !== 'listitem') throw refuse('invalid')
    const item: ListItem = { type: 'listitem', version: 1, value: 1, children: [] }
    if (own(node, 'checked') === true) item.checked = true
    return inside(item.children, 'item', () => into.push(...separated(item)))
  }
  if (context === 'table') {
    if (type !== 'tablerow') throw refuse('invalid')
    const row: TableRow = { type: 'tablerow', version: 1, children: [] }
    return inside(row.children, 'row', () => row.children.length > 0 && into.push(row))
  }
  if (context === 'row') {
    if (type !== 'tablecell') throw refuse('invalid')
    const cell: TableCell = { type: 'tablecell', version: 1, headerState: within(own(node, 'headerState'), 0, 3, 0), colSpan: within(own(node, 'colSpan'), 1, 50, 1), rowSpan: within(own(node, 'rowSpan'), 1, 50, 1), children: [] }
    into.push(cell)
    return inside(cell.children, 'blocks', () => { if (cell.children.length === 0) cell.children.push(paragraph([])) }, MAX_BOXES)
  }
  if (context === 'blocks') {
    if (parts.has(type)) throw refuse('invalid')
    const block = boxOf(node, type, inside, frame) ?? blockOf(node, type, inside, into)
    if (block !== undefined) {
      frame.implicit = null
      return block
    }
    if (!frame.implicit) into.push(paragraph(frame.implicit = []))
    return inlineOf(node, type, frame.implicit, 'inline', inside, count)
  }
  if (type === 'list' && context === 'item') return listFrame(node, inside, into)
  return inlineOf(node, type, into as Inline[], context, inside, count)
}

type Inside = (target: AnyNode[], inner: Context, done?: (() => void) | null, boxes?: number) => Frame

/** A callout or a folded part; where it may not stand, what is in it stands there. @returns undefined when the node is neither, nor the title of one */
function boxOf(node: Untrusted, type: string, inside: Inside, { into, boxes, title }: Frame): Frame | undefined {
  if (type === 'callout' || type === 'fold') {
    if (boxes >= MAX_BOXES) return inside(into, 'blocks')
    if (type === 'callout') {
      const box: Callout = { type, version: 1, kind: calloutKinds.find(kind => kind === own(node, 'kind')) ?? 'note', children: [] }
      return inside(box.children, 'blocks', () => box.children.length > 0 && into.push(box), boxes + 1)
    }
    const [named, blocks] = [foldTitle(), [] as Block[]]
    const done = (): void => { if (named.children.length + blocks.length > 0) into.push({ type, version: 1, children: [named, ...(blocks.length > 0 ? blocks : [paragraph([])])] }) }
    return { ...inside(blocks, 'blocks', done, boxes + 1), title: named }
  }
  if (type !== 'fold-title' || !title || title.children.length > 0 || into.length > 0) return undefined
  const line: Inline[] = []
  return inside(line, 'words', () => { title.children = plainWords(line) })
}

/** @returns undefined when the node is no block */
function blockOf(node: Untrusted, type: string, inside: Inside, into: AnyNode[]): Frame | null | undefined {
  if (type === 'horizontalrule') return into.push({ type, version: 1 }), null
  if (type === 'list') return listFrame(node, inside, into)
  if (type === 'table') {
    const rows: TableRow[] = []
    return inside(rows, 'table', () => rows.length > 0 && into.push({ type: 'table', version: 1, children: rows }))
  }
  if (!carriers.has(type)) return undefined
  const line: Inline[] = []
  if (type === CODE_NODE) {
    const language = own(node, 'language')
    into.push({ type: CODE_NODE, version: 1, language: typeof language === 'string' && /^[a-z0-9+#-]{1,20}$/i.test(language) ? language : null, children: line as [] })
    return inside(line, 'code')
  }
  if (type === 'heading') into.push({ type, version: 1, tag: own(node, 'tag') === 'h1' || own(node, 'tag') === 'h2' ? 'h2' : 'h3', children: line })
  else if (type === 'paragraph' || type === 'fold-title') into.push(paragraph(line))
  else into.push({ type: 'post-quote', version: 1, cite: citeOf(own(node, 'cite')), children: line })
  return inside(line, 'inline')
}

function citeOf(value: unknown): Cite | null {
  if (!isObject(value)) return null
  const threadId = within(own(value, 'threadId'), 1, 2 ** 31 - 1, 0)
  const number = within(own(value, 'number'), 1, 2 ** 31 - 1, 0)
  const given = own(value, 'name')
  const name = typeof given === 'string' ? cleanLine(given, 120) : ''
  return threadId && number && isVisible(name) ? { threadId, number, name } : null
}

function listFrame(node: Untrusted, inside: Inside, into: AnyNode[]): Frame {
  const given = own(node, 'listType')
  const listType: ListKind = given === 'number' || given === 'check' ? given : 'bullet'
  const list: List = { type: 'list', version: 1, listType, tag: listType === 'number' ? 'ol' : 'ul', start: listType === 'number' ? within(own(node, 'start'), 0, 999_999_999, 1) : 1, children: [] }
  return inside(list.children, 'list', () => {
    if (list.children.length === 0) return
    let value = list.start
    for (const item of list.children) {
      item.value = value
      const nests = item.children[0]?.type === 'list'
      if (!nests) value++
      if (listType === 'check' && !nests) item.checked = item.checked === true
      else delete item.checked
    }
    into.push(list)
  })
}

/** Lexical wants an item to hold words or one list: an item with both becomes several. */
function separated(item: ListItem): ListItem[] {
  const items: ListItem[] = []
  for (const child of item.children) {
    const last = items.at(-1)
    if (child.type === 'list' || !last || last.children[0]?.type === 'list') items.push({ ...item, children: [child] })
    else last.children.push(child)
  }
  return items.length > 0 ? items : [item]
}

function inlineOf(node: Untrusted, type: string, into: Inline[], context: Context, inside: Inside, count: Count): Frame | null {
  if (type === 'text' || type === 'code-highlight' || type === 'tab') {
    const raw = type === 'tab' ? '\t' : words(own(node, 'text'))
    const format = within(own(node, 'format'), 0, 2 ** 16, 0) & FORMATS
    if (context !== 'code') pushText(into, raw.replace(/[\n\t]/g, ' '), format, count)
    else for (const part of codeParts(raw)) {
      if (part.type === 'text') pushText(into, part.text, 0, count)
      else into.push(part)
    }
  } else if (type === 'linebreak') into.push(lineBreak())
  else if (type === 'link' || type === 'autolink') {
    const url = own(node, 'isUnlinked') === true ? null : safeUrl(own(node, 'url'))
    if (!url || context === 'words' || context === 'code') return inside(into, context === 'code' ? 'code' : context)
    spend(count, url)
    const label: Inline[] = []
    return inside(label, 'words', () => label.length > 0 && into.push({ type: 'link', version: 1, url, children: label as [] }))
  } else if (type === 'image') placeImage(node, into, context, count)
  else if (type === 'mention') placeMention(node, into, context, count)
  else if (type !== 'horizontalrule') {
    // a block inside a heading, a quotation or a list item: its words stay, on a line of their own
    if (into.length > 0 && into.at(-1)?.type !== 'linebreak') into.push(lineBreak())
    return inside(into, context)
  }
  return null
}

function pushText(into: Inline[], value: string, format: number, count: Count): void {
  if (value === '') return
  spend(count, value)
  const last = into.at(-1)
  if (last?.type === 'text' && last.format === format) last.text += value
  else into.push(text(value, format))
}

function placeImage(node: Untrusted, into: Inline[], context: Context, count: Count): void {
  const slug = own(node, 'slug')
  if (!isUploadSlug(slug)) throw refuse('invalid')
  const given = own(node, 'alt')
  const alt = typeof given === 'string' ? cleanLine(given, 500) : ''
  if (context === 'code') return pushText(into, alt, 0, count)
  spend(count, alt + slug)
  count.seen = true
  const width = within(own(node, 'width'), 1, 20_000, 0)
  const height = within(own(node, 'height'), 1, 20_000, 0)
  into.push({ type: 'image', version: 1, slug, alt, width: width && height ? width : null, height: width && height ? height : null })
}

function placeMention(node: Untrusted, into: Inline[], context: Context, count: Count): void {
  const personId = within(own(node, 'personId'), 1, 2 ** 31 - 1, 0)
  const slug = own(node, 'slug')
  const given = own(node, 'name')
  const name = typeof given === 'string' ? cleanLine(given, 120) : ''
  if (!personId || !isPersonSlug(slug) || !isVisible(name)) throw refuse('invalid')
  if (context === 'words' || context === 'code') return pushText(into, `@${name}`, 0, count)
  spend(count, `@${name}`)
  into.push({ type: 'mention', version: 1, personId, name, slug })
}

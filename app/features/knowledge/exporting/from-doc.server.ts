import { BOLD, CODE, foldInside, ITALIC, STRIKE, type Block as Node, type Doc, type Inline, type List } from '~/editor/tree/doc'
import { anchorOf, type Block, type Item, type Run } from './book'

/** How a stored address stands in a book: chapters of it by their anchor, everything else of ours whole. */
export function linkIn(url: string, origin: string, chapters: ReadonlySet<number>): string {
  const path = url.startsWith(origin) ? url.slice(origin.length) : url
  const id = Number(/^\/pengetahuan\/a\/([1-9]\d{0,9})(?=[/?#]|$)/.exec(path)?.[1] ?? 0)
  if (id && chapters.has(id)) return `#${anchorOf(id)}`
  return path.startsWith('/') ? origin + path : url
}

interface Ways {
  origin: string
  chapters: ReadonlySet<number>
}

/** Words of a line; pictures among them come as blocks of their own after it. */
function runsOf(parts: readonly Inline[], ways: Ways, link?: string): { runs: Run[]; pictures: Block[] } {
  const runs: Run[] = []
  const pictures: Block[] = []
  for (const part of parts) {
    if (part.type === 'text') {
      const { format } = part
      runs.push({ text: part.text, ...(format & BOLD && { bold: true }), ...(format & ITALIC && { italic: true }), ...(format & STRIKE && { strike: true }), ...(format & CODE && { code: true }), ...(link && { link }) })
    } else if (part.type === 'linebreak') runs.push({ text: '\n' })
    else if (part.type === 'image') pictures.push({ is: 'picture', slug: part.slug, alt: part.alt })
    else if (part.type === 'mention') runs.push({ text: part.name })
    else {
      const inside = runsOf(part.children, ways, linkIn(part.url, ways.origin, ways.chapters))
      runs.push(...inside.runs)
      pictures.push(...inside.pictures)
    }
  }
  return { runs, pictures }
}

function listOf(list: List, ways: Ways): Block {
  const items: Item[] = []
  for (const item of list.children) {
    const deeper = item.children.filter((child): child is List => child.type === 'list')
    const words = runsOf(item.children.filter((child): child is Inline => child.type !== 'list'), ways)
    const last = items.at(-1)
    // Lexical keeps a deeper list in an item of its own, after the one it belongs to
    if (deeper.length > 0 && words.runs.length === 0 && last) last.inside.push(...deeper.map(one => listOf(one, ways)))
    else items.push({ runs: words.runs, ticked: list.listType === 'check' ? item.checked === true : null, inside: [...words.pictures, ...deeper.map(one => listOf(one, ways))] })
  }
  return { is: 'list', numbered: list.listType === 'number', start: list.start, items }
}

function blockOf(node: Node, ways: Ways): Block[] {
  if (node.type === 'horizontalrule') return [{ is: 'rule' }]
  if (node.type === 'list') return [listOf(node, ways)]
  if (node.type === 'code') return [{ is: 'code', text: node.children.map(part => (part.type === 'text' ? part.text : '\n')).join('') }]
  if (node.type === 'callout') return [{ is: 'callout', kind: node.kind, inside: node.children.flatMap(child => blockOf(child, ways)) }]
  if (node.type === 'fold') return [{ is: 'fold', runs: runsOf(node.children[0].children, ways).runs, inside: foldInside(node).flatMap(child => blockOf(child, ways)) }]
  if (node.type === 'table') {
    const pictures: Block[] = []
    const rows = node.children.map(row => row.children.map(cell => {
      const inside = cell.children.flatMap(child => blockOf(child, ways))
      pictures.push(...inside.filter(one => one.is === 'picture'))
      return { head: cell.headerState > 0, runs: inside.flatMap((one, at) => [...(at > 0 ? [{ text: '\n' }] : []), ...wordsOf(one)]) }
    }))
    return [{ is: 'table', rows }, ...pictures]
  }
  const { runs, pictures } = runsOf(node.children, ways)
  const words: Block[] = runs.length === 0 ? [] : node.type === 'heading' ? [{ is: 'heading', level: node.tag === 'h2' ? 2 : 3, runs }] : [{ is: node.type === 'post-quote' ? 'quote' : 'paragraph', runs }]
  return [...words, ...pictures]
}

/** What stands in a block as words in a row. */
function wordsOf(block: Block): Run[] {
  if (block.is === 'list') return block.items.flatMap((item, at) => [{ text: `${at > 0 ? '\n' : ''}${block.numbered ? `${block.start + at}.` : '•'} ` }, ...item.runs, ...item.inside.flatMap(one => [{ text: '\n' }, ...wordsOf(one)])])
  if (block.is === 'table') return block.rows.flatMap(row => row.flatMap(cell => [...cell.runs, { text: ' ' }]))
  if (block.is === 'code') return [{ text: block.text, code: true }]
  return 'runs' in block ? block.runs : []
}

export const blocksOf = (doc: unknown, ways: Ways): Block[] => (doc as Doc).root.children.flatMap(node => blockOf(node, ways))

/** Slugs of the pictures in these blocks, in their order. */
export const picturesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(block => (block.is === 'picture' ? [block.slug] : block.is === 'list' ? block.items.flatMap(item => picturesIn(item.inside)) : block.is === 'callout' || block.is === 'fold' ? picturesIn(block.inside) : []))

import { calloutWords, citeWords, foldInside } from './doc'
import type { Block, Doc, Inline, List } from './doc'
import { uploadOf } from './safe-url'
import { codeText } from './to-html'

/** Words only, one line per block: for search, excerpts and the plain part of mail. */
export const toText = (doc: Doc): string => linesOf(doc.root.children)

const linesOf = (blocks: readonly Block[]): string => blocks.map(blockText).filter(line => line !== '').join('\n')

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph': case 'heading': return lineText(block.children)
    case 'post-quote': return (block.cite ? `${citeWords(block.cite)}: ` : '') + lineText(block.children)
    case 'code': return codeText(block)
    case 'horizontalrule': return ''
    case 'list': return listText(block, '')
    case 'callout': {
      const inner = linesOf(block.children)
      return inner === '' ? '' : `${calloutWords[block.kind]}\n${inner}`
    }
    case 'fold': return [lineText(block.children[0].children), linesOf(foldInside(block))].filter(line => line !== '').join('\n')
    case 'table': return block.children.map(row => row.children.map(cell => cell.children.map(blockText).join(' ')).join('\t')).join('\n')
  }
}

export function lineText(parts: readonly Inline[]): string {
  return parts.map(part => {
    switch (part.type) {
      case 'text': return part.text
      case 'linebreak': return '\n'
      case 'mention': return `@${part.name}`
      case 'image': return part.alt
      case 'link': return lineText(part.children)
    }
  }).join('').trim()
}

function listText(list: List, indent: string): string {
  return list.children.map(item => {
    const nested = item.children[0]
    if (nested?.type === 'list') return listText(nested, `${indent}  `)
    const sign = list.listType === 'number' ? `${item.value}.` : list.listType === 'check' ? (item.checked ? '☑' : '☐') : '-'
    return `${indent}${sign} ${lineText(item.children as Inline[])}`
  }).join('\n')
}

/** Everybody mentioned and every file of ours shown or linked, each once, in order of appearance. */
export function usedIn(doc: Doc): { mentions: number[]; uploads: string[] } {
  const mentions = new Set<number>()
  const uploads = new Set<string>()
  const line = (parts: readonly Inline[]): void => {
    for (const part of parts) {
      if (part.type === 'mention') mentions.add(part.personId)
      else if (part.type === 'image') uploads.add(part.slug)
      else if (part.type === 'link') {
        const slug = uploadOf(part.url)
        if (slug) uploads.add(slug)
        line(part.children)
      }
    }
  }
  const block = (one: Block): void => {
    if (one.type === 'list') for (const child of one.children.flatMap(item => item.children)) {
      if (child.type === 'list') block(child)
      else line([child])
    }
    else if (one.type === 'table') for (const row of one.children) for (const cell of row.children) cell.children.forEach(block)
    else if (one.type === 'callout') one.children.forEach(block)
    else if (one.type === 'fold') foldInside(one).forEach(block)
    else if (one.type !== 'horizontalrule') line(one.children)
  }
  doc.root.children.forEach(block)
  return { mentions: [...mentions], uploads: [...uploads] }
}

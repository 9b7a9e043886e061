import { compare } from '~/features/discussion/revisions.queries.server'

export interface DiffWord {
  text: string
  change?: 'added' | 'removed'
}

/** A paragraph with its changes, or so many paragraphs in a row without any. */
export type DiffBlock = { words: DiffWord[] } | { same: string[] }

export interface DiffView {
  blocks: DiffBlock[]
  /** words */
  added: number
  removed: number
}

const count = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Words against words, in paragraphs; what did not change is folded but for the paragraph beside a change. */
export function diffOf(before: string, after: string): DiffView {
  const paragraphs: DiffWord[][] = [[]]
  let [added, removed] = [0, 0]
  for (const { text, change } of compare(before, after)) {
    if (change === 'added') added += count(text)
    if (change === 'removed') removed += count(text)
    text.split('\n').forEach((line, at) => {
      if (at > 0) paragraphs.push([])
      if (line !== '') paragraphs.at(-1)?.push(change === 'same' ? { text: line } : { text: line, change })
    })
  }
  const blocks: DiffBlock[] = []
  for (const words of paragraphs.filter(one => one.length > 0)) {
    if (words.some(word => word.change)) blocks.push({ words })
    else {
      const last = blocks.at(-1)
      const line = words.map(word => word.text).join('')
      if (last && 'same' in last) last.same.push(line)
      else blocks.push({ same: [line] })
    }
  }
  return { blocks, added, removed }
}

/**
 * The stored tree: Lexical's own JSON, reduced to the nodes and fields this house knows. Lexical fills the rest with its defaults.
 * Nesting in it is bounded (MAX_DEPTH), so whoever walks a `Doc` may recurse.
 */

/** bytes of UTF-8 over all words, addresses and alternative texts of one document */
export const MAX_TEXT = 64 * 1024
/** levels below the root, counted as they arrive */
export const MAX_DEPTH = 24
export const MAX_NODES = 20_000
/** callouts and folded parts inside each other; a deeper one leaves what stands in it */
export const MAX_BOXES = 2

export const BOLD = 1
export const ITALIC = 2
export const STRIKE = 4
export const CODE = 16
/** the formats that are kept; underline, colour and the like are dropped */
export const FORMATS = BOLD | ITALIC | STRIKE | CODE

export interface TextPart { type: 'text'; version: 1; text: string; format: number }
export interface BreakPart { type: 'linebreak'; version: 1 }
export interface ImagePart { type: 'image'; version: 1; slug: string; alt: string; width: number | null; height: number | null }
export interface MentionPart { type: 'mention'; version: 1; personId: number; name: string; slug: string }
export interface LinkPart { type: 'link'; version: 1; url: string; children: (TextPart | BreakPart | ImagePart)[] }
export type Inline = TextPart | BreakPart | ImagePart | MentionPart | LinkPart

/** Where a quotation comes from: post `number` of thread `threadId`, written by `name`. */
export interface Cite { threadId: number; number: number; name: string }

export interface Paragraph { type: 'paragraph'; version: 1; children: Inline[] }
export interface Heading { type: 'heading'; version: 1; tag: 'h2' | 'h3'; children: Inline[] }
export interface Quote { type: 'post-quote'; version: 1; cite: Cite | null; children: Inline[] }
export interface CodeBlock { type: 'code'; version: 1; language: string | null; children: (TextPart | BreakPart)[] }
export interface Rule { type: 'horizontalrule'; version: 1 }
export type ListKind = 'bullet' | 'number' | 'check'
export interface List { type: 'list'; version: 1; listType: ListKind; tag: 'ul' | 'ol'; start: number; children: ListItem[] }
/** Holds either words or one deeper list, never both: that is how Lexical keeps nesting. */
export interface ListItem { type: 'listitem'; version: 1; value: number; checked?: boolean; children: (Inline | List)[] }
export interface Table { type: 'table'; version: 1; children: TableRow[] }
export interface TableRow { type: 'tablerow'; version: 1; children: TableCell[] }
/** `headerState`: 0 plain, 1 heads its column, 2 heads its row, 3 both */
export interface TableCell { type: 'tablecell'; version: 1; headerState: number; colSpan: number; rowSpan: number; children: Block[] }
/** `warning` what does harm · `important` what must not be missed · `tip` what helps · `note` what is good to know */
export const calloutKinds = ['note', 'tip', 'important', 'warning'] as const
export type CalloutKind = (typeof calloutKinds)[number]
export interface Callout { type: 'callout'; version: 1; kind: CalloutKind; children: Block[] }
/** What stands on a folded part: plain words on one line. */
export interface FoldTitle { type: 'fold-title'; version: 1; children: TextPart[] }
export interface Fold { type: 'fold'; version: 1; children: [FoldTitle, ...Block[]] }
export type Block = Paragraph | Heading | Quote | CodeBlock | Rule | List | Table | Callout | Fold
export interface Root { type: 'root'; version: 1; children: Block[] }
export interface Doc { root: Root }

export const text = (value: string, format = 0): TextPart => ({ type: 'text', version: 1, text: value, format })
export const lineBreak = (): BreakPart => ({ type: 'linebreak', version: 1 })
export const paragraph = (children: Inline[]): Paragraph => ({ type: 'paragraph', version: 1, children })
export const citeAddress = (cite: Cite): string => `/forum/t/${cite.threadId}/-/${cite.number}`
export const citeWords = (cite: Cite): string => `${cite.name} di #${cite.number}`
/** The word over a callout in what is stored, in the language of the texts as `citeWords` is. */
export const calloutWords: Readonly<Record<CalloutKind, string>> = { note: 'Catatan', tip: 'Kiat', important: 'Penting', warning: 'Peringatan' }
export const UNTITLED = 'Rincian'
export const foldTitle = (children: TextPart[] = []): FoldTitle => ({ type: 'fold-title', version: 1, children })
export const foldInside = (fold: Fold): Block[] => fold.children.slice(1) as Block[]
/** A line reduced to its words: no links, pictures, breaks. */
export function plainWords(parts: readonly Inline[]): TextPart[] {
  const words: TextPart[] = []
  const push = (value: string, format: number): void => {
    const last = words.at(-1)
    if (last?.format === format) last.text += value
    else if (value !== '') words.push(text(value, format))
  }
  for (const part of parts) {
    if (part.type === 'text') push(part.text, part.format)
    else if (part.type === 'link') for (const one of plainWords(part.children)) push(one.text, one.format)
    else push(part.type === 'linebreak' ? ' ' : part.type === 'mention' ? `@${part.name}` : part.alt, 0)
  }
  return words
}
/** Lexical keeps the lines of a code block apart by line breaks. */
export const codeParts = (code: string): (TextPart | BreakPart)[] => code.split('\n').flatMap((line, at) => [...(at > 0 ? [lineBreak()] : []), ...(line === '' ? [] : [text(line)])])

/** What is handed to the process that makes a PDF, a Word file or an archive: plain values, no database, no addresses it could ask. */

export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  strike?: boolean
  code?: boolean
  /** a whole address, or "#artikel-12" within the book */
  link?: string
}

export interface Item {
  runs: Run[]
  /** null: not a list of ticks */
  ticked: boolean | null
  inside: Block[]
}

export type Block =
  | { is: 'heading'; level: 2 | 3; runs: Run[] }
  | { is: 'paragraph'; runs: Run[] }
  | { is: 'quote'; runs: Run[] }
  | { is: 'code'; text: string }
  | { is: 'list'; numbered: boolean; start: number; items: Item[] }
  | { is: 'table'; rows: { head: boolean; runs: Run[] }[][] }
  | { is: 'picture'; slug: string; alt: string }
  | { is: 'rule' }
  | { is: 'callout'; kind: 'note' | 'tip' | 'important' | 'warning'; inside: Block[] }
  /** open on paper: its title, then what is in it */
  | { is: 'fold'; runs: Run[]; inside: Block[] }

export interface Chapter {
  id: number
  title: string
  /** who approved it, of which day, where it stands: a line each */
  facts: string[]
  summary: string
  /** fields of service information */
  service: { label: string; text: string }[]
  blocks: Block[]
  /** the text as Markdown, with the addresses of its files as they are stored */
  markdown: string
  slug: string
}

export interface Picture {
  /** JPEG, as base64 */
  data: string
  width: number
  height: number
}

export type ExportFormat = 'pdf' | 'docx' | 'zip'

export interface Book {
  format: ExportFormat
  title: string
  /** under the title: what it is and where it comes from */
  about: string
  /** where this portal stands: "https://balai.example" */
  origin: string
  words: { contents: string; picture: string; callouts: Record<'note' | 'tip' | 'important' | 'warning', string> }
  /** when it was made; milliseconds */
  at: number
  chapters: Chapter[]
  pictures: Record<string, Picture>
}

export const anchorOf = (id: number): string => `artikel-${id}`
/** Name of a chapter's file in an archive. */
export const fileOf = (chapter: { id: number; slug: string }): string => `${chapter.slug}-${chapter.id}.md`

import { contentFromLexical, contentFromMarkdown, type Content } from '~/editor/content.server'

export type { Content } from '~/editor/content.server'

/** What somebody wrote: the editor's tree (object or JSON), or Markdown from a plain text area. A tree wins over Markdown. */
export interface Written {
  doc?: unknown
  markdown?: string
}

/** What something without a title is called: its first words, cut between two of them. */
export function firstWords(text: string, most = 80): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s+\S*$/, '')}…`
}

/** Checked tree with its HTML, text, mentions and files. Made before a transaction: it costs milliseconds. @throws Invalid beside `markdown` */
export function contentOf(written: Written): Content {
  if (written.doc !== undefined && written.doc !== null && written.doc !== '') return contentFromLexical(written.doc)
  return contentFromMarkdown(written.markdown ?? '')
}

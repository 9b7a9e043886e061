import type { ArticleKindName } from '~/features/knowledge/kinds'
import type { ArticleSeed } from '../shape'

const kinds: Readonly<Record<string, ArticleKindName>> = {
  cara: 'HOW_TO', tanya: 'QUESTION_ANSWER', sop: 'SOP', aturan: 'REGULATION_SUMMARY', praktik: 'GOOD_PRACTICE', pelajaran: 'LESSON_LEARNED',
}

/**
 * Short articles written one after the other: a line "# title", a line "kind: tags", a line of summary, then the text.
 * Authors take turns; days lie between two and five months back, so that none of them is among the newest or overdue.
 */
export function shortArticles(collection: string, authors: readonly string[], text: string): ArticleSeed[] {
  return text.trim().split(/^# /m).filter(Boolean).map((part, at) => {
    const [title = '', head = '', summary = '', ...body] = part.trim().split('\n')
    const [kind = '', tags = ''] = head.split(': ')
    const known = kinds[kind]
    if (!known) throw new Error(`${title}: ${kind} is not a kind of article`)
    return { in: collection, kind: known, title, summary, tags: tags.split(', '), by: authors[at % authors.length] as string, days: 62 + ((at * 7) % 84), helpful: (at * 5) % 23, unhelpful: at % 4, text: body.join('\n').trim() }
  })
}

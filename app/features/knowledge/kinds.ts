import type { IconName } from '~/ui/icons/names'

/** What an article is, by its nature; the order is the one of forms. */
export const articleKinds = ['SOP', 'HOW_TO', 'SERVICE', 'QUESTION_ANSWER', 'GOOD_PRACTICE', 'LESSON_LEARNED', 'REGULATION_SUMMARY', 'MEETING_NOTES'] as const
export type ArticleKindName = (typeof articleKinds)[number]

export const articleWorks = ['NONE', 'DRAFT', 'REVIEW', 'RETURNED'] as const
export type ArticleWorkName = (typeof articleWorks)[number]

export const articleIcons: Record<ArticleKindName, IconName> = {
  SOP: 'list-ordered', HOW_TO: 'book-open', SERVICE: 'landmark', QUESTION_ANSWER: 'circle-help', GOOD_PRACTICE: 'thumbs-up', LESSON_LEARNED: 'graduation-cap',
  REGULATION_SUMMARY: 'book-text', MEETING_NOTES: 'notebook-pen',
}

/** Service information as it is told at the counter: the six published components of a service standard, and its legal basis. */
export const serviceFields = ['requirements', 'procedure', 'duration', 'cost', 'product', 'complaints', 'legalBasis'] as const
export type ServiceField = (typeof serviceFields)[number]
export type ServiceInfo = Partial<Record<ServiceField, string>>

/** What happened to an article, as its record and `knowledge.article.acted` name it. */
export const actNames = ['created', 'saved', 'sent', 'returned', 'approved', 'published', 'checked', 'moved', 'handed', 'obsolete', 'revived', 'binned', 'restored', 'discarded'] as const
export type ActName = (typeof actNames)[number]

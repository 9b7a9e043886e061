import type { ArticleKindName, ServiceInfo } from '~/features/knowledge/kinds'

export interface CollectionSeed {
  slug: string
  name: string
  nameEn: string
  description: string
  descriptionEn: string
  /** slug of the collection around it */
  in?: string
  /** "public", "asn" or the code of a unit */
  audience: string
  unit: string
  reviewers: readonly string[]
  trusted?: readonly string[]
  trustPublishes?: true
  months: number
}

/** Named by keys of persons. Links to other articles: `[[Judul]]` with the beginning of their title. */
export interface ArticleSeed {
  in: string
  kind: ArticleKindName
  title: string
  summary: string
  tags: readonly string[]
  by: string
  /** who approved it; the collection's first reviewer who did not write it when left out */
  checkedBy?: string
  /** days before now of the approval, or of the last save of what was never approved */
  days: number
  text: string
  service?: ServiceInfo
  /** `review`: never approved, waits; `draft`, `returned` likewise; `obsolete`: no longer holds */
  state?: 'review' | 'draft' | 'returned' | 'obsolete'
  /** beginning of the title of the article that took its place */
  successor?: string
  /** days since its check was due */
  overdue?: number
  /** what stood there before, and why it was changed */
  before?: { text: string; why: string }
  /** a newer revision that waits for its check, and why */
  next?: { text: string; why: string }
  reason?: string
  helpful?: number
  unhelpful?: number
  notes?: readonly { by: string; text: string; kind?: 'CHANGE' | 'UNHELPFUL' }[]
  /** beginning of the title of the topic it was made of */
  topic?: string
}

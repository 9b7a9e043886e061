/** How people type, as the issue names it. */
export const queryKinds = ['exact', 'stemmed', 'misspelt', 'abbreviation', 'synonym', 'question', 'english', 'mixed'] as const
export type QueryKind = (typeof queryKinds)[number]

/**
 * What somebody wants to know, the ways they ask for it, and what in the demonstration answers it. Titles are named by their beginning:
 * `best` answers it (grade 3), `good` answers a part or the neighbouring case (2), `near` is about the same thing and helps a little (1).
 * Grades are given by reading the texts, never by looking at what an engine finds.
 */
export interface Need {
  best: readonly string[]
  good?: readonly string[]
  near?: readonly string[]
  ask: Partial<Record<QueryKind, readonly string[]>>
}

/** What pages and server say to each other about a text several write at once. */

export const draftRoom = (articleId: number): string => `draft:${articleId}`

/** Longer changes go in parts: a message may have 16 kB, and a third more where the line is plain HTTP. */
export const PART_BYTES = 8_000
export const MOST_PARTS = 64

/** Somebody saved a revision. Out of the shared text when `generation` is given, which goes on from it then. */
export interface DraftSaved { articleId: number; revision: number; name: string; personId: number; generation: number | null }
/** Somebody threw the shared text away: it begins anew from `revision`. */
export interface DraftDiscarded { articleId: number; revision: number; name: string; personId: number }
export interface Drafter { id: number; name: string }

/** What a form needs to be written together with others. */
export interface SharedForm {
  articleId: number
  person: Drafter
  /** what a text nobody has begun begins with, where it is not what the form shows */
  tree: object | string | null
  /** what the writer had kept for themselves, where the shared text goes on from something else; Markdown */
  aside: string | null
}
